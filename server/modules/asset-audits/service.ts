/** What the clock does. */
export { sendAuditLetters } from './send.ts';
export { makeDueAudits } from './series.ts';
