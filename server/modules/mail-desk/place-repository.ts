import type { Tx, WriteTx } from '#server/lib/database.ts';
import { catalogueColumns } from './item-json.ts';

/** What managers of the desk keep. Package types and couriers are kept like the places themselves. */
export type Place = 'mail_route' | 'mail_stop' | 'mail_location' | 'package_type' | 'courier';
const shown = {
  mail_route: 'route',
  mail_stop: 'named',
  mail_location: 'location',
  package_type: 'packageType',
  courier: 'courier',
} as const;
const stopsOf = `(SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY call.position), '[]')
  FROM mail_route_stop call
  JOIN mail_stop s ON s.organisation_id = call.organisation_id AND s.id = call.mail_stop_id AND s.deleted_at IS NULL
  WHERE call.organisation_id = look.organisation_id AND call.mail_route_id = look.id) AS stops`;

/** A place as JSON text, a route with its stops in order; undefined when it is not there, or no longer. */
export async function showPlace(tx: Tx, place: Place, id: number): Promise<string | undefined> {
  const columns = catalogueColumns[shown[place]]('look') + (place === 'mail_route' ? `, ${stopsOf}` : '');
  const [row] = await tx.named<{ json: string }>(
    `mail-show-${place}`,
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns}) one)))::text AS json
     FROM ${place} look WHERE look.id = $1 AND look.deleted_at IS NULL`,
    [id],
  );
  return row?.json;
}

export type Values = Record<string, string | number | boolean | null>;

/** Columns are ours, never a client's. */
export async function insertPlace(tx: WriteTx, place: Place, values: Values): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${place} (organisation_id, date_created, date_updated, ${names.join(', ')})
     VALUES ($1, $2, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')}) RETURNING id`,
    [tx.organisation, tx.stamp, ...Object.values(values)],
  );
  return row!.id;
}

/** Answers whether there was such a place. */
export async function updatePlace(tx: WriteTx, place: Place, id: number, values: Values): Promise<boolean> {
  const sets = Object.keys(values).map((name, index) => `${name} = $${index + 3}`);
  const rows = await tx.query(
    `UPDATE ${place} SET ${['date_updated = $2', ...sets].join(', ')}
     WHERE id = $1 AND deleted_at IS NULL RETURNING id`,
    [id, tx.stamp, ...Object.values(values)],
  );
  return rows.length > 0;
}

/** Another living place of this name, which people could not tell from it. */
export async function nameTaken(tx: Tx, place: Place, name: string, self: number | null): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM ${place} WHERE fold(btrim(name)) = fold(btrim($1)) AND id IS DISTINCT FROM $2 AND deleted_at IS NULL
     LIMIT 1`,
    [name, self],
  );
  return rows.length > 0;
}

/** Makes these the stops of a route, in this order. What stays where it is is not touched: it is no change. */
export async function replaceStops(tx: WriteTx, route: number, stops: number[]): Promise<void> {
  await tx.query('DELETE FROM mail_route_stop WHERE mail_route_id = $1 AND NOT mail_stop_id = ANY($2)', [
    route,
    stops,
  ]);
  await tx.query(
    `INSERT INTO mail_route_stop AS call (organisation_id, mail_route_id, mail_stop_id, position)
     SELECT $1, $2, stop, position FROM unnest($3::bigint[]) WITH ORDINALITY AS given(stop, position)
     ON CONFLICT (organisation_id, mail_route_id, mail_stop_id) DO UPDATE SET position = excluded.position
       WHERE call.position <> excluded.position`,
    [tx.organisation, route, stops],
  );
}

/** Where parcels go or stand. A kind of parcel and who brought it stay true when the desk stops using the word. */
const itemColumn: Partial<Record<Place, string>> = {
  mail_route: 'mail_route_id',
  mail_stop: 'mail_stop_id',
  mail_location: 'mail_location_id',
};
export type Loosened = { id: number; toUser: number | null; deliverTo: number | null };

/**
 * Hides a place and takes it off the parcels at the desk; delivered ones keep it, as history. Answers those
 * parcels, or undefined when there was no such place.
 */
export async function removePlace(
  tx: WriteTx,
  by: number,
  place: Place,
  id: number,
): Promise<Loosened[] | undefined> {
  const hidden = await tx.query(
    `UPDATE ${place} SET deleted_at = $2, date_updated = $2 WHERE id = $1 AND deleted_at IS NULL RETURNING id`,
    [id, tx.stamp],
  );
  if (hidden.length === 0) return undefined;
  if (place === 'mail_stop') await tx.query('DELETE FROM mail_route_stop WHERE mail_stop_id = $1', [id]);
  const column = itemColumn[place];
  if (!column) return [];
  return tx.query<Loosened>(
    `UPDATE mail_item SET ${column} = NULL, date_updated = $2, updated_by = $3
     WHERE ${column} = $1 AND current_queue <> 'OUT' AND deleted_at IS NULL
     RETURNING id, to_user_id AS "toUser", deliver_to_id AS "deliverTo"`,
    [id, tx.stamp, by],
  );
}

/** What a place is called, hidden or not. */
export async function anyName(tx: Tx, place: Place, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(`SELECT name FROM ${place} WHERE id = $1`, [id]);
  return row?.name;
}

export const restorePlace = (tx: WriteTx, place: Place, id: number) =>
  tx.query(
    `UPDATE ${place} SET deleted_at = NULL, date_updated = $2 WHERE id = $1 AND deleted_at IS NOT NULL`,
    [id, tx.stamp],
  );

/** Living entries that are not there, of those named. */
export async function missing(tx: Tx, place: Place, ids: number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM unnest($1::bigint[]) AS given (id)
     WHERE NOT EXISTS (SELECT FROM ${place} look WHERE look.id = given.id AND look.deleted_at IS NULL)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Puts these first, in this order; the others follow as they stood. Only what moves is written. */
export const sortPlaces = (tx: WriteTx, place: 'package_type' | 'mail_location', ids: number[]) =>
  tx.query(
    `UPDATE ${place} moved SET sort_order = wanted.nth, date_updated = $2
     FROM (SELECT id, row_number() OVER (
         ORDER BY array_position($1::bigint[], id), sort_order, name COLLATE "und-x-icu", id) AS nth
       FROM ${place} WHERE deleted_at IS NULL) wanted
     WHERE moved.id = wanted.id AND moved.sort_order <> wanted.nth`,
    [ids, tx.stamp],
  );

/** Codes of living entries that begin so. */
export async function codesLike(tx: Tx, place: 'package_type' | 'courier', start: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `SELECT code FROM ${place} WHERE starts_with(lower(code), lower($1)) AND deleted_at IS NULL`,
    [start],
  );
  return rows.map(({ code }) => code.toLowerCase());
}

export async function codeOf(tx: Tx, place: 'package_type' | 'courier', id: number) {
  const [row] = await tx.query<{ code: string }>(`SELECT code FROM ${place} WHERE id = $1`, [id]);
  return row?.code;
}

/** Whether another courier in use bears this code. */
export async function courierWithCode(tx: Tx, code: string, self: number): Promise<boolean> {
  const rows = await tx.query('SELECT FROM courier WHERE code = $1 AND id <> $2 AND deleted_at IS NULL', [
    code,
    self,
  ]);
  return rows.length > 0;
}
