import type { ListQuery } from '#contract/wire.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { row, statusColumns, taskColumns, typeColumns } from './move-json.ts';

const common: Orderables = {
  id: 'look.id',
  name: 'look.name COLLATE "und-x-icu"',
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};
const catalogues = {
  statuses: {
    table: 'move_status',
    columns: statusColumns('look'),
    orderables: { ...common, code: 'look.code' },
    first: 'true',
  },
  types: {
    table: 'move_request_type',
    columns: typeColumns('look'),
    orderables: { ...common, typeCode: 'look.type_code' },
    first: 'true',
  },
  tasks: {
    table: 'move_task',
    columns: taskColumns('look'),
    orderables: common,
    first: 'look.deleted_at IS NULL',
  },
} satisfies Record<string, { table: string; columns: string; orderables: Orderables; first: string }>;
export type CatalogueName = keyof typeof catalogues;

function matching(name: CatalogueName, query: ListQuery) {
  const where = conditions(catalogues[name].first);
  where.add(
    'fold(look.name) LIKE fold(?)',
    query.search === undefined ? undefined : containing(query.search),
  );
  where.add('look.date_updated > ?', feedStart(query));
  return where;
}

/** A page of statuses, types or tasks as a JSON array. */
export const listCatalogue = (
  db: Database,
  { organisation }: Caller,
  name: CatalogueName,
  query: ListQuery,
): Promise<string> =>
  db.read(organisation, async (tx) => {
    const { table, columns, orderables } = catalogues[name];
    const where = matching(name, query);
    const [page] = await tx.query<{ json: string }>(
      `WITH page AS MATERIALIZED (
         SELECT look.*, row_number() OVER () AS nth FROM
           (SELECT look.* FROM ${table} look WHERE ${where.sql} ${pageSql(orderables, query)}) look)
       SELECT coalesce(json_strip_nulls(json_agg(${row(columns)} ORDER BY look.nth)), '[]')::text AS json
       FROM page look`,
      where.params,
    );
    return page!.json;
  });

export const countCatalogue = (
  db: Database,
  { organisation }: Caller,
  name: CatalogueName,
  query: ListQuery,
): Promise<{ count: number }> =>
  db.read(organisation, async (tx) => {
    const where = matching(name, query);
    const [counted] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM ${catalogues[name].table} look WHERE ${where.sql}`,
      where.params,
    );
    return counted!;
  });
