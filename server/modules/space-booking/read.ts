import type { ReservationQuery } from '#contract/reservations.ts';
import { notFound } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import type { Viewer } from './filters.ts';
import { countReservations, listReservations, renderReservations } from './read-repository.ts';

export const viewerOf = (caller: Caller): Viewer => ({
  id: caller.id,
  manages: may(caller, 'reservation', managers),
});

/** A page as JSON text. */
export const reservationsOf = (db: Database, caller: Caller, query: ReservationQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => listReservations(tx, query, viewerOf(caller)));

export const reservationCount = (db: Database, caller: Caller, query: ReservationQuery): Promise<number> =>
  db.read(caller.organisation, (tx) => countReservations(tx, query, viewerOf(caller)));

/** One as JSON text. @throws 404 */
export async function showReservation(db: Database, caller: Caller, id: number): Promise<string> {
  const json = await db.read(caller.organisation, (tx) => renderReservations(tx, [id], viewerOf(caller)));
  if (json.length === 0) throw notFound();
  return json[0]!;
}
