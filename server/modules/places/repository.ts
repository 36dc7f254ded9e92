import type { ListQuery } from '#contract/wire.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { pageSql } from '#server/lib/paging.ts';
import type { Found } from './filters.ts';
import { resources, type Kind, type Resource } from './resources.ts';

const resourceOf = (kind: Kind): Resource => resources[kind];

/** A page as JSON text. Planning the rendering costs more than running it, hence by name. */
export async function listPlaces(tx: Tx, kind: Kind, found: Found, query: ListQuery): Promise<string> {
  const { table, json, orderables } = resourceOf(kind);
  const page = await tx.query<{ id: number }>(
    `SELECT it.id FROM ${table} it WHERE ${found.sql} ${pageSql(orderables, query)}`,
    found.params,
  );
  const [row] = await tx.named<{ json: string }>(
    `places-${kind}-page`,
    `SELECT '[' || coalesce(string_agg(json_strip_nulls(${json})::text, ',' ORDER BY page.place), '') || ']' AS json
     FROM unnest($1::bigint[]) WITH ORDINALITY AS page(id, place)
     JOIN ${table} it ON it.organisation_id = current_organisation() AND it.id = page.id`,
    [page.map(({ id }) => id)],
  );
  return row!.json;
}

export async function countPlaces(tx: Tx, kind: Kind, found: Found): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) FROM ${resourceOf(kind).table} it WHERE ${found.sql}`,
    found.params,
  );
  return row!.count;
}

/** JSON text of the contract's shape, or undefined when there is none such. */
export async function findPlace(tx: Tx, kind: Kind, id: number): Promise<string | undefined> {
  const { table, living, json } = resourceOf(kind);
  const [row] = await tx.named<{ json: string }>(
    `places-${kind}`,
    `SELECT json_strip_nulls(${json})::text AS json FROM ${table} it
     WHERE it.organisation_id = current_organisation() AND it.id = $1 AND ${living}`,
    [id],
  );
  return row?.json;
}

/** Whether there is a living record of this id that others may refer to. */
export async function isThere(tx: Tx, table: string, id: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM ${table} WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL`,
    [id],
  );
  return rows.length > 0;
}

/** By column; columns are ours, never a client's. */
export type Values = Record<string, string | number | boolean | null>;

export async function insertRow(tx: WriteTx, table: string, values: Values): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, date_created, date_updated, ${names.join(', ')})
     VALUES ($1, $2, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')}) RETURNING id`,
    [tx.organisation, tx.stamp, ...Object.values(values)],
  );
  return row!.id;
}

/** Writes exactly the given columns; answers whether there was such a record. */
export async function updateRow(
  tx: WriteTx,
  kind: Kind,
  id: number,
  values: Values & { deleted_at?: never },
): Promise<boolean> {
  const { table, living } = resourceOf(kind);
  const sets = Object.keys(values).map((name, index) => `${name} = $${index + 3}`);
  const rows = await tx.query(
    `UPDATE ${table} it SET ${['date_updated = $2', ...sets].join(', ')}
     WHERE it.organisation_id = current_organisation() AND it.id = $1 AND ${living} RETURNING it.id`,
    [id, tx.stamp, ...Object.values(values)],
  );
  return rows.length > 0;
}

export type Removed = { places: number[]; users: number[] };

/**
 * Hides a record; the database hides with it what stands in it. Answers the ids of the places and people that
 * this changed, or undefined when there was no such record.
 */
export async function hideRow(tx: WriteTx, kind: Kind, id: number): Promise<Removed | undefined> {
  const { table, living } = resourceOf(kind);
  const mark = kind === 'country' ? 'hidden = true' : 'deleted_at = $2';
  const hidden = await tx.query(
    `UPDATE ${table} it SET ${mark}, date_updated = $2
     WHERE it.organisation_id = current_organisation() AND it.id = $1 AND ${living} RETURNING it.id`,
    [id, tx.stamp],
  );
  if (hidden.length === 0) return undefined;
  const touched = (changed: string) =>
    `ARRAY(SELECT id FROM ${changed} WHERE organisation_id = current_organisation() AND date_updated = $1)`;
  const [row] = await tx.query<Removed>(
    `SELECT to_json(${touched('floor')} || ${touched('room')}) AS places, to_json(${touched('app_user')}) AS users`,
    [tx.stamp],
  );
  return { places: [id, ...row!.places.filter((other) => other !== id)], users: row!.users };
}
