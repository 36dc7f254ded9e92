import type { FieldKind } from '#contract/service-requests-catalogue.ts';
import type { Tx } from '#server/lib/database.ts';

export type Field = {
  id: number;
  code: string;
  name: string;
  kind: FieldKind;
  required: boolean;
  choices: string[];
};
/** What a request takes over from its type. `center`: of its category, else the first maintenance center there is. */
export type Terms = {
  id: number;
  name: string;
  center: number | null;
  defaultPriority: number;
  operators: number;
  customerPriority: boolean;
  customerDate: boolean;
  assetRequired: boolean;
  approval: boolean;
  fields: Field[];
};

/** @param offered only what may be asked for anew */
export async function findTerms(tx: Tx, type: number, offered: boolean): Promise<Terms | undefined> {
  const [row] = await tx.named<Terms>(
    'service-terms',
    `SELECT t.id, t.name, coalesce(c.center_id, (SELECT min(m.id) FROM center m
         WHERE m.organisation_id = t.organisation_id AND m.module = 'maintenance')) AS center,
       t.default_priority_id AS "defaultPriority", t.operators_required AS operators,
       t.customer_priority AS "customerPriority", t.customer_date AS "customerDate",
       t.asset_required AS "assetRequired", t.approval,
       (SELECT coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'kind', f.kind,
          'required', f.required, 'choices', f.choices) ORDER BY f.sort_order, f.id), '[]')
        FROM service_field f WHERE f.organisation_id = t.organisation_id AND f.service_type_id = t.id
          AND f.deleted_at IS NULL) AS fields
     FROM service_type t
     JOIN service_product p ON p.organisation_id = t.organisation_id AND p.id = t.service_product_id
     LEFT JOIN service_category c ON c.organisation_id = p.organisation_id AND c.id = p.service_category_id
     WHERE t.id = $1 AND (NOT $2::boolean OR (t.active AND t.deleted_at IS NULL))`,
    [type, offered],
  );
  return row;
}

const questions = {
  requester: 'SELECT FROM app_user WHERE id = $1 AND deleted_at IS NULL',
  priority: 'SELECT FROM priority WHERE id = $1 AND deleted_at IS NULL',
  room: 'SELECT FROM room WHERE id = $1 AND deleted_at IS NULL',
  center: `SELECT FROM center WHERE id = $1 AND module = 'maintenance'`,
};
/** Whether there is such a thing in the organisation, in use. */
export const isThere = async (tx: Tx, what: keyof typeof questions, id: number) =>
  (await tx.query(questions[what], [id])).length > 0;

export async function findHoldReason(tx: Tx, id: number, center: number): Promise<boolean> {
  const sql = `SELECT FROM service_hold_reason WHERE id = $1 AND center_id = $2 AND deleted_at IS NULL`;
  return (await tx.query(sql, [id, center])).length > 0;
}

export const loadAnswers = async (tx: Tx, request: number): Promise<Map<number, string>> => {
  const rows = await tx.query<{ field: number; value: string }>(
    'SELECT service_field_id AS field, value FROM service_request_value WHERE service_request_id = $1',
    [request],
  );
  return new Map(rows.map(({ field, value }) => [field, value]));
};

/** Makes these the answers of the request. */
export async function replaceAnswers(tx: Tx, request: number, answers: ReadonlyMap<number, string>) {
  const given = JSON.stringify([...answers].map(([field, value]) => ({ field, value })));
  await tx.query(
    `DELETE FROM service_request_value WHERE service_request_id = $1 AND service_field_id NOT IN
       (SELECT field FROM jsonb_to_recordset($2::jsonb) AS given (field bigint))`,
    [request, given],
  );
  await tx.query(
    `INSERT INTO service_request_value AS kept (organisation_id, service_request_id, service_field_id, value)
     SELECT current_organisation(), $1, field, value
     FROM jsonb_to_recordset($2::jsonb) AS given (field bigint, value text)
     ON CONFLICT (organisation_id, service_request_id, service_field_id) DO UPDATE SET value = excluded.value
       WHERE kept.value <> excluded.value`,
    [request, given],
  );
}
