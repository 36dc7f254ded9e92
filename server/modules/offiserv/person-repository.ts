import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';

/** Somebody with what they may do, as if they called; undefined: there is no such person. */
export async function findActor(tx: Tx, id: number): Promise<Caller | undefined> {
  const [row] = await tx.named<Pick<Caller, 'siteAdmin' | 'permissions'>>(
    'offiserv-actor',
    `SELECT u.site_admin AS "siteAdmin", coalesce((
       SELECT json_agg(json_build_object('role', p.role, 'centerId', p.center_id, 'module', c.module))
       FROM permission p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
       WHERE p.organisation_id = u.organisation_id AND p.user_id = u.id), '[]') AS permissions
     FROM app_user u WHERE u.organisation_id = current_organisation() AND u.id = $1 AND u.deleted_at IS NULL`,
    [id],
  );
  return row && { id, organisation: tx.organisation, ...row };
}
