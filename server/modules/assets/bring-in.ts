import type { Tx, WriteTx } from '#server/lib/database.ts';
import { foldedWord } from '#server/lib/folded.ts';
import { linesOf } from './amend.ts';
import { noteAssets } from './history.ts';
import { standing, type Standing } from './read-repository.ts';
import { insertAssets, updateAssets, type AssetRow } from './write-repository.ts';

// Files of assets and models. Words are compared folded and without blanks around them, as a cell of a file has them.

/** In so many a statement: far from the time that a statement may take. */
const AT_ONCE = 2000;

/** A model by its words. */
export type KnownModel = {
  id: number;
  name: string;
  manufacturer: string;
  number: string;
  type: string;
};
export const knownModels = (tx: Tx): Promise<KnownModel[]> =>
  tx.query(
    `SELECT m.id, ${foldedWord('m.name')} AS name, ${foldedWord('m.manufacturer')} AS manufacturer, ${foldedWord('m.model_number')} AS number,
       ${foldedWord('t.name')} AS type
     FROM asset_model m JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
     WHERE m.organisation_id = current_organisation() AND m.deleted_at IS NULL ORDER BY m.id`,
  );
/** The types by their word; of two that share it the older. */
export const knownTypes = async (tx: Tx): Promise<Map<string, number>> =>
  new Map(
    (
      await tx.query<{ id: number; name: string }>(
        `SELECT id, ${foldedWord('name')} AS name FROM asset_type
         WHERE organisation_id = current_organisation() AND deleted_at IS NULL ORDER BY id DESC`,
      )
    ).map(({ id, name }) => [name, id]),
  );

/** Adds types; answers their ids in the order given. */
export async function addTypes(tx: WriteTx, names: readonly string[]): Promise<number[]> {
  const made = await tx.query<{ id: number }>(
    `INSERT INTO asset_type (organisation_id, date_created, date_updated, name)
     SELECT current_organisation(), $2, $2, name FROM unnest($1::text[]) WITH ORDINALITY AS given (name, nth)
     ORDER BY nth RETURNING id`,
    [names, tx.stamp],
  );
  return made.map(({ id }) => id);
}

export type ModelRow = {
  name: string;
  manufacturer: string;
  modelNumber: string;
  description: string;
  type: number;
};
/** The models as they stand, by id. */
export const modelRows = async (tx: Tx): Promise<Map<number, ModelRow & { id: number }>> =>
  new Map(
    (
      await tx.query<ModelRow & { id: number }>(
        `SELECT id, name, manufacturer, model_number AS "modelNumber", description, asset_type_id AS type FROM asset_model
         WHERE organisation_id = current_organisation() AND deleted_at IS NULL`,
      )
    ).map((model) => [model.id, model]),
  );
const givenModels = `ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id bigint, name text, manufacturer text,
  "modelNumber" text, description text, type bigint)) WITH ORDINALITY
  AS given (id, name, manufacturer, "modelNumber", description, type, nth)`;

/** Adds models; answers their ids in the order given. */
export async function addModels(tx: WriteTx, rows: readonly ModelRow[]): Promise<number[]> {
  const made = await tx.query<{ id: number }>(
    `INSERT INTO asset_model (organisation_id, date_created, date_updated, name, manufacturer, model_number, description,
       asset_type_id)
     SELECT current_organisation(), $2, $2, name, manufacturer, "modelNumber", description, type FROM ${givenModels}
     ORDER BY nth RETURNING id`,
    [JSON.stringify(rows), tx.stamp],
  );
  return made.map(({ id }) => id);
}
export const changeModels = (tx: WriteTx, rows: readonly (ModelRow & { id: number })[]): Promise<unknown> =>
  tx.query(
    `UPDATE asset_model m SET date_updated = $2, name = given.name, manufacturer = given.manufacturer,
       model_number = given."modelNumber", description = given.description, asset_type_id = given.type
     FROM ${givenModels} WHERE m.organisation_id = current_organisation() AND m.id = given.id`,
    [JSON.stringify(rows), tx.stamp],
  );

type Bearing = { id: number; uid: string | null; serial: string | null };
/** The assets that bear one of these numbers, folded, and which. */
export const findBearing = (
  tx: Tx,
  { uids = [], serials = [] }: { uids?: readonly string[]; serials?: readonly string[] },
): Promise<Bearing[]> =>
  tx.query('SELECT asset_id AS id, uid, serial FROM assets_bearing($1, $2)', [uids, serials]);

/** Assets of these models that bear neither a local id nor a serial number, the oldest first. */
export async function unnumbered(tx: Tx, models: readonly number[]): Promise<Standing[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM asset WHERE organisation_id = current_organisation() AND asset_model_id = ANY($1::bigint[])
       AND deleted_at IS NULL AND coalesce(local_uid, '') = '' AND coalesce(serial_number, '') = ''`,
    [models],
  );
  const there = await standing(
    tx,
    rows.map(({ id }) => id),
  );
  return [...there.values()].toSorted((a, b) => a.id - b.id);
}

const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) =>
    rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );

/**
 * Adds and changes assets, with their lines of history; answers their ids.
 * @throws 409 for a number that another asset bears
 */
export async function bringIn(
  tx: WriteTx,
  by: number,
  added: readonly AssetRow[],
  changed: readonly { id: number; before: AssetRow; after: AssetRow }[],
): Promise<number[]> {
  const ids: number[] = [];
  // One after the other: they share a transaction.
  /* oxlint-disable no-await-in-loop */
  for (const some of slices(changed)) {
    await updateAssets(
      tx,
      some.map(({ id, after }) => ({ ...after, id })),
    );
    await noteAssets(
      tx,
      by,
      some.flatMap(({ id, before, after }) => linesOf(id, before, after)),
    );
    ids.push(...some.map(({ id }) => id));
  }
  for (const some of slices(added)) {
    const made = await insertAssets(tx, some);
    await noteAssets(
      tx,
      by,
      some.map(({ room, owner }, n) => ({ asset: made[n]!, kind: 'added', to: { room, owner } })),
    );
    ids.push(...made);
  }
  /* oxlint-enable no-await-in-loop */
  return ids;
}
