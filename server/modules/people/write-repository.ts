import type { Tx, WriteTx } from '#server/lib/database.ts';
import { userJson } from '#server/lib/user-json.ts';
import { columnOf, referable, type Reference } from './columns.ts';
import { LIVING } from './repository.ts';

/** The first of the references that leads to nothing, by its attribute. */
export async function firstMissing(
  tx: Tx,
  references: (readonly [Reference, number])[],
): Promise<Reference | undefined> {
  if (references.length === 0) return undefined;
  const exists = references.map(
    ([name], index) => `EXISTS (${referable[name].replace('?', `$${index + 1}`)})`,
  );
  const [row] = await tx.query<{ found: boolean[] }>(
    `SELECT ARRAY[${exists.join(', ')}] AS found`,
    references.map(([, id]) => id),
  );
  return references[row!.found.indexOf(false)]?.[0];
}

export type Values = Record<string, unknown>;

/**
 * Inserts a person; undefined when the user name is taken somewhere on the server. A taken e-mail violates
 * app_user_email.
 */
export async function insertUser(
  tx: WriteTx,
  values: Values,
): Promise<{ id: number; user: string } | undefined> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number; user: string }>(
    `INSERT INTO app_user AS u (organisation_id, date_created, date_updated,
       ${names.map((name) => columnOf[name]).join(', ')})
     VALUES (current_organisation(), $1, $1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
     ON CONFLICT (fold(user_name)) WHERE deleted_at IS NULL DO NOTHING
     RETURNING u.id, ${userJson('u')}::text AS "user"`,
    [tx.stamp, ...Object.values(values)],
  );
  return row;
}

/** The first of base2, base3 … base99 that nobody on the server has. */
export async function freeUserName(tx: Tx, base: string): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT $1::text || n AS name FROM generate_series(2, 99) n
     WHERE NOT user_name_taken($1::text || n) LIMIT 1`,
    [base],
  );
  return row?.name;
}

/** Writes exactly the given attributes; the user as JSON text, or undefined when there is none. */
export async function updateUser(tx: WriteTx, id: number, values: Values): Promise<string | undefined> {
  const sets = Object.keys(values).map((name, index) => `${columnOf[name] ?? name} = $${index + 3}`);
  const [row] = await tx.query<{ user: string }>(
    `UPDATE app_user u SET ${['date_updated = $2', ...sets].join(', ')} WHERE ${LIVING} AND u.id = $1
     RETURNING ${userJson('u')}::text AS "user"`,
    [id, tx.stamp, ...Object.values(values)],
  );
  return row?.user;
}

export async function defaultUserType(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    'SELECT id FROM user_type WHERE organisation_id = current_organisation() ORDER BY id LIMIT 1',
  );
  return row!.id;
}

export async function livingAdmins(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(`SELECT u.id FROM app_user u WHERE ${LIVING} AND u.site_admin`);
  return rows.map((row) => row.id);
}

/**
 * Marks a person as deleted, with all that gave them rights; those who reported to them report to nobody.
 * Answers the ids of everybody it changed, or undefined when there was no such person.
 */
export async function hideUser(tx: WriteTx, id: number): Promise<number[] | undefined> {
  const [hidden] = await tx.query<{ id: number }>(
    `WITH hidden AS (UPDATE app_user u SET deleted_at = $2, date_updated = $2 WHERE ${LIVING} AND u.id = $1
       RETURNING u.id),
     roles AS (DELETE FROM permission WHERE organisation_id = current_organisation() AND user_id = $1),
     sessions AS (DELETE FROM session WHERE organisation_id = current_organisation() AND user_id = $1),
     resets AS (DELETE FROM password_reset WHERE organisation_id = current_organisation() AND user_id = $1)
     SELECT id FROM hidden`,
    [id, tx.stamp],
  );
  if (!hidden) return undefined;
  const reports = await tx.query<{ id: number }>(
    `UPDATE app_user SET manager_id = NULL, date_updated = $2
     WHERE organisation_id = current_organisation() AND manager_id = $1 RETURNING id`,
    [id, tx.stamp],
  );
  return [id, ...reports.map((report) => report.id)];
}
