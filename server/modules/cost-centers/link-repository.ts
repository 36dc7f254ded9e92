import { defaultCategory } from '#server/lib/cost-center-json.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

const links = {
  user: { table: 'user_cost_center', key: 'user_id', holder: 'app_user' },
  room: { table: 'room_cost_center', key: 'room_id', holder: 'room' },
} as const;
export type Holder = keyof typeof links;

/** Those of the items that there are, each with whether it is of the default category. */
export async function knownItems(tx: Tx, items: number[]): Promise<Map<number, boolean>> {
  const rows = await tx.query<{ id: number; standard: boolean }>(
    `SELECT id, category_id = ${defaultCategory} AS standard FROM category_item
     WHERE organisation_id = current_organisation() AND id = ANY($1)`,
    [items],
  );
  return new Map(rows.map(({ id, standard }) => [id, standard]));
}

/**
 * Makes these the items that a person or space belongs to: among all, or among those of the default category
 * (`standard` true) or of the others (false) only.
 */
export async function replaceLinks(
  tx: WriteTx,
  of: Holder,
  holder: number,
  items: number[],
  standard?: boolean,
): Promise<void> {
  const { table, key } = links[of];
  const among =
    standard === undefined
      ? ''
      : `AND item_id IN (SELECT id FROM category_item WHERE organisation_id = current_organisation()
           AND category_id ${standard ? '=' : '<>'} ${defaultCategory})`;
  await tx.query(
    `DELETE FROM ${table} WHERE organisation_id = current_organisation() AND ${key} = $1
       AND NOT item_id = ANY($2::bigint[]) ${among}`,
    [holder, items],
  );
  await tx.query(
    `INSERT INTO ${table} (organisation_id, ${key}, item_id)
     SELECT current_organisation(), $1, item FROM unnest($2::bigint[]) item ON CONFLICT DO NOTHING`,
    [holder, items],
  );
}

/** Stamps the living people or spaces that belong to one of the items; answers their ids. */
export async function stampHolders(tx: WriteTx, of: Holder, items: number[]): Promise<number[]> {
  const { table, key, holder } = links[of];
  const rows = await tx.query<{ id: number }>(
    `UPDATE ${holder} SET date_updated = $2
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND id IN (
       SELECT ${key} FROM ${table} WHERE organisation_id = current_organisation() AND item_id = ANY($1))
     RETURNING id`,
    [items, tx.stamp],
  );
  return rows.map(({ id }) => id);
}

/** Those of them that there are and that have not been removed. */
export async function livingHolders(tx: Tx, of: Holder, ids: number[]): Promise<Set<number>> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM ${links[of].holder}
     WHERE organisation_id = current_organisation() AND id = ANY($1) AND deleted_at IS NULL`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Has them belong to an item; answers those that did not before. */
export async function addLinks(tx: WriteTx, of: Holder, item: number, ids: number[]): Promise<number[]> {
  const { table, key } = links[of];
  const rows = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, ${key}, item_id)
     SELECT current_organisation(), holder, $1 FROM unnest($2::bigint[]) holder
     ON CONFLICT DO NOTHING RETURNING ${key} AS id`,
    [item, ids],
  );
  return rows.map(({ id }) => id);
}

/** Has them belong to an item no longer; answers those that did. */
export async function dropLinks(tx: WriteTx, of: Holder, item: number, ids: number[]): Promise<number[]> {
  const { table, key } = links[of];
  const rows = await tx.query<{ id: number }>(
    `DELETE FROM ${table} WHERE organisation_id = current_organisation() AND item_id = $1 AND ${key} = ANY($2)
     RETURNING ${key} AS id`,
    [item, ids],
  );
  return rows.map(({ id }) => id);
}

/** Takes people off every other item of the default category; answers which each of them left. */
export async function leaveStandard(
  tx: WriteTx,
  item: number,
  users: number[],
): Promise<Map<number, number>> {
  const rows = await tx.query<{ id: number; item: number }>(
    `DELETE FROM user_cost_center held USING category_item other
     WHERE held.organisation_id = current_organisation() AND held.user_id = ANY($2) AND held.item_id <> $1
       AND other.organisation_id = held.organisation_id AND other.id = held.item_id
       AND other.category_id = ${defaultCategory}
     RETURNING held.user_id AS id, held.item_id AS item`,
    [item, users],
  );
  return new Map(rows.map((row) => [row.id, row.item]));
}

/** Stamps these people or spaces. */
export const stampThese = (tx: WriteTx, of: Holder, ids: number[]) =>
  tx.query(
    `UPDATE ${links[of].holder} SET date_updated = $2
     WHERE organisation_id = current_organisation() AND id = ANY($1)`,
    [ids, tx.stamp],
  );

/** Makes each of the items, of the default category, the one of that category that a person belongs to. */
export async function setStandardItems(
  tx: WriteTx,
  links: readonly { user: number; item: number }[],
): Promise<void> {
  if (links.length === 0) return;
  const params = [links.map(({ user }) => user), links.map(({ item }) => item)];
  await tx.query(
    `DELETE FROM user_cost_center held USING category_item other, unnest($1::bigint[], $2::bigint[]) AS given (id, item)
     WHERE held.organisation_id = current_organisation() AND held.user_id = given.id AND held.item_id <> given.item
       AND other.organisation_id = held.organisation_id AND other.id = held.item_id
       AND other.category_id = ${defaultCategory}`,
    params,
  );
  await tx.query(
    `INSERT INTO user_cost_center (organisation_id, user_id, item_id)
     SELECT current_organisation(), id, item FROM unnest($1::bigint[], $2::bigint[]) AS given (id, item)
     ON CONFLICT DO NOTHING`,
    params,
  );
}
