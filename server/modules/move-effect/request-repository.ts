import type { MoveKind, PlanItem, PlanRequest } from '#contract/move-plan.ts';
import type { Tx } from '#server/lib/database.ts';

/** An item with what taking effect needs of it; references as ids. */
export type Item = PlanItem & {
  name: string;
  fields: Record<string, string>;
  /** Who takes over parcels and approvals of a person who leaves; null: their manager. */
  heir: number | null;
  /** What is taken along; null: the usual. */
  chosen: number[] | null;
};
/** A request that has not taken effect; `date` in epoch milliseconds. */
export type Request = Omit<PlanRequest, 'items'> & {
  date: number | null;
  due: boolean;
  description: string;
  requester: number;
  approvedBy: number | null;
  failure: string | null;
  items: Item[];
};

/** SQL: neither over, nor put aside. */
const OPEN = `r.organisation_id = current_organisation() AND r.deleted_at IS NULL AND r.archived_at IS NULL
  AND r.effected_at IS NULL AND s.code NOT IN ('0', 'don')`;
const kind = `CASE WHEN t.equipment THEN 'equipment' ELSE t.type_code END`;
const SELECT = `
SELECT r.id, r.description, epoch_ms(r.date) AS date, r.approved, coalesce(r.approved AND r.date <= now(), false) AS due,
  to_char(r.date AT TIME ZONE o.time_zone, 'YYYY-MM-DD') AS day, r.requester_id AS requester,
  r.approved_by AS "approvedBy", r.failure,
  coalesce((SELECT json_agg(json_build_object('key', i.id, 'kind', ${kind}, 'person', i.user_id, 'asset', i.asset_id,
      'to', i.to_room_id, 'name', i.name, 'fields', i.field_values, 'heir', i.heir_id,
      'chosen', CASE WHEN i.assets_chosen THEN ARRAY(SELECT c.asset_id FROM move_item_taken c
        WHERE c.organisation_id = i.organisation_id AND c.move_item_id = i.id) END) ORDER BY i.nth)
    FROM move_item i JOIN move_request_type t ON t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id
    WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id), '[]') AS items
FROM move_request r JOIN move_status s ON s.organisation_id = r.organisation_id AND s.id = r.move_status_id
JOIN organisation o ON o.id = r.organisation_id`;

/** Every request that is open, approved or not. */
export const openRequests = (tx: Tx): Promise<Request[]> =>
  tx.named('move-open', `${SELECT} WHERE ${OPEN} ORDER BY r.id`);

/** Those of the ids that are open. */
export const requestsOf = (tx: Tx, ids: readonly number[]): Promise<Request[]> =>
  tx.named('move-open-of', `${SELECT} WHERE ${OPEN} AND r.id = ANY($1::bigint[]) ORDER BY r.id`, [ids]);

export type Standing = {
  id: number;
  date: number | null;
  effectedAt: number | null;
  failure: { why: string; at: number } | null;
  /** The changes that the items' outcomes tell; of what took effect. */
  outcomes: unknown[];
};
/** How it stands with a request, open or not. */
export async function standingOf(tx: Tx, id: number): Promise<Standing | undefined> {
  const [row] = await tx.query<Standing>(
    `SELECT r.id, epoch_ms(r.date) AS date, epoch_ms(r.effected_at) AS "effectedAt",
       CASE WHEN r.failure IS NOT NULL THEN json_build_object('why', r.failure, 'at', epoch_ms(r.failed_at)) END AS failure,
       coalesce((SELECT json_agg(i.outcome ORDER BY i.nth) FROM move_item i WHERE i.organisation_id = r.organisation_id
         AND i.move_request_id = r.id AND i.outcome IS NOT NULL), '[]') AS outcomes
     FROM move_request r WHERE r.organisation_id = current_organisation() AND r.id = $1 AND r.deleted_at IS NULL`,
    [id],
  );
  return row;
}

export type TypeKind = { id: number; kind: MoveKind };
export const typeKinds = (tx: Tx): Promise<TypeKind[]> =>
  tx.query(
    `SELECT t.id, ${kind} AS kind FROM move_request_type t WHERE t.organisation_id = current_organisation()`,
  );
/** Where and when it is, as the plan has days. */
export async function dayOf(tx: Tx, date: number | null): Promise<string | null> {
  if (date === null) return null;
  const [row] = await tx.query<{ day: string }>(
    `SELECT to_char($1::timestamptz AT TIME ZONE time_zone, 'YYYY-MM-DD') AS day FROM organisation
     WHERE id = current_organisation()`,
    [new Date(date)],
  );
  return row!.day;
}
