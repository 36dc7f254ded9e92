import { createHash } from 'node:crypto';
import type { Queries } from '#server/lib/database.ts';

const MOST = 200;
const names = new Map<string, string>();

/**
 * Runs a statement whose text depends on the filters asked for, prepared when it is one of the first 200
 * texts this process has seen. The rest, strange combinations, are planned each time: every prepared
 * statement costs memory on every connection.
 */
export function prepared<Row extends object>(tx: Queries, sql: string, params: unknown[]): Promise<Row[]> {
  let name = names.get(sql);
  if (!name) {
    if (names.size >= MOST) return tx.query<Row>(sql, params);
    name = `mail-${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    names.set(sql, name);
  }
  return tx.named<Row>(name, sql, params);
}
