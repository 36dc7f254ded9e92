/** What the clock does. */
export { sendAuditLetters } from './send.ts';
export { makeDueAudits } from './series.ts';
/** Campaigns and walks, within the caller's transaction. */
export { saveAudit, takeAuditTo } from './audits.ts';
/** Campaigns as their list tells of them. */
export { countAudits, listAudits } from './audits.ts';
export { decide } from './decide.ts';
export { leaveAsItIs, placeHere } from './place.ts';
export { finishSpace } from './progress.ts';
export { noteScans } from './scan.ts';
export { dismissTag } from './unknown.ts';
