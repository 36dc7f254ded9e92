import type { LeaveLaw } from '#contract/leave-rules.ts';
import type { LeaveTypeEdit } from '#contract/leaves.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { HERE } from './sql.ts';

/** The types that an organisation starts with. */
export const seedLeaveTypes = (tx: Tx) => tx.query('SELECT seed_leave_types($1)', [tx.organisation]);

export type Type = LeaveLaw & {
  id: number;
  name: string;
  limited: boolean;
  approvals: number;
  defaultDays: number;
};
const columns = `id, name, limited, approvals, default_days::float8 AS "defaultDays", carries_over AS "carriesOver",
  carry_most::float8 AS "carryMost", carry_until AS "carryUntil"`;

/** Those of these ids, also what has gone out of use: leaves of it stay. */
export const loadTypes = (tx: Tx, ids: readonly number[]): Promise<Type[]> =>
  tx.query<Type>(`SELECT ${columns} FROM leave_type WHERE ${HERE} AND id = ANY($1::bigint[])`, [ids]);
export async function findType(tx: Tx, id: number): Promise<Type | undefined> {
  const [type] = await tx.query<Type>(
    `SELECT ${columns} FROM leave_type WHERE ${HERE} AND id = $1 AND deleted_at IS NULL`,
    [id],
  );
  return type;
}

/** All in use as a JSON array, or the one. */
export async function listTypes(tx: Tx, id?: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_agg(json_strip_nulls(row_to_json(one)) ORDER BY one.id), '[]')::text AS json FROM (
       SELECT ${columns}, epoch_ms(date_created) AS "dateCreated", epoch_ms(date_updated) AS "dateUpdated"
       FROM leave_type WHERE ${HERE} AND deleted_at IS NULL AND ($1::bigint IS NULL OR id = $1)) one`,
    [id ?? null],
  );
  return row!.json;
}

const usual: Omit<Type, 'id' | 'name'> = {
  limited: false,
  approvals: 1,
  defaultDays: 0,
  carriesOver: false,
  carryMost: null,
  carryUntil: null,
};

/**
 * Adds a type, or changes what is sent of one. Leaves that were asked for keep the approvals that were needed then.
 * JSON text. @param id null: a new one @throws 404, 409 for a name that another has
 */
export async function saveType(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  edit: LeaveTypeEdit,
): Promise<string> {
  const before = id === null ? undefined : await findType(tx, id);
  if (id !== null && !before) throw notFound();
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  const type = { ...usual, ...before, ...given } as Omit<Type, 'id'>;
  const [other] = await tx.query(
    `SELECT FROM leave_type WHERE ${HERE} AND lower(name) = lower($1) AND id IS DISTINCT FROM $2::bigint AND deleted_at IS NULL`,
    [type.name.trim(), id],
  );
  if (other)
    throw new AppError(409, 'leave.type-name', 'Another type of leave has this name. Choose another.', {
      field: 'name',
    });
  const values = [
    type.name.trim(),
    type.limited,
    type.approvals,
    type.defaultDays,
    type.carriesOver,
    type.carryMost,
    type.carryUntil,
    caller.id,
    tx.stamp,
  ];
  const [saved] =
    id === null
      ? await tx.query<{ id: number }>(
          `INSERT INTO leave_type (organisation_id, name, limited, approvals, default_days, carries_over, carry_most,
             carry_until, updated_by, date_created, date_updated)
           VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $9) RETURNING id`,
          values,
        )
      : await tx.query<{ id: number }>(
          `UPDATE leave_type SET name = $1, limited = $2, approvals = $3, default_days = $4, carries_over = $5,
             carry_most = $6, carry_until = $7, updated_by = $8, date_updated = $9
           WHERE ${HERE} AND id = $10 RETURNING id`,
          [...values, id],
        );
  await announce(tx, { topic: 'leaves', ids: [], by: caller.id });
  return (await listTypes(tx, saved!.id)).slice(1, -1);
}

/** Takes a type out of use; leaves of it stay as they are. @throws 404 */
export async function removeType(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  if (!(await findType(tx, id))) throw notFound();
  await tx.query(
    `UPDATE leave_type SET deleted_at = $2, date_updated = $2, updated_by = $3 WHERE ${HERE} AND id = $1`,
    [id, tx.stamp, caller.id],
  );
  await announce(tx, { topic: 'leaves', ids: [], by: caller.id });
}
