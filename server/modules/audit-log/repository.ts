import type { AuditAction, AuditKind, AuditQuery } from '#contract/audit.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions } from '#server/lib/paging.ts';
import { namings } from './names.ts';

export type Line = {
  id: number;
  at: number;
  actor: number | null;
  kind: AuditKind;
  record: number;
  part: string | null;
  action: AuditAction;
  changes: Record<string, [unknown, unknown]>;
};

const moment = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

/** The newest lines that match, read along the index of the record, of the person or of time. */
export function listLines(tx: Tx, query: AuditQuery): Promise<Line[]> {
  const where = conditions('l.organisation_id = current_organisation()')
    .add('l.kind = ANY(?)', query.kind)
    .add('l.record_id = ANY(?::bigint[])', query.record)
    .add('l.actor_id = ANY(?::bigint[])', query.person)
    .add('l.action = ANY(?)', query.action)
    .add('l.at >= ?', moment(query.from))
    .add('l.at < ?', moment(query.until));
  if (query.before !== undefined) {
    const [at, id] = query.before.split('-').map(Number) as [number, number];
    where.params.push(new Date(Math.min(at, 253_402_300_799_999)), id);
    where.when(true, `(l.at, l.id) < ($${where.params.length - 1}, $${where.params.length})`);
  }
  return tx.query<Line>(
    `SELECT l.id, epoch_ms(l.at) AS at, l.actor_id AS actor, l.kind, l.record_id AS record, l.part, l.action, l.changes
     FROM audit_log l WHERE ${where.sql} ORDER BY l.at DESC, l.id DESC LIMIT ${Number(query.limit)}`,
    where.params,
  );
}

/** What records of a kind are called today; those that are gone altogether, or have no name, are missing. */
export async function namesOf(tx: Tx, kind: AuditKind, ids: number[]): Promise<Map<number, string>> {
  const naming = namings[kind];
  if (!naming) return new Map();
  const rows = await tx.query<{ id: number; name: string | null }>(
    `SELECT r.id, ${naming.name} AS name FROM ${naming.table} r WHERE r.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
