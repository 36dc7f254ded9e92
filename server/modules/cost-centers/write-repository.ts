import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Kind } from './list-repository.ts';

// Columns are ours, never a client's.
export type Values = Record<string, string | number | null>;

export async function insertRow(tx: WriteTx, kind: Kind, values: Values): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${kind} (organisation_id, date_created, date_updated, ${names.join(', ')})
     VALUES (current_organisation(), $1, $1, ${names.map((_, index) => `$${index + 2}`).join(', ')}) RETURNING id`,
    [tx.stamp, ...Object.values(values)],
  );
  return row!.id;
}

/** Answers whether there was such a row. */
export async function updateRow(tx: WriteTx, kind: Kind, id: number, values: Values): Promise<boolean> {
  const sets = Object.keys(values).map((name, index) => `${name} = $${index + 3}`);
  const rows = await tx.query(
    `UPDATE ${kind} SET ${['date_updated = $2', ...sets].join(', ')}
     WHERE organisation_id = current_organisation() AND id = $1 RETURNING id`,
    [id, tx.stamp, ...Object.values(values)],
  );
  return rows.length > 0;
}

/** With all that the foreign keys take along. Answers whether there was such a row. */
export async function deleteRow(tx: WriteTx, kind: Kind, id: number): Promise<boolean> {
  const rows = await tx.query(
    `DELETE FROM ${kind} WHERE organisation_id = current_organisation() AND id = $1 RETURNING id`,
    [id],
  );
  return rows.length > 0;
}

export async function exists(tx: Tx, kind: Kind, id: number): Promise<boolean> {
  const sql = `SELECT FROM ${kind} WHERE organisation_id = current_organisation() AND id = $1`;
  return (await tx.query(sql, [id])).length > 0;
}
