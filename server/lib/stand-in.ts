import type { Caller } from './caller.ts';
import { managers } from './caller.ts';
import type { Tx } from './database.ts';

/**
 * The caller with the managing roles of those for whom they stand in today, because these are on leave. For approvals
 * alone: whoever stands in decides what waits, and changes no settings.
 */
export async function withStandIns(tx: Tx, caller: Caller): Promise<Caller> {
  const held = await tx.named<Caller['permissions'][number]>(
    'stand-in-permissions',
    `SELECT p.role, p.center_id AS "centerId", c.module FROM permission p
     JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
     WHERE p.organisation_id = current_organisation() AND p.user_id <> $1 AND p.role = ANY($2::text[])
       AND p.user_id = ANY(ARRAY(SELECT acts_for($1, organisation_day())))`,
    [caller.id, managers],
  );
  return held.length === 0 ? caller : { ...caller, permissions: [...caller.permissions, ...held] };
}
