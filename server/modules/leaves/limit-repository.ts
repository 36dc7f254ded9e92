import type { LeaveLimitQuery } from '#contract/leaves.ts';
import type { UserShort } from '#contract/users.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { HERE, manages } from './sql.ts';

export async function findPerson(tx: Tx, id: number): Promise<boolean> {
  const found = await tx.query(`SELECT FROM app_user WHERE ${HERE} AND id = $1 AND deleted_at IS NULL`, [id]);
  return found.length > 0;
}

/** Who would decide first on leave of the person; undefined: any site administrator. */
export async function firstApprover(tx: Tx, user: number): Promise<UserShort | undefined> {
  const [row] = await tx.query<{ person: UserShort | null }>(
    `SELECT ${userShort('turn', 'id')} AS person
     FROM (SELECT current_organisation() AS organisation_id, leave_approver($1, 0) AS id) turn`,
    [user],
  );
  return row?.person ?? undefined;
}

/** Those of the people whose days the caller may know: their own, and those of whom they manage directly or through others. */
export async function knownTo(tx: Tx, caller: Caller, users: readonly number[]): Promise<Set<number>> {
  const rows = await tx.query<{ id: number }>(
    `SELECT p.id FROM app_user p WHERE p.${HERE} AND p.id = ANY($3::bigint[])
       AND ($2::boolean OR p.id = $1::bigint OR ${manages('p.id')})`,
    [caller.id, caller.siteAdmin, users],
  );
  return new Set(rows.map(({ id }) => id));
}

export type Pair = { user: UserShort; type: number };
/** People and types, a page of them; of what nobody approves only those of the caller, and all for administrators. */
export const pairsOf = (
  tx: Tx,
  caller: Caller,
  users: readonly number[],
  query: LeaveLimitQuery,
): Promise<Pair[]> => {
  const where = conditions(
    `p.${HERE} AND p.id = ANY($3::bigint[]) AND t.deleted_at IS NULL AND (t.approvals > 0 OR p.id = $1 OR $2)`,
    caller.id,
    caller.siteAdmin,
    users,
  ).add('t.id = ANY(?::bigint[])', query.typeId);
  return tx.query<Pair>(
    `WITH page AS MATERIALIZED (
       SELECT p.organisation_id, p.id AS person, p.name, t.id AS type
       FROM app_user p JOIN leave_type t ON t.organisation_id = p.organisation_id WHERE ${where.sql}
       ORDER BY p.name COLLATE "und-x-icu", p.id, t.id LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)})
     SELECT ${userShort('page', 'person')} AS "user", type FROM page
     ORDER BY name COLLATE "und-x-icu", person, type`,
    where.params,
  );
};

export type LimitWrite = {
  user: number;
  type: number;
  year: number;
  days: number | null;
  carried: number | null;
};
export async function writeLimit(tx: WriteTx, author: number, limit: LimitWrite): Promise<void> {
  const key = [limit.user, limit.type, limit.year];
  if (limit.days === null && limit.carried === null)
    await tx.query(
      `DELETE FROM leave_limit WHERE ${HERE} AND user_id = $1 AND leave_type_id = $2 AND year = $3`,
      key,
    );
  else
    await tx.query(
      `INSERT INTO leave_limit (organisation_id, user_id, leave_type_id, year, days, carried, updated_by, date_updated)
       VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (organisation_id, user_id, leave_type_id, year)
       DO UPDATE SET days = $4, carried = $5, updated_by = $6, date_updated = $7`,
      [...key, limit.days, limit.carried, author, tx.stamp],
    );
}
