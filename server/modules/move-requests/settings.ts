import type { MoveFieldWrite, MoveTaskEdit, MoveTypeEdit } from '#contract/moves-settings.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { mostUsualPriority } from '#server/modules/service-requests/service.ts';
import { row, taskColumns, typeColumns } from './move-json.ts';

type Field = { id: number; code: string; name: string };
type Table = 'move_request_type' | 'move_task';
const HERE = 'organisation_id = current_organisation()';

/** A code from a name, unlike the others: “Desk Chair?” becomes deskChair. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const words = name.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map((word, n) => (n === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1))
    .join('')
    .slice(0, 70);
  const base = /^[A-Za-z]/.test(joined) ? joined : `field${joined}`;
  let code = base;
  for (let n = 2; taken.has(code); n += 1) code = `${base}${n}`;
  return code;
}

/**
 * The fields that a list asks for: those that there are keep their number. @param last the highest that the table has
 * @throws 400 naming the field
 */
function fieldsOf(writes: readonly MoveFieldWrite[], before: readonly Field[], last: number): Field[] {
  const known = new Map(before.map((field) => [field.code, field]));
  const codes = new Set<string>();
  for (const [n, { code }] of writes.entries()) {
    if (code === undefined) continue;
    if (codes.has(code)) throw invalid(`fields[${n}].code`, `“${code}” is that of another field`);
    codes.add(code);
  }
  let next = last;
  return writes.map(({ code: given, name }) => {
    const code = given ?? codeOf(name, codes);
    codes.add(code);
    return { id: known.get(code)?.id ?? (next += 1), code, name };
  });
}

async function load(tx: Tx, table: Table, id: number) {
  const inUse = table === 'move_task' ? 'AND deleted_at IS NULL' : '';
  const [found] = await tx.query<{ fields: Field[] }>(
    `SELECT fields FROM ${table} WHERE ${HERE} AND id = $1 ${inUse}`,
    [id],
  );
  if (!found) throw notFound();
  return found.fields;
}
const lastField = async (tx: Tx, table: Table) =>
  (
    await tx.query<{ last: number }>(
      `SELECT coalesce(max((field ->> 'id')::bigint), 0) AS last FROM ${table}, jsonb_array_elements(fields) AS all_of (field)
       WHERE ${HERE}`,
    )
  )[0]!.last;

/** JSON text of one of them, told to every open dashboard. */
async function told(tx: WriteTx, caller: Caller, table: Table, id: number): Promise<string> {
  const columns = table === 'move_task' ? taskColumns('look') : typeColumns('look');
  const [shown] = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(${row(columns)})::text AS json FROM ${table} look WHERE look.${HERE} AND look.id = $1`,
    [id],
  );
  await announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });
  return shown!.json;
}

/** Renames a type of move, or its fields. JSON text. @throws 400, 404 */
export async function editType(tx: WriteTx, caller: Caller, id: number, edit: MoveTypeEdit): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  const before = await load(tx, 'move_request_type', id);
  const fields = edit.fields && fieldsOf(edit.fields, before, await lastField(tx, 'move_request_type'));
  await tx.query(
    `UPDATE move_request_type SET name = coalesce($2, name), fields = coalesce($3::jsonb, fields), date_updated = $4
     WHERE ${HERE} AND id = $1`,
    [id, edit.name ?? null, fields ? JSON.stringify(fields) : null, tx.stamp],
  );
  return told(tx, caller, 'move_request_type', id);
}

/** Adds a task (id null), or changes one. JSON text. @throws 400, 404 */
export async function saveTask(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  edit: MoveTaskEdit,
): Promise<string> {
  if (id !== null && edit.id !== undefined && edit.id !== id)
    throw invalid('id', 'is not that of the address');
  const before = id === null ? [] : await load(tx, 'move_task', id);
  const fields = edit.fields && fieldsOf(edit.fields, before, await lastField(tx, 'move_task'));
  const { serviceType } = edit;
  if (serviceType && (await mostUsualPriority(tx, serviceType.id)) === undefined)
    throw invalid('serviceType', `names no type of service request (id ${serviceType.id})`);
  const values = [
    edit.name ?? null,
    fields ? JSON.stringify(fields) : null,
    serviceType?.id ?? null,
    tx.stamp,
  ];
  const [saved] =
    id === null
      ? await tx.query<{ id: number }>(
          `INSERT INTO move_task (organisation_id, name, fields, service_type_id, date_created, date_updated)
           VALUES (current_organisation(), $1, coalesce($2::jsonb, '[]'), $3, $4, $4) RETURNING id`,
          values,
        )
      : await tx.query<{ id: number }>(
          `UPDATE move_task SET name = coalesce($1, name), fields = coalesce($2::jsonb, fields),
             service_type_id = CASE WHEN $6::boolean THEN $3 ELSE service_type_id END, date_updated = $4
           WHERE ${HERE} AND id = $5 RETURNING id`,
          [...values, id, serviceType !== undefined],
        );
  return told(tx, caller, 'move_task', saved!.id);
}

/** Takes a task out of use; checklists that have it keep it. @throws 404 */
export async function removeTask(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  await load(tx, 'move_task', id);
  await tx.query(`UPDATE move_task SET deleted_at = $2, date_updated = $2 WHERE ${HERE} AND id = $1`, [
    id,
    tx.stamp,
  ]);
  await announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });
}
