import type { AssetModelQuery } from '#contract/assets-catalogue.ts';
import type { ListQuery } from '#contract/wire.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { modelColumns, typeColumns } from './catalogue-json.ts';

const byName = (column: string) => `look.${column} COLLATE "und-x-icu"`;
const common: Orderables = {
  id: 'look.id',
  name: byName('name'),
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};

/** The lists of the catalogue: `words` is what a search looks through, `held` what keeps a row from going. */
export const catalogues = {
  types: {
    table: 'asset_type',
    columns: typeColumns('look'),
    words: String.raw`look.name || E'\n' || look.code`,
    orderables: { ...common, code: byName('code'), sortOrder: 'look.sort_order' },
    held: 'SELECT FROM asset_model WHERE asset_type_id = $1 AND deleted_at IS NULL LIMIT 1',
  },
  models: {
    table: 'asset_model',
    columns: modelColumns('look'),
    words: String.raw`look.name || E'\n' || look.manufacturer || E'\n' || look.model_number`,
    orderables: {
      ...common,
      manufacturer: byName('manufacturer'),
      modelNumber: byName('model_number'),
      'type.id': 'look.asset_type_id',
    },
    held: 'SELECT FROM asset WHERE asset_model_id = $1 AND deleted_at IS NULL LIMIT 1',
  },
} satisfies Record<
  string,
  { table: string; columns: string; words: string; orderables: Orderables; held: string }
>;
export type CatalogueName = keyof typeof catalogues;
export type CatalogueQuery = ListQuery & Partial<AssetModelQuery> & { active?: boolean | undefined };

function matching(name: CatalogueName, { search, typeId, active, ...query }: CatalogueQuery) {
  const where = conditions('look.deleted_at IS NULL');
  const pattern = search === undefined ? undefined : containing(search);
  where.add(`fold(${catalogues[name].words}) LIKE fold(?)`, pattern);
  where.add('look.date_updated > ?', feedStart(query));
  where.add('look.asset_type_id = ANY(?)', typeId);
  return where.when(active, 'look.active', 'NOT look.active');
}

/** A page as a JSON array. */
export async function listCatalogue(tx: Tx, name: CatalogueName, query: CatalogueQuery): Promise<string> {
  const { table, columns, orderables } = catalogues[name];
  const where = matching(name, query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (SELECT look.* FROM ${table} look WHERE ${where.sql} ${pageSql(orderables, query)})
     SELECT coalesce(json_agg((SELECT one FROM (SELECT ${columns}) one)), '[]')::text AS json FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countCatalogue(tx: Tx, name: CatalogueName, query: CatalogueQuery): Promise<number> {
  const where = matching(name, query);
  const sql = `SELECT count(*) AS count FROM ${catalogues[name].table} look WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

/** One row as JSON text; undefined when there is none, or it is out of use. */
export async function findInCatalogue(tx: Tx, name: CatalogueName, id: number): Promise<string | undefined> {
  const { table, columns } = catalogues[name];
  const [row] = await tx.query<{ json: string }>(
    `SELECT (SELECT row_to_json(one) FROM (SELECT ${columns}) one)::text AS json
     FROM ${table} look WHERE look.id = $1 AND look.deleted_at IS NULL`,
    [id],
  );
  return row?.json;
}

/** Tables and columns are ours, never a client's; undefined stands for the default, or what is there. */
type Values = Record<string, unknown>;
const given = (values: Values) => Object.entries(values).filter(([, value]) => value !== undefined);

export async function insertRow(tx: WriteTx, name: CatalogueName, values: Values): Promise<number> {
  const columns = given(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${catalogues[name].table} (organisation_id, date_created, date_updated${columns.map(([column]) => `, ${column}`).join('')})
     VALUES (current_organisation(), $1, $1${columns.map((_, index) => `, $${index + 2}`).join('')}) RETURNING id`,
    [tx.stamp, ...columns.map(([, value]) => value)],
  );
  return row!.id;
}

/** Whether there was such a row, in use. */
export async function updateRow(
  tx: WriteTx,
  name: CatalogueName,
  id: number,
  values: Values,
): Promise<boolean> {
  const columns = given(values);
  const rows = await tx.query(
    `UPDATE ${catalogues[name].table} SET date_updated = $2${columns.map(([column], index) => `, ${column} = $${index + 3}`).join('')}
     WHERE id = $1 AND deleted_at IS NULL RETURNING id`,
    [id, tx.stamp, ...columns.map(([, value]) => value)],
  );
  return rows.length > 0;
}

/** Whether something in use hangs on it still. */
export const isHeld = async (tx: Tx, name: CatalogueName, id: number): Promise<boolean> =>
  (await tx.query(catalogues[name].held, [id])).length > 0;
