import type { AuditChange, AuditEntry, AuditKind, AuditQuery } from '#contract/audit.ts';
import type { Tx } from '#server/lib/database.ts';
import { kindOf } from './names.ts';
import { listLines, namesOf, type Line } from './repository.ts';

type Names = { of(kind: AuditKind | undefined, id: unknown): string | undefined };

/** One look-up for each kind of record on the page, however many of its records the lines speak of. */
async function findNames(tx: Tx, lines: Line[]): Promise<Names> {
  const wanted = new Map<AuditKind, Set<number>>();
  const want = (kind: AuditKind | undefined, id: unknown) => {
    if (kind === undefined || typeof id !== 'number') return;
    wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  };
  for (const { kind, record, actor, changes } of lines) {
    want(kind, record);
    want('user', actor);
    for (const [column, values] of Object.entries(changes))
      for (const value of values) want(kindOf(column, kind), value);
  }
  const names = new Map<AuditKind, Map<number, string>>();
  for (const [kind, ids] of wanted) names.set(kind, await namesOf(tx, kind, [...ids]));
  return { of: (kind, id) => (kind && typeof id === 'number' ? names.get(kind)?.get(id) : undefined) };
}

function changesOf({ kind, changes }: Line, names: Names): AuditChange[] {
  return Object.entries(changes).map(([column, [from, to]]) => {
    const refersTo = kindOf(column, kind);
    const fromName = names.of(refersTo, from);
    const toName = names.of(refersTo, to);
    return {
      column,
      from,
      to,
      ...(fromName !== undefined && { fromName }),
      ...(toName !== undefined && { toName }),
    };
  });
}

/** The lines of the log that match, newest first, with the names of what they speak of. */
export async function readLog(tx: Tx, query: AuditQuery): Promise<AuditEntry[]> {
  const lines = await listLines(tx, query);
  const names = await findNames(tx, lines);
  return lines.map((line) => {
    const { id, at, actor, kind, record, part, action } = line;
    const name = names.of(kind, record);
    return {
      id,
      at,
      cursor: `${at}-${id}`,
      ...(actor !== null && { actor: { id: actor, name: names.of('user', actor) ?? `#${actor}` } }),
      kind,
      record: { id: record, ...(name !== undefined && { name }) },
      ...(part !== null && { part }),
      action,
      changes: changesOf(line, names),
    };
  });
}
