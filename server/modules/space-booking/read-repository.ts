import type { ReservationQuery } from '#contract/reservations.ts';
import type { Tx } from '#server/lib/database.ts';
import { pageSql } from '#server/lib/paging.ts';
import { filled, matching, orderablesFor, type Viewer } from './filters.ts';
import { reservationsJson } from './reservation-json.ts';

/** Bookings as JSON texts in the order of the ids; those that have been removed are left out. */
export async function renderReservations(tx: Tx, ids: number[], viewer: Viewer): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.named<{ id: number; json: string }>('reservations-render', reservationsJson, [
    JSON.stringify([...new Set(ids)]),
    viewer.id,
    viewer.manages,
  ]);
  const json = new Map(rows.map((row) => [row.id, row.json]));
  return ids.flatMap((id) => json.get(id) ?? []);
}

/** A page as a JSON array: its ids are planned for the filters at hand, the rendering is prepared once. */
export async function listReservations(tx: Tx, query: ReservationQuery, viewer: Viewer): Promise<string> {
  const found = matching(query, viewer);
  const page = await tx.query<{ id: number }>(
    `SELECT r.id FROM reservation r WHERE ${found.sql} ${pageSql(orderablesFor(viewer), query, filled)}`,
    found.params,
  );
  const json = await renderReservations(
    tx,
    page.map(({ id }) => id),
    viewer,
  );
  return `[${json.join(',')}]`;
}

export async function countReservations(tx: Tx, query: ReservationQuery, viewer: Viewer): Promise<number> {
  const found = matching(query, viewer);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM reservation r WHERE ${found.sql}`,
    found.params,
  );
  return row!.count;
}
