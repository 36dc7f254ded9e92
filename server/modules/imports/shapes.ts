import { createHash } from 'node:crypto';
import { importFields, type ImportKind } from '#contract/imports.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** How a file was read: its columns, and what held where there were none. */
export type Way = { mapping: Record<string, number>; defaults: Record<string, string> };

/** Files of one system have one shape: their headers, in their order. */
const shapeOf = (headers: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(headers)).digest('base64url');

/** How the last file with these headers was read; undefined when there was none. */
export async function recallWay(
  tx: Tx,
  kind: ImportKind,
  headers: readonly string[],
): Promise<Way | undefined> {
  const [way] = await tx.query<Way>(
    `SELECT mapping, defaults FROM import_shape
     WHERE organisation_id = current_organisation() AND kind = $1 AND shape = $2`,
    [kind, shapeOf(headers)],
  );
  if (!way) return undefined;
  // Fields may have gone since.
  const fields = new Set(importFields[kind].map(({ name }) => name));
  const known = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => fields.has(name)));
  return { mapping: known(way.mapping), defaults: known(way.defaults) };
}

export const rememberWay = (
  tx: WriteTx,
  kind: ImportKind,
  headers: readonly string[],
  { mapping, defaults }: Way,
) =>
  tx.query(
    `INSERT INTO import_shape AS s (organisation_id, kind, shape, mapping, defaults, date_updated)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organisation_id, kind, shape) DO UPDATE SET mapping = excluded.mapping,
       defaults = excluded.defaults, date_updated = excluded.date_updated
     WHERE (s.mapping, s.defaults) IS DISTINCT FROM (excluded.mapping, excluded.defaults)`,
    [tx.organisation, kind, shapeOf(headers), JSON.stringify(mapping), JSON.stringify(defaults), tx.stamp],
  );
