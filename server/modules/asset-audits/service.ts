/** What the clock does. */
export { makeDueAudits } from './series.ts';
