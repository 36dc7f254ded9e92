import type { ServiceRequestQuery, ServiceStats } from '#contract/service-requests.ts';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { viewerOf, type Viewer } from './crew.ts';
import * as reads from './read-repository.ts';

export { seedServiceCatalogue } from './seed.ts';

const reading = <T>(db: Database, caller: Caller, work: (tx: Tx, viewer: Viewer) => Promise<T>) =>
  db.read(caller.organisation, (tx) => work(tx, viewerOf(caller)));

/** A page of requests as JSON text. */
export const listRequests = (db: Database, caller: Caller, query: ServiceRequestQuery): Promise<string> =>
  reading(db, caller, (tx, viewer) => reads.listRequests(tx, query, viewer));

export const countRequests = (db: Database, caller: Caller, query: ServiceRequestQuery): Promise<number> =>
  reading(db, caller, (tx, viewer) => reads.countRequests(tx, query, viewer));

export const showStats = (db: Database, caller: Caller, open?: boolean): Promise<ServiceStats> =>
  reading(db, caller, (tx, viewer) => reads.countStats(tx, viewer, open));

/** A request as JSON text. @throws 404, for one that the caller may not see too */
export async function showRequest(db: Database, caller: Caller, id: number): Promise<string> {
  const found = await reading(db, caller, (tx, viewer) => reads.showRequest(tx, id, viewer));
  if (found === undefined) throw notFound();
  return found;
}
