import type { z } from 'zod';
import type { holdReasonQuery } from '#contract/service-requests-catalogue.ts';
import type { ListQuery } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import {
  categoryColumns,
  holdReasonColumns,
  priorityColumns,
  productColumns,
  typeColumns,
} from './catalogue-json.ts';

const byName = (column: string) => `look.${column} COLLATE "und-x-icu"`;
const common: Orderables = {
  id: 'look.id',
  name: byName('name'),
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};
const sorted: Orderables = { ...common, sortOrder: 'look.sort_order' };

/** The lists of the catalogue; the rows of each bear `name` and `deleted_at`. */
export const catalogues = {
  priorities: { table: 'priority', columns: priorityColumns('look'), orderables: sorted },
  categories: { table: 'service_category', columns: categoryColumns('look'), orderables: sorted },
  products: { table: 'service_product', columns: productColumns('look'), orderables: sorted },
  types: {
    table: 'service_type',
    columns: typeColumns('look'),
    orderables: {
      ...common,
      type: byName('word'),
      SLAMinutes: 'look.sla_minutes',
      estimatedTime: 'look.estimated_minutes',
      'product.id': 'look.service_product_id',
    },
  },
  holdReasons: { table: 'service_hold_reason', columns: holdReasonColumns('look'), orderables: sorted },
} satisfies Record<string, { table: string; columns: string; orderables: Orderables }>;
export type CatalogueName = keyof typeof catalogues;
export type CatalogueQuery = ListQuery & Partial<z.output<typeof holdReasonQuery>>;

function matching({ search, centerId, ...query }: CatalogueQuery) {
  const where = conditions('look.deleted_at IS NULL');
  where.add('fold(look.name) LIKE fold(?)', search === undefined ? undefined : containing(search));
  where.add('look.date_updated > ?', feedStart(query));
  where.add('look.center_id = ANY(?)', centerId);
  return where;
}

/** A page as a JSON array. */
export async function listCatalogue(tx: Tx, name: CatalogueName, query: CatalogueQuery): Promise<string> {
  const { table, columns, orderables } = catalogues[name];
  const where = matching(query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT look.* FROM ${table} look WHERE ${where.sql} ${pageSql(orderables, query)}
     )
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${columns}) one))), '[]')::text AS json
     FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countCatalogue(tx: Tx, name: CatalogueName, query: CatalogueQuery): Promise<number> {
  const where = matching(query);
  const sql = `SELECT count(*) AS count FROM ${catalogues[name].table} look WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

/** One row as JSON text; undefined when there is none, or it is out of use. */
export async function findInCatalogue(tx: Tx, name: CatalogueName, id: number): Promise<string | undefined> {
  const { table, columns } = catalogues[name];
  const [row] = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls((SELECT row_to_json(one) FROM (SELECT ${columns}) one))::text AS json
     FROM ${table} look WHERE look.id = $1 AND look.deleted_at IS NULL`,
    [id],
  );
  return row?.json;
}

const every = (columns: string, from: string) =>
  `(SELECT coalesce(json_agg(one), '[]') FROM (SELECT ${columns} FROM ${from}) one)`;
const typesOf = (product: string) =>
  every(
    typeColumns('kind'),
    `service_type kind WHERE kind.organisation_id = ${product}.organisation_id AND kind.service_product_id = ${product}.id
       AND kind.active AND kind.deleted_at IS NULL ORDER BY ${'kind.name COLLATE "und-x-icu"'}, kind.id`,
  );
const productsIn = (condition: string) =>
  every(
    `goods.id, goods.name, ${typesOf('goods')} AS types`,
    `service_product goods WHERE ${condition} AND goods.deleted_at IS NULL ORDER BY goods.sort_order, goods.id`,
  );

/** All that may be asked for, in the order it is shown, as JSON text. */
export async function loadCatalogue(tx: Tx): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'service-catalogue',
    `SELECT json_strip_nulls(json_build_object(
      'categories', ${every(
        `c.id, c.name, (SELECT json_build_object('id', m.id, 'name', m.name) FROM center m
           WHERE m.organisation_id = c.organisation_id AND m.id = c.center_id) AS center,
         ${productsIn('goods.organisation_id = c.organisation_id AND goods.service_category_id = c.id')} AS products`,
        `service_category c WHERE c.deleted_at IS NULL ORDER BY c.sort_order, c.id`,
      )},
      'products', ${productsIn('goods.service_category_id IS NULL')},
      'priorities', ${every(priorityColumns('p'), 'priority p WHERE p.deleted_at IS NULL ORDER BY p.sort_order, p.id')},
      'centers', ${every('m.id, m.name', `center m WHERE m.module = 'maintenance' ORDER BY m.id`)}
    ))::text AS json`,
  );
  return row!.json;
}
