import type { ListQuery } from '#contract/wire.ts';
import { invalid } from './app-error.ts';
import type { Tx, WriteTx } from './database.ts';
import { mergedAttributes, type OpenAttributes } from './open-attributes.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from './paging.ts';

/** A table whose records keep attributes that nobody foresaw, in `attributes`, and can be hidden (deleted_at). */
export type OpenTable = {
  table: string;
  /** Known attributes as clients name them → SQL expression of `look`. */
  shown: Readonly<Record<string, string>>;
  /** Known attributes → column they are written to. */
  columns: Readonly<Record<string, string>>;
  /** Folded text that a search looks through. */
  words: string;
  orderables: Orderables;
};

const FOREIGN = 'organisation_id = current_organisation() AND deleted_at IS NULL';

/** The record as JSON: what is known wins over what was sent under the same name. */
const recordJson = ({ shown }: OpenTable) => `(look.attributes || jsonb_strip_nulls(jsonb_build_object(
  'id', look.id, 'dateCreated', epoch_ms(look.date_created), 'dateUpdated', epoch_ms(look.date_updated)))
  ${Object.entries(shown)
    .map(
      ([name, expression]) =>
        ` || CASE WHEN ${expression} IS NULL THEN '{}' ELSE jsonb_build_object('${name}', ${expression}) END`,
    )
    .join('')})`;

function matching({ words }: OpenTable, { search, ...query }: ListQuery) {
  return conditions(`look.organisation_id = current_organisation() AND look.deleted_at IS NULL`)
    .add(`${words} LIKE fold(?)`, search === undefined ? undefined : containing(search))
    .add('look.date_updated > ?', feedStart(query));
}

/** A page of records as a JSON array. */
export async function listRecords(tx: Tx, of: OpenTable, query: ListQuery): Promise<string> {
  const where = matching(of, query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT look.* FROM ${of.table} look WHERE ${where.sql} ${pageSql(of.orderables, query)}
     )
     SELECT coalesce(json_agg(${recordJson(of)}), '[]')::text AS json FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countRecords(tx: Tx, of: OpenTable, query: ListQuery): Promise<number> {
  const where = matching(of, query);
  const sql = `SELECT count(*) FROM ${of.table} look WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

/** A record as JSON text, or undefined. */
export async function findRecord(tx: Tx, of: OpenTable, id: number): Promise<string | undefined> {
  const [row] = await tx.named<{ json: string }>(
    `open-${of.table}`,
    `SELECT ${recordJson(of)}::text AS json FROM ${of.table} look WHERE ${FOREIGN} AND look.id = $1`,
    [id],
  );
  return row?.json;
}

type Sent = { id?: unknown; values: Record<string, unknown>; attributes: OpenAttributes };

const columnsOf = (of: OpenTable, { values }: Sent) =>
  Object.entries(of.columns).filter(([name]) => values[name] !== undefined);

/** Inserts a record; answers its id. */
export async function insertRecord(tx: WriteTx, of: OpenTable, sent: Sent): Promise<number> {
  const columns = columnsOf(of, sent);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${of.table} (${['organisation_id, date_created, date_updated, attributes', ...columns.map(([, column]) => column)].join(', ')})
     VALUES (${['current_organisation(), $1, $1, $2', ...columns.map((_, index) => `$${index + 3}`)].join(', ')})
     RETURNING id`,
    [tx.stamp, JSON.stringify(sent.attributes.set), ...columns.map(([name]) => sent.values[name])],
  );
  return row!.id;
}

/**
 * Writes exactly what was sent, in one UPDATE, so that of parallel edits none is lost. Answers whether there was
 * such a record. @throws 400 when the body names another record
 */
export async function updateRecord(tx: WriteTx, of: OpenTable, id: number, sent: Sent): Promise<boolean> {
  if (sent.id !== undefined && sent.id !== id) throw invalid('id', 'is not the id of the address');
  const columns = columnsOf(of, sent);
  const sets = [
    'date_updated = $2',
    `attributes = ${mergedAttributes('attributes', '$3', '$4')}`,
    ...columns.map(([, column], index) => `${column} = $${index + 5}`),
  ];
  const rows = await tx.query(
    `UPDATE ${of.table} SET ${sets.join(', ')} WHERE ${FOREIGN} AND id = $1 RETURNING id`,
    [
      id,
      tx.stamp,
      JSON.stringify(sent.attributes.set),
      sent.attributes.unset,
      ...columns.map(([name]) => sent.values[name]),
    ],
  );
  return rows.length > 0;
}

/** Hides a record. Answers whether there was such a one. */
export async function hideRecord(tx: WriteTx, { table }: OpenTable, id: number): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE ${table} SET deleted_at = $2, date_updated = $2 WHERE ${FOREIGN} AND id = $1 RETURNING id`,
    [id, tx.stamp],
  );
  return rows.length > 0;
}
