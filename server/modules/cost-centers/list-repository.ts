import type { ItemQuery } from '#contract/cost-centers.ts';
import type { ListQuery } from '#contract/wire.ts';
import { categoryColumns, categoryJson, depthColumns, itemColumns } from '#server/lib/cost-center-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';

/** The three collections: rows of `table look`, what of them is answered and what they are ordered by. */
export type Kind = 'category' | 'category_depth' | 'category_item';

const byWords = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const of = (table: string, column: string, reference: string) =>
  byWords(
    `(SELECT t.${column} FROM ${table} t WHERE t.organisation_id = look.organisation_id AND t.id = look.${reference})`,
  );
const common: Orderables = {
  id: 'look.id',
  name: byWords('look.name'),
  code: byWords('look.code'),
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};
const ofCategory: Orderables = {
  'category.id': 'look.category_id',
  'category.name': of('category', 'name', 'category_id'),
  'category.code': of('category', 'code', 'category_id'),
};
const kinds: Record<Kind, { columns: string; orderables: Orderables }> = {
  category: { columns: categoryColumns('look'), orderables: common },
  category_depth: {
    columns: `${depthColumns('look')}, ${categoryJson('look')} AS category`,
    orderables: { ...common, ...ofCategory, level: 'look.level' },
  },
  category_item: {
    columns: itemColumns('look'),
    orderables: {
      ...common,
      ...ofCategory,
      position: 'look.sort_key',
      level: 'look.level',
      'costCenterParent.id': 'look.parent_id',
      'costCenterParent.name': of('category_item', 'name', 'parent_id'),
      'costCenterParent.code': of('category_item', 'code', 'parent_id'),
    },
  },
};

type Query = ListQuery & Partial<Pick<ItemQuery, 'category' | 'parent' | 'root'>>;

function matching({ search, category, parent, root, ...query }: Query) {
  return conditions('look.organisation_id = current_organisation()')
    .add(
      String.raw`fold(look.name || E'\n' || look.code) LIKE fold(?)`,
      search === undefined ? undefined : containing(search),
    )
    .add('look.date_updated > ?', feedStart(query))
    .add('look.category_id = ANY(?)', category)
    .add('look.parent_id = ANY(?)', parent)
    .when(root, 'look.parent_id IS NULL');
}

/** A page of the collection as a JSON array. */
export async function listKind(tx: Tx, kind: Kind, query: Query): Promise<string> {
  const { columns, orderables } = kinds[kind];
  const where = matching(query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT look.* FROM ${kind} look WHERE ${where.sql} ${pageSql(orderables, query)}
     )
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${columns}) one))), '[]')::text AS json
     FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countKind(tx: Tx, kind: Kind, query: Query): Promise<number> {
  const where = matching(query);
  const sql = `SELECT count(*) FROM ${kind} look WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

/** One of the collection as JSON text, or undefined. */
export async function showOne(tx: Tx, kind: Kind, id: number): Promise<string | undefined> {
  const [row] = await tx.named<{ json: string }>(
    `show-${kind}`,
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${kinds[kind].columns}) one)))::text AS json
     FROM ${kind} look WHERE look.organisation_id = current_organisation() AND look.id = $1`,
    [id],
  );
  return row?.json;
}
