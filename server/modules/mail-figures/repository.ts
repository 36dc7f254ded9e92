import type { Tx } from '#server/lib/database.ts';

/** Days as YYYY-MM-DD, both included; no centers: all of them. */
export type Period = { from: string; until: string; centers: number[] | null };

/** Today by the organisation's clocks. */
export async function today(tx: Tx): Promise<string> {
  const [row] = await tx.named<{ day: string }>(
    'figures-today',
    'SELECT (now() AT TIME ZONE time_zone)::date::text AS day FROM organisation WHERE id = $1',
    [tx.organisation],
  );
  return row!.day;
}

// The smallest bucket that at least this share of the deliveries fall into or below: the nearest rank.
const rank = (share: number) => `delivery_ms(min(bucket) FILTER (WHERE upto >= ${share} * among))`;
const named = (table: string, id: string) =>
  `(SELECT json_build_object('id', look.id, 'name', look.name) FROM ${table} look
    WHERE look.organisation_id = $4 AND look.id = ${id})`;

const SQL = `
WITH counted AS MATERIALIZED (
  SELECT day, center_id, courier_id, checked_in, delivered FROM mail_day
  WHERE organisation_id = $4 AND day BETWEEN $1 AND $2 AND ($3::bigint[] IS NULL OR center_id = ANY ($3))
), timed AS MATERIALIZED (
  SELECT day, bucket, sum(delivered) AS delivered FROM mail_delivery_time
  WHERE organisation_id = $4 AND day BETWEEN $1 AND $2 AND ($3::bigint[] IS NULL OR center_id = ANY ($3))
  GROUP BY day, bucket HAVING sum(delivered) > 0
), ranked AS (
  SELECT bucket, sum(sum(delivered)) OVER (ORDER BY bucket) AS upto, sum(sum(delivered)) OVER () AS among
  FROM timed GROUP BY bucket
), ranked_by_day AS (
  SELECT day, bucket, sum(delivered) OVER (PARTITION BY day ORDER BY bucket) AS upto,
    sum(delivered) OVER (PARTITION BY day) AS among
  FROM timed
)
SELECT json_strip_nulls(json_build_object(
  'from', $1::date, 'until', $2::date,
  'days', (SELECT json_agg(json_build_object('day', d.day::date, 'checkedIn', coalesce(c.checked_in, 0),
      'delivered', coalesce(c.delivered, 0)) ORDER BY d.day)
    FROM generate_series($1::date, $2::date, interval '1 day') d(day)
    LEFT JOIN (SELECT day, sum(checked_in) AS checked_in, sum(delivered) AS delivered FROM counted GROUP BY day) c
      ON c.day = d.day::date),
  'couriers', (SELECT coalesce(json_agg(json_build_object('courier', ${named('courier', 'c.courier_id')},
      'checkedIn', c.checked_in) ORDER BY c.checked_in DESC, c.courier_id), '[]')
    FROM (SELECT courier_id, sum(checked_in) AS checked_in FROM counted GROUP BY courier_id) c WHERE c.checked_in > 0),
  'centers', (SELECT coalesce(json_agg(json_build_object('center', ${named('center', 'c.center_id')},
      'checkedIn', c.checked_in, 'delivered', c.delivered) ORDER BY c.checked_in DESC, c.center_id), '[]')
    FROM (SELECT center_id, sum(checked_in) AS checked_in, sum(delivered) AS delivered FROM counted GROUP BY center_id) c
    WHERE c.checked_in > 0 OR c.delivered > 0),
  'timeToDelivery', (SELECT json_build_object('medianMs', all_days.median, 'p90Ms', all_days.p90,
      'days', (SELECT json_agg(json_build_object('day', day, 'medianMs', median) ORDER BY day)
        FROM (SELECT day, ${rank(0.5)} AS median FROM ranked_by_day GROUP BY day) one))
    FROM (SELECT ${rank(0.5)} AS median, ${rank(0.9)} AS p90 FROM ranked) all_days WHERE all_days.median IS NOT NULL)
))::text AS json`;

/** The contract's mailStats as JSON text. */
export async function loadFigures(tx: Tx, { from, until, centers }: Period): Promise<string> {
  const [row] = await tx.named<{ json: string }>('figures', SQL, [from, until, centers, tx.organisation]);
  return row!.json;
}
