import type { Tx, WriteTx } from '#server/lib/database.ts';

/** Column names and values; every row of a table has the same. What is undefined is stored as NULL. */
export type Row = Record<string, unknown>;

/**
 * Inserts rows in one statement and answers their ids, which rise in the order of the rows. Table and
 * columns are ours, never a client's.
 */
export async function insert(
  tx: Tx,
  table: string,
  rows: readonly Row[],
  /** The column that tells a row of the table from another. */
  key = 'id',
): Promise<number[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]!).join(', ');
  const inserted = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, ${columns})
     SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $2) WITH ORDINALITY
     ORDER BY ordinality RETURNING ${key} AS id`,
    [tx.organisation, JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}

/** Overwrites columns of one row. */
export async function update(tx: Tx, table: string, id: number, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await tx.query(
    `UPDATE ${table} SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $3))
     WHERE organisation_id = $1 AND id = $2`,
    [tx.organisation, id, JSON.stringify(row)],
  );
}

/** Ids of a catalogue's entries by one of their columns. The look-up throws for what is not there. */
export async function entriesOf(tx: WriteTx, table: string, column: string) {
  const rows = await tx.query<{ id: number; key: string }>(
    `SELECT id, ${column} AS key FROM ${table} WHERE organisation_id = $1 ORDER BY id`,
    [tx.organisation],
  );
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  return {
    keys: rows.map(({ key }) => key),
    id(key: string): number {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`${table} has no ${key}`);
      return id;
    },
  };
}
