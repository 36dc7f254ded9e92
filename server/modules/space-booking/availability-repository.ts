import type { AvailabilityQuery } from '#contract/availability.ts';
import type { Tx } from '#server/lib/database.ts';
import { ruleOf } from './reservation-json.ts';
import { bookable, placed, spaceColumns } from './space-filters.ts';
import { belongs } from './space-repository.ts';

export type Asked = AvailabilityQuery & { startDate: number; endDate: number };

/**
 * Bookable spaces as a JSON array, the free ones first, each with what keeps it from being booked. The rules are those of
 * `breach`, said for all the spaces at once; a test holds the two together. $1, $2: the time; $3: the person; $4: how
 * many people; $5: whether the caller manages.
 */
export async function findAvailable(
  tx: Tx,
  query: Asked,
  { person, manages }: { person: number; manages: boolean },
): Promise<string> {
  const where = bookable(
    query,
    new Date(query.startDate),
    new Date(query.endDate),
    person,
    query.numberOfPeople ?? null,
    manages,
  );
  const [row] = await tx.query<{ json: string }>(
    `WITH law AS MATERIALIZED (
       SELECT coalesce(max(buffer_before), 0) AS before, coalesce(max(buffer_after), 0) AS after FROM booking_rule
       WHERE organisation_id = current_organisation()
     ), held AS MATERIALIZED (
       SELECT h.* FROM law, held_anywhere($1::timestamptz - make_interval(mins => law.before),
         $2::timestamptz + make_interval(mins => law.after)) h
     ), looked AS MATERIALIZED (
       SELECT room.id AS room, room.capacity, room.name AS room_name, house.name AS house_name, house.id AS house,
         storey.level, storey.id AS storey, rule.*
       FROM ${placed}
       LEFT JOIN LATERAL (SELECT rule.who, rule.longest_minutes, rule.days_ahead, rule.buffer_before, rule.buffer_after,
         rule.approval, rule.who = 'groups' AND NOT ${belongs('$3')} AS outside FROM ${ruleOf('room')} rule) rule ON true
       WHERE ${where.sql}
     ), busy AS (
       SELECT held.room_id, max(upper(held.blocked)) AS until
       FROM held JOIN looked ON looked.room = held.room_id AND held.blocked &&
         widened(tstzrange($1, $2), coalesce(looked.buffer_before, 0), coalesce(looked.buffer_after, 0))
       GROUP BY held.room_id
     ), judged AS (
       SELECT looked.*, CASE
           WHEN busy.until IS NOT NULL THEN json_build_object('code', 'taken', 'until', epoch_ms(busy.until))
           WHEN capacity < $4::double precision THEN json_build_object('code', 'too-small', 'limit', capacity)
           WHEN $5::boolean OR who IS NULL THEN NULL
           WHEN who = 'managers' OR outside THEN json_build_object('code', 'rule-who')
           WHEN $2::timestamptz - $1::timestamptz > make_interval(mins => longest_minutes)
             THEN json_build_object('code', 'rule-longest', 'limit', longest_minutes)
           WHEN $1::timestamptz > now() + make_interval(hours => 24 * days_ahead)
             THEN json_build_object('code', 'rule-ahead', 'limit', days_ahead)
         END AS reason
       FROM looked LEFT JOIN busy ON busy.room_id = looked.room
     ), page AS MATERIALIZED (
       SELECT room AS id, reason, coalesce(approval, false) AND NOT $5 AS approval,
         row_number() OVER (ORDER BY (reason IS NOT NULL), house_name COLLATE "und-x-icu", house,
           level NULLS LAST, storey, room_name COLLATE "und-x-icu", room) AS place FROM judged
       ${query.freeOnly ? 'WHERE reason IS NULL' : ''}
       ORDER BY place LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}
     )
     SELECT '[' || coalesce(string_agg(
       left(json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${spaceColumns}) one)))::text, -1)
       || ',"free":' || (reason IS NULL)::text || ',"approval":' || page.approval::text
       || coalesce(',"reason":' || reason::text, '') || '}', ',' ORDER BY place), '') || ']' AS json
     FROM page, ${placed} WHERE room.organisation_id = current_organisation() AND room.id = page.id`,
    where.params,
  );
  return row!.json;
}
