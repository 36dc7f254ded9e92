import type { MoveStatusCode } from '#contract/moves.ts';
import type { Tx } from '#server/lib/database.ts';

const HERE = 'organisation_id = current_organisation()';

export async function findStatus(tx: Tx, id: number): Promise<MoveStatusCode | undefined> {
  const [row] = await tx.query<{ code: MoveStatusCode }>(
    `SELECT code FROM move_status WHERE ${HERE} AND id = $1`,
    [id],
  );
  return row?.code;
}

/** The move center of this number; without a number the first there is. */
export async function findCenter(tx: Tx, id: number | undefined): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `SELECT id FROM center WHERE ${HERE} AND module = 'move' AND ($1::bigint IS NULL OR id = $1) ORDER BY id LIMIT 1`,
    [id ?? null],
  );
  return row?.id;
}

export type MoveType = { id: number; name: string; code: 'new' | 'move' | 'terminate'; equipment: boolean };
export const loadTypes = (tx: Tx): Promise<MoveType[]> =>
  tx.query(`SELECT id, name, type_code AS code, equipment FROM move_request_type WHERE ${HERE} ORDER BY id`);

const tables = { user: 'app_user', room: 'room', asset: 'asset' } as const;
/** Those of the ids that there are and that have not been removed. */
export async function findThere(
  tx: Tx,
  what: keyof typeof tables,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM ${tables[what]} WHERE ${HERE} AND id = ANY($1::bigint[]) AND deleted_at IS NULL`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
