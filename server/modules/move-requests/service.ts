import type { MoveRequestQuery } from '#contract/moves.ts';
import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import * as reads from './read-repository.ts';
import { mayWork, viewerOf } from './rights.ts';
import { answer, seenBy } from './tell.ts';

/** Seen as tickets of a person. */
export { ticketRows as moveTickets } from './ticket-rows.ts';
/** Who may, and what follows a change: for what moves change when they take effect. */
export { crew, everybody, mayDecide, mayEdit, mayWork } from './rights.ts';
export { record, seenBy } from './tell.ts';
/** What the clock does. */
export { sendMoveLetters } from './send.ts';

/** A page of requests as JSON text, within a transaction that looks for more. */
export async function movesFor(tx: Tx, caller: Caller, query: MoveRequestQuery): Promise<string> {
  const acting = query.toApprove ? await withStandIns(tx, caller) : caller;
  return reads.listRequests(tx, query, viewerOf(acting), centersOf(acting, 'move', managers));
}

/** A page of requests as JSON text. */
export const listRequests = (db: Database, caller: Caller, query: MoveRequestQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => movesFor(tx, caller, query));

export const countRequests = (db: Database, caller: Caller, query: MoveRequestQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) => {
    const acting = query.toApprove ? await withStandIns(tx, caller) : caller;
    return reads.countRequests(tx, query, viewerOf(acting), centersOf(acting, 'move', managers));
  });

/** A request as JSON text. @throws 404, for one that the caller may not see too */
export const showRequest = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    await seenBy(tx, caller, id);
    return answer(tx, caller, id);
  });

/** The log as JSON text. @throws 404 */
export const showEvents = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const request = await seenBy(tx, caller, id);
    return reads.listEvents(tx, id, { reader: caller.id, whole: mayWork(caller, request) });
  });
/** Requests and the work on them, within the caller's transaction. */
export { createRequest } from './create.ts';
export { takeStep } from './steps.ts';
export { editTask } from './tasks.ts';
