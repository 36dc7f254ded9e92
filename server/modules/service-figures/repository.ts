import type { ServiceFigures } from '#contract/service-figures.ts';
import type { Tx } from '#server/lib/database.ts';

/** Days as YYYY-MM-DD, both included; no centers, types or buildings: all of them. */
export type Period = {
  from: string;
  until: string;
  centers: number[] | null;
  types: number[] | null;
  buildings: number[] | null;
};

const MOST_LINES = 100;
/** By the nearest rank, of what was completed in the period; milliseconds. */
const rank = (share: number) =>
  `round(1000 * percentile_disc(${share}) WITHIN GROUP (ORDER BY took) FILTER (WHERE took IS NOT NULL))::bigint`;
const counts = `'opened', count(*) FILTER (WHERE opened), 'closed', count(*) FILTER (WHERE closed),
  'met', count(*) FILTER (WHERE closed AND met), 'missed', count(*) FILTER (WHERE closed AND NOT met),
  'medianMs', ${rank(0.5)}`;
const frequent = (id: string) => `ORDER BY count(*) DESC, ${id} LIMIT ${MOST_LINES}`;
const lines = (text: string) => `(SELECT coalesce(json_agg(line), '[]') FROM (${text}) lines)`;

/** Asked for as values, not joined: then an index finds the few of a short period. */
const within = (moment: string) =>
  `(${moment} >= (SELECT since FROM span) AND ${moment} < (SELECT until FROM span))`;

// A request counts as opened in the week in which it was, and as closed in the week in which that was.
const FIGURES = `
WITH span AS (
  SELECT o.time_zone AS zone, $1::date::timestamp AT TIME ZONE o.time_zone AS since,
    ($2::date + 1)::timestamp AT TIME ZONE o.time_zone AS until
  FROM organisation o WHERE o.id = $4
), picked AS MATERIALIZED (
  SELECT r.service_type_id, r.room_id, r.promise_met AS met, r.date_created, r.closed_at,
    ${within('r.date_created')} AS opened, coalesce(${within('r.closed_at')}, false) AS closed,
    CASE WHEN r.state = 'completed' AND ${within('r.closed_at')}
      THEN extract(epoch FROM r.closed_at - r.date_created) END AS took
  FROM service_request r
  WHERE r.organisation_id = $4 AND r.deleted_at IS NULL AND ($3::bigint[] IS NULL OR r.center_id = ANY ($3))
    AND ($5::bigint[] IS NULL OR r.service_type_id = ANY ($5))
    AND ($6::bigint[] IS NULL OR r.room_id IN (
      SELECT room.id FROM room JOIN floor f ON f.organisation_id = $4 AND f.id = room.floor_id
      WHERE room.organisation_id = $4 AND f.building_id = ANY ($6)))
    AND (${within('r.date_created')} OR ${within('r.closed_at')})
), moments AS (
  SELECT date_trunc('week', date_created AT TIME ZONE span.zone)::date AS week, true AS opened, false AS closed,
    NULL::boolean AS met, NULL::numeric AS took
  FROM picked, span WHERE opened
  UNION ALL
  SELECT date_trunc('week', closed_at AT TIME ZONE span.zone)::date, false, true, met, took FROM picked, span WHERE closed
)
SELECT json_strip_nulls(json_build_object(
  'from', $1::date, 'until', $2::date,
  'weeks', (SELECT json_agg(line ORDER BY week) FROM (
    SELECT w.week::date AS week, json_build_object('week', w.week::date, ${counts}) AS line
    FROM generate_series(date_trunc('week', $1::date::timestamp), $2::date::timestamp, interval '1 week') AS w(week)
    LEFT JOIN moments m ON m.week = w.week::date GROUP BY w.week) weeks),
  'types', ${lines(`SELECT json_build_object('type', json_build_object('id', t.id, 'name', t.name),
      'product', p.name, ${counts}) AS line
    FROM picked JOIN service_type t ON t.organisation_id = $4 AND t.id = picked.service_type_id
    JOIN service_product p ON p.organisation_id = $4 AND p.id = t.service_product_id
    GROUP BY t.id, t.name, p.name ${frequent('t.id')}`)},
  'places', ${lines(`SELECT json_build_object('building', json_build_object('id', b.id, 'name', b.name), ${counts}) AS line
    FROM picked JOIN room ON room.organisation_id = $4 AND room.id = picked.room_id
    JOIN floor storey ON storey.organisation_id = $4 AND storey.id = room.floor_id
    JOIN building b ON b.organisation_id = $4 AND b.id = storey.building_id
    GROUP BY b.id, b.name ${frequent('b.id')}`)}
))::jsonb || (SELECT jsonb_strip_nulls(jsonb_build_object(${counts}, 'p90Ms', ${rank(0.9)})) FROM picked) AS figures`;

export async function loadFigures(
  tx: Tx,
  { from, until, centers, types, buildings }: Period,
): Promise<ServiceFigures> {
  const [row] = await tx.named<{ figures: ServiceFigures }>('service-figures', FIGURES, [
    from,
    until,
    centers,
    tx.organisation,
    types,
    buildings,
  ]);
  return row!.figures;
}
