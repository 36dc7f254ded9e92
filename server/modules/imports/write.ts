import type { WriteTx } from '#server/lib/database.ts';
import type { Columns, Plan } from './plan.ts';

const namesIn = (rows: readonly Columns[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))];

/** Inserts rows of one table in one statement; answers their ids. Table and columns are ours, never a client's. */
export async function insertAll(tx: WriteTx, table: string, rows: readonly Columns[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const names = namesIn(rows).join(', ');
  const made = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, date_created, date_updated, ${names})
     SELECT $1, $2, $2, ${names} FROM jsonb_populate_recordset(NULL::${table}, $3) WITH ORDINALITY
     ORDER BY ordinality RETURNING id`,
    [tx.organisation, tx.stamp, JSON.stringify(rows)],
  );
  return made.map(({ id }) => id);
}

/** Updates rows of one table in one statement, all of them in the same columns. */
export async function updateAll(tx: WriteTx, table: string, rows: Plan['updates']): Promise<number[]> {
  if (rows.length === 0) return [];
  const names = namesIn(rows).filter((name) => name !== 'id');
  await tx.query(
    `UPDATE ${table} t SET date_updated = $2, ${names.map((name) => `${name} = r.${name}`).join(', ')}
     FROM jsonb_populate_recordset(NULL::${table}, $3) r WHERE t.organisation_id = $1 AND t.id = r.id`,
    [tx.organisation, tx.stamp, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** Writes the plan in two statements: an organisation's writers wait for each other (decision 1). */
export async function carryOut(tx: WriteTx, { table, inserts, updates }: Plan): Promise<number[]> {
  return [...(await updateAll(tx, table, updates)), ...(await insertAll(tx, table, inserts))];
}
