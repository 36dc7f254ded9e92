import type { SpaceUseQuery, SpaceUse } from '#contract/space-use.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions } from '#server/lib/paging.ts';
import { startOfDaySql, ZONE } from './sql-day.ts';

/** Days as YYYY-MM-DD, both included. `week`, `minutes`: see open-week.ts; `holidays` are days that count as closed. */
export type Asked = Pick<SpaceUseQuery, 'buildingId' | 'floorId' | 'type' | 'order'> & {
  from: string;
  until: string;
  week: string;
  minutes: number[];
  holidays: string[];
  /** Of the spaces; all without one. */
  limit?: number;
};

/** Today by the organisation’s clocks, and its first reservation center that has hours. */
export async function loadFrame(tx: Tx) {
  const [row] = await tx.named<{ today: string; center: number | null }>(
    'space-use-frame',
    `SELECT (now() AT TIME ZONE o.time_zone)::date::text AS today,
       (SELECT c.id FROM center c WHERE c.organisation_id = o.id AND c.module = 'reservation'
          AND EXISTS (SELECT FROM center_hours h WHERE h.organisation_id = c.organisation_id AND h.center_id = c.id)
        ORDER BY c.id LIMIT 1) AS center
     FROM organisation o WHERE o.id = current_organisation()`,
  );
  return row!;
}

const named = (id: string, name: string) => `json_build_object('id', ${id}, 'name', ${name})`;
const ms = (until: string, since: string) => `(epoch_ms(${until}) - epoch_ms(${since}))`;
const counts = (condition: string) => `count(*) FILTER (WHERE begins AND ${condition})`;
const NO_SHOW = `(state = 'released' OR state = 'booked' AND ends <= now())`;

const HASHED = `SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off;
  SET LOCAL work_mem = '64MB'`;

/**
 * All figures in one query. Bookings are not laid over hours one by one: their starts and ends, together with
 * every quarter of an hour at which clocks may strike or something may open, cut the time of a zone into stretches in
 * which nothing changes. How many spaces are in use in a stretch is the sum of starts and ends up to it; how long has been
 * open by then tells the open time of any booking by one subtraction. What the clocks show is asked of each stretch by
 * itself, so a change of the clocks needs no care: offsets are whole quarters of an hour.
 * $1, $2: the days; $3: the week as bits; $4: minutes after the quarter; $5: holidays; $6: how many spaces.
 */
export async function loadUse(tx: Tx, asked: Asked): Promise<Omit<SpaceUse, 'center'>> {
  const { from, until, week, minutes, holidays, limit } = asked;
  const where = conditions(
    'room.organisation_id = current_organisation() AND room.deleted_at IS NULL AND room.reservable',
    from,
    until,
    week,
    minutes,
    holidays,
    limit ?? null,
  )
    .add('room.room_type_id = ANY(?)', asked.type)
    .add('room.floor_id = ANY(?)', asked.floorId)
    .add('house.id = ANY(?)', asked.buildingId);
  // The planner knows nothing of what it has yet to reckon, and would try each booking with all moments of its zone;
  // what is left is to hash them.
  await tx.query(HASHED);
  const way = asked.order === 'least' ? 'ASC' : 'DESC';
  const [row] = await tx.query<{ json: Omit<SpaceUse, 'center'> }>(
    `WITH space AS MATERIALIZED (
       SELECT room.id, room.name, room.capacity, ${named('kind.id', 'kind.name')} AS type,
         ${named('storey.id', 'storey.name')} AS floor, ${named('house.id', 'house.name')} AS building, ${ZONE} AS zone
       FROM room
       JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
       JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
       JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
       JOIN organisation company ON company.id = room.organisation_id
       WHERE ${where.sql}
     ), zone AS MATERIALIZED (
       SELECT zone AS name, count(*) AS spaces, ${startOfDaySql('$1::timestamp', 'zone')} AS since,
         ${startOfDaySql(`($2::timestamp + interval '1 day')`, 'zone')} AS until
       FROM space GROUP BY zone
     ), held AS MATERIALIZED (
       SELECT b.room_id, b.state, b.ends, b.taken, b.left_early, b.people, space.capacity, space.zone,
         greatest(b.starts, zone.since) AS since, least(b.ends, zone.until) AS until, b.starts >= zone.since AS begins
       FROM bookings_between((SELECT min(since) FROM zone), (SELECT max(until) FROM zone)) b
       JOIN space ON space.id = b.room_id JOIN zone ON zone.name = space.zone
       WHERE b.starts < zone.until AND b.ends > zone.since
     ), moment AS (
       SELECT zone, at, sum(change) AS change FROM (
         SELECT zone, since AS at, 1 AS change FROM held WHERE taken
         UNION ALL SELECT zone, until, -1 FROM held WHERE taken
         UNION ALL SELECT name, until, 0 FROM zone
         UNION ALL SELECT name, at, 0 FROM zone
           CROSS JOIN LATERAL generate_series(since, until, interval '15 minutes') quarter
           CROSS JOIN unnest($4::integer[]) late
           CROSS JOIN LATERAL (SELECT quarter + make_interval(mins => late)) edge (at) WHERE at < until
       ) changes GROUP BY zone, at
     ), stretch AS (
       SELECT zone, at, at AT TIME ZONE zone AS local, sum(change) OVER w AS used, ${ms('lead(at) OVER w', 'at')} AS lasts
       FROM moment WINDOW w AS (PARTITION BY zone ORDER BY at)
     ), told AS (
       SELECT zone, at, used, coalesce(lasts, 0) AS lasts, local::date <> ALL ($5::date[]) AS working,
         extract(isodow FROM local)::integer AS weekday, extract(hour FROM local)::integer AS hour,
         extract(minute FROM local)::integer AS minute
       FROM stretch
     ), opened AS MATERIALIZED (
       SELECT zone, at, epoch_ms(at) AS ms, used, lasts, weekday, hour,
         (sum(open) OVER (PARTITION BY zone ORDER BY at) - open)::bigint AS before
       FROM (SELECT told.*, CASE WHEN working
           AND get_bit($3::varbit, ((weekday - 1) * 24 + hour) * 60 + minute) = 1 THEN lasts ELSE 0 END AS open FROM told) o
     ), cell AS (
       SELECT weekday, hour, sum(used * lasts) AS booked, sum(spaces * lasts) AS there
       FROM opened JOIN zone ON zone.name = opened.zone GROUP BY weekday, hour
     ), full_time AS (SELECT zone, max(before) AS open FROM opened GROUP BY zone
     ), counted AS (
       SELECT room_id, ${counts(`state <> 'cancelled'`)} AS bookings, ${counts(`state = 'cancelled'`)} AS cancelled,
         ${counts(`(state = 'released' OR state <> 'cancelled' AND ends <= now())`)} AS over,
         ${counts(NO_SHOW)} AS no_shows, ${counts(`state = 'released'`)} AS released, ${counts('left_early')} AS left_early,
         ${counts('taken AND capacity > 0')} AS sized, sum(people) FILTER (WHERE begins AND taken AND capacity > 0) AS people,
         sum(capacity) FILTER (WHERE begins AND taken AND capacity > 0) AS places
       FROM held GROUP BY room_id
     ), spent AS (
       SELECT held.room_id, sum(b.ms - a.ms) AS booked, sum(b.before - a.before) AS open
       FROM held
       JOIN opened a ON a.zone = held.zone AND a.at = held.since
       JOIN opened b ON b.zone = held.zone AND b.at = held.until
       WHERE held.taken GROUP BY held.room_id
     ), used AS MATERIALIZED (
       SELECT space.*, full_time.open, coalesce(spent.booked, 0) AS booked, coalesce(spent.open, 0) AS booked_open,
         coalesce(counted.bookings, 0) AS bookings, coalesce(counted.no_shows, 0) AS no_shows, counted.cancelled,
         counted.over, counted.released, counted.left_early, counted.sized, counted.people, counted.places
       FROM space JOIN full_time ON full_time.zone = space.zone
       LEFT JOIN counted ON counted.room_id = space.id LEFT JOIN spent ON spent.room_id = space.id
     ), first AS (
       SELECT used.*, row_number() OVER (ORDER BY coalesce(booked_open / nullif(open, 0), 0) ${way}, booked ${way},
         name COLLATE "und-x-icu", id) AS place FROM used ORDER BY place LIMIT $6::integer
     )
     SELECT json_build_object('from', $1::date, 'until', $2::date, 'spaceCount', count(*),
       'bookedMs', coalesce(sum(booked), 0), 'openMs', coalesce(sum(open), 0),
       'bookedOpenMs', coalesce(sum(booked_open), 0), 'bookings', coalesce(sum(bookings), 0),
       'cancelled', coalesce(sum(cancelled), 0), 'over', coalesce(sum(over), 0),
       'noShows', coalesce(sum(no_shows), 0), 'released', coalesce(sum(released), 0),
       'leftEarly', coalesce(sum(left_early), 0),
       'sized', json_build_object('bookings', coalesce(sum(sized), 0), 'people', coalesce(sum(people), 0),
         'places', coalesce(sum(places), 0)),
       'cells', (SELECT json_agg(json_build_object('weekday', d, 'hour', h, 'bookedMs', coalesce(booked, 0),
           'spaceMs', coalesce(there, 0)) ORDER BY d, h)
         FROM generate_series(1, 7) d CROSS JOIN generate_series(0, 23) h
         LEFT JOIN cell ON cell.weekday = d AND cell.hour = h),
       'spaces', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', id, 'name', name, 'type', type,
           'floor', floor, 'building', building, 'capacity', capacity, 'bookings', bookings, 'noShows', no_shows,
           'bookedMs', booked, 'openMs', open, 'bookedOpenMs', booked_open)) ORDER BY place), '[]') FROM first)) AS json
     FROM used`,
    where.params,
  );
  return row!.json;
}
