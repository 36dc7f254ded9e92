import type { MailStats } from '#contract/mail-stats.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Counts } from './histogram.ts';

/** Days as YYYY-MM-DD, both included; no centers: all of them. */
export type Period = { from: string; until: string; centers: number[] | null };

const named = (table: string, id: string) =>
  `(SELECT json_build_object('id', look.id, 'name', look.name) FROM ${table} look
    WHERE look.organisation_id = $4 AND look.id = ${id})`;

/**
 * Whole months are read as months, the days before and after them as days: $5 is the first of the first month
 * within the period, $6 the day after the last one.
 */
const VOLUME = `
WITH counted AS MATERIALIZED (
  SELECT day, center_id, checked_in, delivered FROM mail_day
  WHERE organisation_id = $4 AND day BETWEEN $1 AND $2 AND ($3::bigint[] IS NULL OR center_id = ANY ($3))
), spans (span, first, last) AS (
  VALUES ('day', $1::date, least($2, $5::date - 1)), ('month', $5, $6::date - 1), ('day', greatest($5, $6), $2)
), by_courier AS (
  SELECT c.courier_id, sum(c.checked_in) AS checked_in FROM spans
  JOIN mail_courier_count c ON c.organisation_id = $4 AND c.span = spans.span AND c.starts BETWEEN first AND last
  WHERE $3::bigint[] IS NULL OR c.center_id = ANY ($3) GROUP BY c.courier_id
)
SELECT json_build_object(
  'from', $1::date, 'until', $2::date,
  'days', (SELECT json_agg(json_build_object('day', d.day::date, 'checkedIn', coalesce(c.checked_in, 0),
      'delivered', coalesce(c.delivered, 0)) ORDER BY d.day)
    FROM generate_series($1::date, $2::date, interval '1 day') d(day)
    LEFT JOIN (SELECT day, sum(checked_in) AS checked_in, sum(delivered) AS delivered FROM counted GROUP BY day) c
      ON c.day = d.day::date),
  'couriers', (SELECT coalesce(json_agg(json_build_object('courier', ${named('courier', 'c.courier_id')},
      'checkedIn', c.checked_in) ORDER BY c.checked_in DESC, c.courier_id), '[]') FROM by_courier c WHERE c.checked_in > 0),
  'centers', (SELECT coalesce(json_agg(json_build_object('center', ${named('center', 'c.center_id')},
      'checkedIn', c.checked_in, 'delivered', c.delivered) ORDER BY c.checked_in DESC, c.center_id), '[]')
    FROM (SELECT center_id, sum(checked_in) AS checked_in, sum(delivered) AS delivered FROM counted GROUP BY center_id) c
    WHERE c.checked_in > 0 OR c.delivered > 0)
) AS volume`;

const DAY = 86_400_000;
const daysLater = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY);
const firstOfMonth = (date: Date, monthsLater = 0) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1)).toISOString().slice(0, 10);

/** The months that lie wholly within the period: the first day of the first, and the day after the last. */
const wholeMonths = ({ from, until }: Pick<Period, 'from' | 'until'>): [string, string] => [
  firstOfMonth(daysLater(from, -1), 1),
  firstOfMonth(daysLater(until, 1)),
];

export async function loadVolume(tx: Tx, period: Period) {
  const { from, until, centers } = period;
  const params = [from, until, centers, tx.organisation, ...wholeMonths(period)];
  const [row] = await tx.named<{ volume: Omit<MailStats, 'timeToDelivery'> }>(
    'figures-volume',
    VOLUME,
    params,
  );
  return row!.volume;
}

/** How long deliveries took, day by day; several rows a day where several centers were asked for. */
export async function loadDeliveryTimes(tx: Tx, { from, until, centers }: Period) {
  // Center 0 is all of them.
  const rows = await tx.named<{ day: string; counts: string }>(
    'figures-times',
    `SELECT day::text AS day, counts::text AS counts FROM mail_delivery_time
     WHERE organisation_id = $4 AND day BETWEEN $1 AND $2 AND center_id = ANY (coalesce($3::bigint[], '{0}'))
     ORDER BY day`,
    [from, until, centers?.filter((id) => id !== 0) ?? null, tx.organisation],
  );
  // {1,2} as the driver would read it too, letter by letter, in ten times the time.
  return rows.map(({ day, counts }) => ({ day, counts: JSON.parse(`[${counts.slice(1, -1)}]`) as Counts }));
}
