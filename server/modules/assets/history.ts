import type { AssetEventKind } from '#contract/assets.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** A line of an asset's history. Absent ids stand for none. */
export type NewAssetEvent = {
  asset: number;
  kind: AssetEventKind;
  from?: { room?: number | null; owner?: number | null };
  to?: { room?: number | null; owner?: number | null };
  note?: string | null | undefined;
  fields?: string[];
};

/** Writes lines into the history. @param by null: the server by itself */
export async function noteAssets(
  tx: WriteTx,
  by: number | null,
  events: readonly NewAssetEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ asset, kind, from = {}, to = {}, note, fields = [] }) => ({
    asset,
    kind,
    from_room: from.room ?? null,
    from_owner: from.owner ?? null,
    to_room: to.room ?? null,
    to_owner: to.owner ?? null,
    note: note ?? null,
    fields,
  }));
  await tx.query(
    `INSERT INTO asset_event (organisation_id, asset_id, kind, at, entered_by, from_room_id, from_owner_id, to_room_id,
       to_owner_id, note, fields)
     SELECT current_organisation(), asset, kind, $2, $3, from_room, from_owner, to_room, to_owner, note, fields
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (asset bigint, kind text, from_room bigint, from_owner bigint,
       to_room bigint, to_owner bigint, note text, fields text[])) WITH ORDINALITY
       AS given (asset, kind, from_room, from_owner, to_room, to_owner, note, fields, nth) ORDER BY nth`,
    [JSON.stringify(rows), tx.stamp, by],
  );
}

const named = (
  table: string,
  column: string,
) => `(SELECT json_build_object('id', k.id, 'name', k.name) FROM ${table} k
  WHERE k.organisation_id = e.organisation_id AND k.id = e.${column})`;
const whereabouts = (way: string) =>
  `json_build_object('room', ${named('room', `${way}_room_id`)}, 'owner', ${named('app_user', `${way}_owner_id`)})`;

/** A page of an asset's history, newest first, as JSON text. */
export async function listHistory(
  tx: Tx,
  asset: number,
  { kind, limit, startAt }: { kind?: AssetEventKind[] | undefined; limit: number; startAt: number },
): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM asset_event WHERE asset_id = $1 AND ($2::text[] IS NULL OR kind = ANY($2::text[]))
       ORDER BY id DESC LIMIT $3 OFFSET $4
     )
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT e.id, e.kind, epoch_ms(e.at) AS at,
       ${named('app_user', 'entered_by')} AS by, ${whereabouts('from')} AS from, ${whereabouts('to')} AS to,
       e.note, e.fields) one) ORDER BY e.id DESC)), '[]')::text AS json
     FROM page e`,
    [asset, kind ?? null, limit, startAt],
  );
  return row!.json;
}
