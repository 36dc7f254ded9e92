import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import * as reads from './read-repository.ts';
import { answer, seenBy } from './record.ts';

/** Seen as tickets of a person. */
export { ticketRows as leaveTickets } from './ticket-rows.ts';
export { seedLeaveTypes } from './types.ts';
export { listLimits } from './limits.ts';
/** What the clock does. */
export { sendLeaveLetters } from './send.ts';
/** Leaves and the steps they take, within the caller's transaction. */
export { createLeave } from './ask.ts';
export { editLimit } from './limits.ts';
export { takeStep as takeLeaveStep } from './steps.ts';
/** A page of leaves that the caller may see, as a JSON array, and how many there are; `mine` and `forApproval` narrow it. */
export { countLeaves, listLeaves } from './read-repository.ts';

/** A leave as JSON text. @throws 404, for one that the caller may not see too */
export const showLeave = (tx: Tx, caller: Caller, id: number): Promise<string> => answer(tx, caller, id);

/** The history of a leave as JSON text. @throws 404 */
export const showEvents = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    await seenBy(tx, caller, id);
    return reads.listEvents(tx, id);
  });
