import type { SlaExplained } from '#contract/service-clock.ts';
import type { ServiceRequestQuery, ServiceStats } from '#contract/service-requests.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import { centersOf, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { listOperators } from './assign-repository.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import { crew, viewerOf, worksAt, type Viewer } from './crew.ts';
import { earliestRequired, explainClock } from './promise.ts';
import * as reads from './read-repository.ts';
import { findTerms, isThere } from './reference-repository.ts';
import { listComments, listEvents, listTimes } from './talk-repository.ts';
import { seenBy, workOf } from './tell.ts';

/** Seen as tickets of a person. */
export { ticketRows as serviceTickets } from './ticket-rows.ts';
/** What a new organisation begins with, and what the clock does. */
export { makePlannedRequests } from './plans.ts';
export { reckonDue, reckonStaleCenters } from './promise.ts';
export { seedServiceCatalogue } from './seed.ts';
export { sendServiceLetters } from './send.ts';
/** Who works on requests. */
export { crew } from './crew.ts';
/** What waits where somebody who leaves has decided. */
export { awaitingRequests } from './departures.ts';
/** What other work asks for. */
export { createRequest as openServiceRequest } from './create.ts';
/** What tickets of other systems become. */
export { addKinds, knownKinds, type KindNames, type KnownKind } from './ticket-catalogue.ts';
export {
  findTickets,
  insertTickets,
  updateTickets,
  type StoredTicket,
  type Ticket as TicketRequest,
} from './tickets.ts';

const reading = <T>(db: Database, caller: Caller, work: (tx: Tx, viewer: Viewer) => Promise<T>) =>
  db.read(caller.organisation, (tx) => work(tx, viewerOf(caller)));

/** What waits for an approval is also shown to who stands in for a manager on leave. */
const lookingAt = async (tx: Tx, caller: Caller, { awaitingApproval }: ServiceRequestQuery) =>
  viewerOf(awaitingApproval ? await withStandIns(tx, caller) : caller);

/** A page of requests as JSON text, within a transaction that looks for more. */
export const serviceRequestsFor = async (
  tx: Tx,
  caller: Caller,
  query: ServiceRequestQuery,
): Promise<string> => reads.listRequests(tx, query, await lookingAt(tx, caller, query));

/** A page of requests as JSON text. */
export const listRequests = (db: Database, caller: Caller, query: ServiceRequestQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => serviceRequestsFor(tx, caller, query));

export const countRequests = (db: Database, caller: Caller, query: ServiceRequestQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) =>
    reads.countRequests(tx, query, await lookingAt(tx, caller, query)),
  );

export const showStats = (db: Database, caller: Caller, open?: boolean): Promise<ServiceStats> =>
  reading(db, caller, (tx, viewer) => reads.countStats(tx, viewer, open));

/** A request as JSON text. @throws 404, for one that the caller may not see too */
export async function showRequest(db: Database, caller: Caller, id: number): Promise<string> {
  const found = await reading(db, caller, (tx, viewer) => reads.showRequest(tx, id, viewer));
  if (found === undefined) throw notFound();
  return found;
}

/** Comments as JSON text. @throws 404 */
export const showComments = (db: Database, caller: Caller, id: number): Promise<string> =>
  reading(db, caller, async (tx, viewer) => {
    const { center } = await seenBy(tx, caller, id);
    return listComments(tx, id, worksAt(viewer, center));
  });

/** The log as JSON text. @throws 404 */
export const showEvents = (db: Database, caller: Caller, id: number): Promise<string> =>
  reading(db, caller, async (tx) => {
    await seenBy(tx, caller, id);
    return listEvents(tx, id);
  });

/** Operators' time as JSON text. @throws 403, 404 */
export const showTimes = (db: Database, caller: Caller, id: number): Promise<string> =>
  reading(db, caller, async (tx) => {
    await workOf(tx, caller, id);
    return listTimes(tx, id);
  });

/** The clock, line by line, as it stands now. @throws 404 */
export const showClock = (db: Database, caller: Caller, id: number): Promise<SlaExplained> =>
  reading(db, caller, async (tx) => {
    await seenBy(tx, caller, id);
    const clock = await explainClock(tx, id, new Date());
    if (!clock) throw notFound();
    return clock;
  });

/** Whether there is such a request that the caller sees. */
export const seesServiceRequest = async (tx: Tx, caller: Caller, id: number): Promise<boolean> =>
  (await reads.showRequest(tx, id, viewerOf(caller))) !== undefined;

/** The urgency that requests of a type begin with; undefined: there is no such type. */
export const mostUsualPriority = async (tx: Tx, type: number): Promise<number | undefined> =>
  (await findTerms(tx, type, true))?.defaultPriority;

/** Everybody who can be assigned where the caller works, as JSON text. */
export const showOperators = (db: Database, caller: Caller, centers: number[] | undefined): Promise<string> =>
  reading(db, caller, (tx) => {
    const mine = centersOf(caller, 'maintenance', crew);
    return listOperators(tx, mine && centers ? centers.filter((id) => mine.includes(id)) : (centers ?? mine));
  });

/** When something of the type can be required at the earliest, at this urgency. @throws 400 naming the parameter, 404 */
export const showEarliest = (
  db: Database,
  caller: Caller,
  { priority, type, center }: { priority: number; type: number | undefined; center: number | undefined },
): Promise<{ time: number }> =>
  reading(db, caller, async (tx) => {
    if (!(await isThere(tx, 'priority', priority))) throw notFound('There is no such priority.');
    if (type === undefined) throw invalid('typeId', 'is required');
    if (center === undefined) throw invalid('centerId', 'is required');
    if (!(await findTerms(tx, type, false))) throw invalid('typeId', `names no request type (id ${type})`);
    if (!(await isThere(tx, 'center', center)))
      throw invalid('centerId', `names no maintenance center (id ${center})`);
    const { earliest } = await earliestRequired(tx, { type, priority, center }, new Date());
    return { time: earliest.getTime() };
  });
