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
  `percentile_disc(${share}) WITHIN GROUP (ORDER BY took) FILTER (WHERE took IS NOT NULL)`;
const counts = `'opened', count(*) FILTER (WHERE opened), 'closed', count(*) FILTER (WHERE closed),
  'met', count(*) FILTER (WHERE closed AND met), 'missed', count(*) FILTER (WHERE closed AND NOT met),
  'medianMs', ${rank(0.5)}`;
/** The figures of the most frequent ones of a column; names are looked up afterwards, once each. */
const frequent = (id: string, from: string) =>
  `(SELECT ${id} AS id, count(*) AS lines, json_build_object(${counts}) AS figures FROM ${from}
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_LINES}) most`;
const lines = (line: string, from: string) =>
  `(SELECT coalesce(json_agg((json_build_object(${line})::jsonb || most.figures::jsonb) ORDER BY most.lines DESC, most.id), '[]')
    FROM ${from})`;

/** Asked for as values, not joined: then an index finds the few of a short period. */
const within = (moment: string) =>
  `(${moment} >= (SELECT since FROM span) AND ${moment} < (SELECT until FROM span))`;
/** The week that a moment lies in, from 1: a search among their beginnings, where a calendar would be asked each time. */
const weekOf = (moment: string) => `width_bucket(${moment}, (SELECT weeks FROM span))`;

// A request counts as opened in the week in which it was, and as closed in the week in which that was.
const FIGURES = `
WITH span AS MATERIALIZED (
  SELECT $1::date::timestamp AT TIME ZONE o.time_zone AS since, ($2::date + 1)::timestamp AT TIME ZONE o.time_zone AS until,
    ARRAY(SELECT w AT TIME ZONE o.time_zone
      FROM generate_series(date_trunc('week', $1::date::timestamp), $2::date::timestamp, interval '1 week') w ORDER BY w) AS weeks
  FROM organisation o WHERE o.id = $4
), picked AS MATERIALIZED (
  SELECT r.service_type_id, r.room_id, r.promise_met AS met, r.date_created, r.closed_at,
    ${within('r.date_created')} AS opened, coalesce(${within('r.closed_at')}, false) AS closed,
    CASE WHEN r.state = 'completed' AND ${within('r.closed_at')}
      THEN (extract(epoch FROM r.closed_at - r.date_created) * 1000)::bigint END AS took
  FROM service_request r
  WHERE r.organisation_id = $4 AND r.deleted_at IS NULL AND ($3::bigint[] IS NULL OR r.center_id = ANY ($3))
    AND ($5::bigint[] IS NULL OR r.service_type_id = ANY ($5))
    AND ($6::bigint[] IS NULL OR r.room_id IN (
      SELECT room.id FROM room JOIN floor f ON f.organisation_id = $4 AND f.id = room.floor_id
      WHERE room.organisation_id = $4 AND f.building_id = ANY ($6)))
    AND (${within('r.date_created')} OR ${within('r.closed_at')})
), moments AS (
  SELECT ${weekOf('date_created')} AS week, true AS opened, false AS closed, NULL::boolean AS met, NULL::bigint AS took
  FROM picked WHERE opened
  UNION ALL
  SELECT ${weekOf('closed_at')}, false, true, met, took FROM picked WHERE closed
), building_of AS MATERIALIZED (
  SELECT room.id, storey.building_id FROM room
  JOIN floor storey ON storey.organisation_id = $4 AND storey.id = room.floor_id WHERE room.organisation_id = $4
)
SELECT json_strip_nulls(json_build_object(
  'from', $1::date, 'until', $2::date,
  'weeks', (SELECT json_agg((json_build_object('week', w.week::date)::jsonb || coalesce(figures, none)::jsonb) ORDER BY w.week)
    FROM generate_series(date_trunc('week', $1::date::timestamp), $2::date::timestamp, interval '1 week')
      WITH ORDINALITY AS w(week, nth)
    LEFT JOIN (SELECT week, json_build_object(${counts}) AS figures FROM moments GROUP BY week) m ON m.week = w.nth
    CROSS JOIN (SELECT json_build_object('opened', 0, 'closed', 0, 'met', 0, 'missed', 0) AS none) none),
  'types', ${lines(
    `'type', json_build_object('id', t.id, 'name', t.name), 'product', p.name`,
    `${frequent('service_type_id', 'picked')} JOIN service_type t ON t.organisation_id = $4 AND t.id = most.id
     JOIN service_product p ON p.organisation_id = $4 AND p.id = t.service_product_id`,
  )},
  'places', ${lines(
    `'building', json_build_object('id', b.id, 'name', b.name)`,
    `${frequent('building_id', 'picked JOIN building_of ON building_of.id = picked.room_id')}
     JOIN building b ON b.organisation_id = $4 AND b.id = most.id`,
  )}
))::jsonb || (SELECT jsonb_strip_nulls(jsonb_build_object(${counts}, 'p90Ms', ${rank(0.9)})) FROM picked) AS figures`;

export async function loadFigures(
  tx: Tx,
  { from, until, centers, types, buildings }: Period,
): Promise<ServiceFigures> {
  // A quarter of a year of a large organisation is sorted in memory, for this transaction alone.
  await tx.query("SET LOCAL work_mem = '32MB'");
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
