import type { TypeWrite } from '#contract/service-requests-catalogue.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** Tables and columns are ours, never a client's. */
export type Values = Record<string, unknown>;

export async function insertRow(tx: WriteTx, table: string, values: Values): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, date_created, date_updated${names.map((name) => `, ${name}`).join('')})
     VALUES (current_organisation(), $1, $1${names.map((_, index) => `, $${index + 2}`).join('')}) RETURNING id`,
    [tx.stamp, ...Object.values(values)],
  );
  return row!.id;
}

/** Whether there was such a row, in use. Values that are undefined stay. */
export async function updateRow(tx: WriteTx, table: string, id: number, values: Values): Promise<boolean> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const rows = await tx.query(
    `UPDATE ${table} SET date_updated = $2${given.map(([name], index) => `, ${name} = $${index + 3}`).join('')}
     WHERE id = $1 AND deleted_at IS NULL RETURNING id`,
    [id, tx.stamp, ...given.map(([, value]) => value)],
  );
  return rows.length > 0;
}

/** The maintenance center that a row of the catalogue belongs to; null: to none; undefined: there is no such row. */
export async function centerOf(tx: Tx, table: string, id: number): Promise<number | null | undefined> {
  const from: Record<string, string> = {
    service_category: 'SELECT center_id FROM service_category WHERE id = $1 AND deleted_at IS NULL',
    service_hold_reason: 'SELECT center_id FROM service_hold_reason WHERE id = $1 AND deleted_at IS NULL',
    service_product: `SELECT c.center_id FROM service_product p LEFT JOIN service_category c
      ON c.organisation_id = p.organisation_id AND c.id = p.service_category_id
      WHERE p.id = $1 AND p.deleted_at IS NULL`,
    service_type: `SELECT c.center_id FROM service_type t
      JOIN service_product p ON p.organisation_id = t.organisation_id AND p.id = t.service_product_id
      LEFT JOIN service_category c ON c.organisation_id = p.organisation_id AND c.id = p.service_category_id
      WHERE t.id = $1 AND t.deleted_at IS NULL`,
    priority: 'SELECT NULL::bigint AS center_id FROM priority WHERE id = $1 AND deleted_at IS NULL',
    center: `SELECT id AS center_id FROM center WHERE id = $1 AND module = 'maintenance'`,
  };
  const [row] = await tx.query<{ center_id: number | null }>(from[table]!, [id]);
  return row && row.center_id;
}

/** The least urgent that is still above Low, or any: what a type without a word about it begins with. */
export async function usualPriority(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `SELECT id FROM priority WHERE deleted_at IS NULL ORDER BY abs(sort_order - 3), sort_order, id LIMIT 1`,
  );
  return row?.id;
}

/** Of these, the priorities that there are. */
export async function knownPriorities(tx: Tx, ids: number[]): Promise<Set<number>> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM priority WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether something in use hangs on it still. */
export async function isHeld(tx: Tx, table: string, id: number): Promise<boolean> {
  const by: Record<string, string> = {
    service_category:
      'SELECT FROM service_product WHERE service_category_id = $1 AND deleted_at IS NULL LIMIT 1',
    service_product: 'SELECT FROM service_type WHERE service_product_id = $1 AND deleted_at IS NULL LIMIT 1',
    priority: 'SELECT FROM service_type WHERE default_priority_id = $1 AND deleted_at IS NULL LIMIT 1',
  };
  const question = by[table];
  return question !== undefined && (await tx.query(question, [id])).length > 0;
}

/** Makes these the type's promises. What stays as it is is not touched. */
export async function replacePromises(
  tx: WriteTx,
  type: number,
  promises: { priority: number; minutes: number }[],
) {
  const params = [type, JSON.stringify(promises)];
  const given = 'jsonb_to_recordset($2) AS given (priority bigint, minutes integer)';
  await tx.query(
    `DELETE FROM service_type_promise WHERE service_type_id = $1 AND priority_id NOT IN (SELECT priority FROM ${given})`,
    params,
  );
  await tx.query(
    `INSERT INTO service_type_promise AS kept (organisation_id, service_type_id, priority_id, minutes)
     SELECT current_organisation(), $1, priority, minutes FROM ${given}
     ON CONFLICT (organisation_id, service_type_id, priority_id) DO UPDATE SET minutes = excluded.minutes
       WHERE kept.minutes <> excluded.minutes`,
    params,
  );
}

/** Makes these the type's questions, in this order. What is dropped stays for the answers that it was given. */
export async function replaceFields(tx: WriteTx, type: number, fields: NonNullable<TypeWrite['fields']>) {
  const given = `jsonb_to_recordset($2) AS given (code text, name text, kind text, required boolean, choices text[],
    sort_order integer)`;
  const params = [type, JSON.stringify(fields.map((field, index) => ({ ...field, sort_order: index + 1 })))];
  await tx.query(
    `UPDATE service_field SET deleted_at = $3 WHERE service_type_id = $1 AND deleted_at IS NULL
       AND code NOT IN (SELECT code FROM ${given})`,
    [...params, tx.stamp],
  );
  await tx.query(
    `INSERT INTO service_field AS kept (organisation_id, service_type_id, code, name, kind, required, choices, sort_order)
     SELECT current_organisation(), $1, code, name, kind, required, choices, sort_order FROM ${given} ORDER BY sort_order
     ON CONFLICT (organisation_id, service_type_id, code) WHERE deleted_at IS NULL DO UPDATE
       SET name = excluded.name, kind = excluded.kind, required = excluded.required, choices = excluded.choices,
         sort_order = excluded.sort_order
       WHERE (kept.name, kept.kind, kept.required, kept.choices, kept.sort_order)
         IS DISTINCT FROM (excluded.name, excluded.kind, excluded.required, excluded.choices, excluded.sort_order)`,
    params,
  );
}
