import type { MailQuery } from '#contract/mail.ts';
import { notFound } from '#server/lib/app-error.ts';
import { may, workers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import type { Viewer } from './parcel.ts';
import * as reads from './read-repository.ts';
import { codesAtDesk } from './resolve.ts';

/** What other modules and the clock may ask of the mail desk. */
export { recipientLeft } from './departures.ts';
export { carryOutParcels, planParcels, type Mover, type ParcelChange } from './house-moves.ts';
export { releaseHeld, releaseHeldItems } from './held.ts';

/** Mail workers of any center see every parcel of the organisation, anybody else what is for them. */
const viewerOf = (caller: Caller): Viewer => ({ id: caller.id, desk: may(caller, 'mail', workers) });

export const reading = <T>(db: Database, caller: Caller, work: (tx: Tx, viewer: Viewer) => Promise<T>) =>
  db.read(caller.organisation, (tx) => work(tx, viewerOf(caller)));

/** A page of parcels as JSON text, within a transaction that looks for more. */
export const parcelsFor = (tx: Tx, caller: Caller, query: MailQuery): Promise<string> =>
  reads.listItems(tx, query, viewerOf(caller));

/** A page of parcels as JSON text. */
export const listItems = (db: Database, caller: Caller, query: MailQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => parcelsFor(tx, caller, query));

/** Ids as JSON text; all of them unless a page was asked for. */
export const listIds = (db: Database, caller: Caller, query: MailQuery, all: boolean): Promise<string> =>
  reading(db, caller, (tx, viewer) => reads.listIds(tx, query, viewer, all));

export const countItems = (db: Database, caller: Caller, query: MailQuery): Promise<number> =>
  reading(db, caller, (tx, viewer) => reads.countItems(tx, query, viewer));

/** How many stand in each queue before delivery, and since when the first of them does. */
export const openQueues = (db: Database, caller: Caller, query: MailQuery) =>
  reading(db, caller, (tx, viewer) => reads.standingIn(tx, query, viewer));

/** How many parcels stand in each queue and in the exceptions, whatever queue the query names. */
export const countQueues = (db: Database, caller: Caller, query: MailQuery) =>
  reading(db, caller, (tx, viewer) => reads.countQueues(tx, query, viewer));

/** A parcel as JSON text. @throws 404, for one that the caller may not see too */
export async function showItem(db: Database, caller: Caller, id: number): Promise<string> {
  const item = await reading(db, caller, (tx, viewer) => reads.showItem(tx, id, viewer));
  if (item === undefined) throw notFound();
  return item;
}

/** What a scanned code names at the desk, as far as the caller may know of it. */
export const codesFor = (tx: Tx, caller: Caller, code: string) => codesAtDesk(tx, viewerOf(caller), code);
