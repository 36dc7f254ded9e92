import type { Tx } from '#server/lib/database.ts';
import { catalogueColumns } from './item-json.ts';
import { renderItems } from './read-repository.ts';

/** When the organisation's day began. */
const TODAY = `(SELECT date_trunc('day', now() AT TIME ZONE o.time_zone) AT TIME ZONE o.time_zone
  FROM organisation o WHERE o.id = current_organisation())`;

/** Where a route calls, and what of it is open or was delivered today, each parcel with its stop's place. */
const SHEET = `
WITH parcels AS MATERIALIZED (
  SELECT i.id, i.mail_stop_id, i.current_queue FROM mail_item i
  WHERE i.mail_route_id = $1 AND i.current_queue IN ('IN', 'CHECKOUT') AND i.deleted_at IS NULL
  UNION ALL
  SELECT i.id, i.mail_stop_id, i.current_queue FROM mail_item i
  WHERE i.mail_route_id = $1 AND i.delivered_at >= ${TODAY} AND i.deleted_at IS NULL
), calls AS (
  SELECT s.mail_stop_id AS stop, s.position FROM mail_route_stop s WHERE s.mail_route_id = $1
  UNION ALL
  SELECT DISTINCT p.mail_stop_id, NULL::integer FROM parcels p
  WHERE NOT EXISTS (SELECT FROM mail_route_stop s WHERE s.mail_route_id = $1 AND s.mail_stop_id = p.mail_stop_id)
)
SELECT
  (SELECT row_to_json(one)::text FROM (SELECT ${catalogueColumns.route('look')}) one) AS route,
  calls.stop, calls.position, stop.name, p.id AS parcel, p.current_queue = 'OUT' AS delivered
FROM mail_route look
LEFT JOIN calls ON true
LEFT JOIN mail_stop stop ON stop.organisation_id = look.organisation_id AND stop.id = calls.stop
LEFT JOIN parcels p ON p.mail_stop_id IS NOT DISTINCT FROM calls.stop AND (calls.stop IS NOT NULL OR p.id IS NOT NULL)
WHERE look.id = $1 AND look.deleted_at IS NULL
ORDER BY calls.stop IS NULL, calls.position NULLS LAST, stop.name COLLATE "und-x-icu", calls.stop, p.id`;

type Row = {
  route: string;
  stop: number | null;
  position: number | null;
  name: string | null;
  parcel: number | null;
  delivered: boolean;
};
type Call = { stop: string; remaining: string[]; delivered: string[] };

const array = (texts: string[]) => `[${texts.join(',')}]`;

/**
 * The contract's run sheet as JSON text, or undefined when there is no such route. The stops come in the
 * order of the route, then those that it does not call at, then what has no stop.
 * @param all with the stops that there is nothing for
 */
export async function loadRunSheet(tx: Tx, route: number, all: boolean): Promise<string | undefined> {
  const rows = await tx.named<Row>('mail-run-sheet', SHEET, [route]);
  if (!rows[0]) return undefined;
  const items = await renderItems(
    tx,
    rows.flatMap(({ parcel }) => parcel ?? []),
  );
  const calls = new Map<number | null, Call>();
  for (const { stop, name, parcel, delivered } of rows) {
    if (stop === null && parcel === null) continue;
    const call = calls.get(stop) ?? { stop: '', remaining: [], delivered: [] };
    if (stop !== null) call.stop = `"stop":${JSON.stringify({ id: stop, name })},`;
    if (parcel !== null) (delivered ? call.delivered : call.remaining).push(items.get(parcel)!);
    calls.set(stop, call);
  }
  const shown = [...calls.values()].map((call, index) => ({ ...call, position: index + 1 }));
  const stops = shown
    .filter(({ remaining, delivered }) => all || remaining.length + delivered.length > 0)
    .map(
      ({ stop, position, remaining, delivered }) =>
        `{${stop}"position":${position},"remaining":${array(remaining)},"delivered":${array(delivered)}}`,
    );
  const count = (kind: 'remaining' | 'delivered') => shown.reduce((sum, call) => sum + call[kind].length, 0);
  return `{"route":${rows[0].route},"stops":${array(stops)},"remaining":${count('remaining')},"delivered":${count('delivered')}}`;
}

/** The delivery routes with what is left on each today, as JSON text. */
export async function loadRunSheets(tx: Tx): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'mail-run-sheets',
    `SELECT coalesce(json_agg(one), '[]')::text AS json FROM (
       SELECT ${catalogueColumns.route('look')},
         (SELECT count(*) FROM mail_route_stop s WHERE s.mail_route_id = look.id) AS stops,
         (SELECT count(*) FROM mail_item i WHERE i.organisation_id = look.organisation_id
            AND i.mail_route_id = look.id AND i.current_queue IN ('IN', 'CHECKOUT') AND i.deleted_at IS NULL)
           AS remaining,
         (SELECT count(*) FROM mail_item i WHERE i.organisation_id = look.organisation_id
            AND i.mail_route_id = look.id AND i.delivered_at >= ${TODAY} AND i.deleted_at IS NULL) AS delivered
       FROM mail_route look WHERE NOT look.for_shipping AND look.deleted_at IS NULL
       ORDER BY look.name COLLATE "und-x-icu", look.id
     ) one`,
  );
  return row!.json;
}
