import type { AuditState } from '#contract/asset-audit-state.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** Ids by what they are of; all empty: the whole organisation. */
export type Scope = {
  buildings: number[];
  floors: number[];
  spaces: number[];
  types: number[];
  owners: number[];
};
export const scopeParts = {
  buildings: { table: 'building', column: 'building_id', word: 'building' },
  floors: { table: 'floor', column: 'floor_id', word: 'floor' },
  spaces: { table: 'room', column: 'room_id', word: 'space' },
  types: { table: 'asset_type', column: 'asset_type_id', word: 'asset type' },
  owners: { table: 'app_user', column: 'owner_id', word: 'person' },
} as const;
export type ScopePart = keyof typeof scopeParts;

/** @throws 400 naming the field for an id of nothing that is in use */
export async function demandThere(
  tx: Tx,
  table: string,
  ids: readonly number[],
  at: { field: (index: number) => string; word: string },
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM ${table} WHERE organisation_id = current_organisation() AND id = ANY($1) AND deleted_at IS NULL`,
    [ids],
  );
  const there = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id) => !there.has(id));
  if (missing >= 0) throw invalid(at.field(missing), `names no ${at.word} (id ${ids[missing]!})`);
}

export type Campaign = {
  name?: string | undefined;
  note?: string | undefined;
  due_at?: Date | null | undefined;
  series_id?: number | null | undefined;
  occurs_at?: Date | null | undefined;
};
const given = (values: Campaign) => Object.entries(values).filter(([, value]) => value !== undefined);

/** @param by null: the server by itself */
export async function insertAudit(tx: WriteTx, by: number | null, values: Campaign): Promise<number> {
  const columns = given(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO asset_audit (organisation_id, date_created, date_updated, created_by${columns.map(([name]) => `, ${name}`).join('')})
     VALUES (current_organisation(), $1, $1, $2${columns.map((_, index) => `, $${index + 3}`).join('')}) RETURNING id`,
    [tx.stamp, by, ...columns.map(([, value]) => value)],
  );
  return row!.id;
}
export async function updateAudit(tx: WriteTx, id: number, values: Campaign): Promise<void> {
  const columns = given(values);
  await tx.query(
    `UPDATE asset_audit SET date_updated = $1${columns.map(([name], index) => `, ${name} = $${index + 3}`).join('')}
     WHERE organisation_id = current_organisation() AND id = $2`,
    [tx.stamp, id, ...columns.map(([, value]) => value)],
  );
}

export async function readScope(tx: Tx, audit: number): Promise<Scope> {
  const rows = await tx.query<Record<string, number | null>>(
    `SELECT building_id, floor_id, room_id, asset_type_id, owner_id FROM asset_audit_scope
     WHERE organisation_id = current_organisation() AND audit_id = $1`,
    [audit],
  );
  const of = (part: ScopePart) => rows.flatMap((row) => row[scopeParts[part].column] ?? []);
  return {
    buildings: of('buildings'),
    floors: of('floors'),
    spaces: of('spaces'),
    types: of('types'),
    owners: of('owners'),
  };
}
export async function writeScope(tx: WriteTx, audit: number, scope: Scope): Promise<void> {
  await tx.query(
    'DELETE FROM asset_audit_scope WHERE organisation_id = current_organisation() AND audit_id = $1',
    [audit],
  );
  for (const [part, { column }] of Object.entries(scopeParts))
    await tx.query(
      `INSERT INTO asset_audit_scope (organisation_id, audit_id, ${column})
       SELECT DISTINCT current_organisation(), $1::bigint, unnest($2::bigint[])`,
      [audit, scope[part as ScopePart]],
    );
}

export type Auditor = { id: number; floors: number[] };
export async function readAuditors(tx: Tx, audit: number): Promise<Auditor[]> {
  return tx.query<Auditor>(
    `SELECT w.user_id AS id, (SELECT coalesce(json_agg(t.floor_id), '[]') FROM asset_audit_part t
       WHERE t.organisation_id = w.organisation_id AND t.audit_id = w.audit_id AND t.user_id = w.user_id) AS floors
     FROM asset_audit_person w JOIN app_user u ON u.organisation_id = w.organisation_id AND u.id = w.user_id
     WHERE w.organisation_id = current_organisation() AND w.audit_id = $1 AND w.named AND u.deleted_at IS NULL`,
    [audit],
  );
}
export async function writeAuditors(tx: WriteTx, audit: number, auditors: readonly Auditor[]): Promise<void> {
  const whose = 'organisation_id = current_organisation() AND audit_id = $1';
  await tx.query(`DELETE FROM asset_audit_part WHERE ${whose}`, [audit]);
  await tx.query(`DELETE FROM asset_audit_person WHERE ${whose} AND NOT user_id = ANY($2)`, [
    audit,
    auditors.map(({ id }) => id),
  ]);
  await tx.query(
    `INSERT INTO asset_audit_person (organisation_id, audit_id, user_id)
     SELECT DISTINCT current_organisation(), $1::bigint, unnest($2::bigint[]) ON CONFLICT DO NOTHING`,
    [audit, auditors.map(({ id }) => id)],
  );
  await tx.query(
    `INSERT INTO asset_audit_part (organisation_id, audit_id, user_id, floor_id)
     SELECT DISTINCT current_organisation(), $1::bigint, part.person, part.floor
     FROM jsonb_to_recordset($2::jsonb) AS part (person bigint, floor bigint)`,
    [
      audit,
      JSON.stringify(auditors.flatMap(({ id, floors }) => floors.map((floor) => ({ person: id, floor })))),
    ],
  );
}

/** What goes with a state, as SQL; $1 the stamp, $2 the campaign, $3 who. */
const sets: Record<AuditState, string> = {
  planned: '',
  open: `state = 'open', opened_at = coalesce(opened_at, $1), opened_by = coalesce(opened_by, $3), walked_at = NULL`,
  reconciling: `state = 'reconciling', walked_at = $1`,
  closed: `state = 'closed', closed_at = $1, closed_by = $3`,
  cancelled: `state = 'cancelled', closed_at = $1, closed_by = $3`,
};
export async function setState(
  tx: WriteTx,
  id: number,
  state: Exclude<AuditState, 'planned'>,
  by: number,
): Promise<void> {
  // Named in every statement, also where it is not noted: PostgreSQL wants to know the type of each parameter.
  await tx.query(
    `UPDATE asset_audit SET date_updated = $1, ${sets[state]}
     WHERE organisation_id = current_organisation() AND id = $2 AND $3::bigint IS NOT NULL`,
    [tx.stamp, id, by],
  );
}

const OF_AUDIT = 'organisation_id = current_organisation() AND audit_id = $1';
/** Writes down what depends on others: figures, and the names of spaces and of everybody who had a part in it. */
export async function freeze(tx: WriteTx, id: number, figures: object, reason: string | null): Promise<void> {
  // Arrays, read once: joined, the rows of a campaign that is not in the statistics yet would be walked through for every
  // space and person of the organisation.
  await tx.query(
    `INSERT INTO asset_audit_space (organisation_id, audit_id, room_id, room, floor_id, floor, building_id, building)
     SELECT r.organisation_id, $1, r.id, r.name, f.id, f.name, b.id, b.name FROM room r
     JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     WHERE r.organisation_id = current_organisation() AND r.id = ANY(ARRAY(
       SELECT DISTINCT unnest(ARRAY[expected_room_id, register_room_id]) FROM asset_audit_asset WHERE ${OF_AUDIT}))
     ON CONFLICT DO NOTHING`,
    [id],
  );
  await tx.query(
    `INSERT INTO asset_audit_person AS p (organisation_id, audit_id, user_id, named, name)
     SELECT u.organisation_id, $1, u.id, false, u.name FROM app_user u
     WHERE u.organisation_id = current_organisation() AND u.id = ANY(ARRAY(
       SELECT user_id FROM asset_audit_person WHERE ${OF_AUDIT}
       UNION SELECT scanned_by FROM asset_scan WHERE ${OF_AUDIT}
       UNION SELECT unnest(ARRAY[decided_by, placed_by, register_owner_id]) FROM asset_audit_asset WHERE ${OF_AUDIT}
       UNION SELECT done_by FROM asset_audit_space WHERE ${OF_AUDIT}
       UNION SELECT decided_by FROM asset_unknown_tag WHERE ${OF_AUDIT}))
     ON CONFLICT (organisation_id, audit_id, user_id) DO UPDATE SET name = excluded.name`,
    [id],
  );
  await tx.query(
    `UPDATE asset_audit SET figures = $2::jsonb, cancel_reason = $3
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, JSON.stringify(figures), reason],
  );
}
