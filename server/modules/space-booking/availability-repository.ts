import { createHash } from 'node:crypto';
import type { AvailabilityQuery } from '#contract/availability.ts';
import type { Tx } from '#server/lib/database.ts';
import { ruleJoined } from './reservation-json.ts';
import { bookable, placed, spaceColumns } from './space-filters.ts';
import { belongs } from './space-repository.ts';

export type Asked = AvailabilityQuery & { startDate: number; endDate: number };

/**
 * Bookable spaces as a JSON array, the free ones first, each with what keeps it from being booked. The rules are those of
 * `breach`, said for all the spaces at once; a test holds the two together. $1, $2: the time; $3: the person; $4: how
 * many people; $5: whether the caller manages;
 * $6, $7: which page.
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
    query.limit,
    query.startAt,
  );
  const text = `WITH law AS MATERIALIZED (
       SELECT coalesce(max(buffer_before), 0) AS before, coalesce(max(buffer_after), 0) AS after FROM booking_rule
       WHERE organisation_id = current_organisation()
     ), held AS MATERIALIZED (
       SELECT h.* FROM law, held_anywhere($1::timestamptz - make_interval(mins => law.before),
         $2::timestamptz + make_interval(mins => law.after)) h
     ), looked AS MATERIALIZED (
       SELECT room.id AS room, room.capacity, room.name AS room_name, house.name AS house_name, house.id AS house,
         storey.level, storey.id AS storey, rule.who, rule.longest_minutes, rule.days_ahead, rule.approval,
         CASE WHEN rule.who = 'groups' THEN NOT ${belongs('$3')} END AS outside,
         CASE WHEN rule.id IS NULL THEN $1::timestamptz ELSE $1 - make_interval(mins => rule.buffer_before) END AS since,
         CASE WHEN rule.id IS NULL THEN $2::timestamptz ELSE $2 + make_interval(mins => rule.buffer_after) END AS until
       FROM ${placed} ${ruleJoined('room')}
       WHERE ${where.sql}
     ), busy AS (
       SELECT held.room_id, max(upper(held.blocked)) AS until
       FROM held JOIN looked ON looked.room = held.room_id AND lower(held.blocked) < looked.until
         AND upper(held.blocked) > looked.since
       GROUP BY held.room_id
     ), judged AS (
       SELECT looked.*, busy.until AS busy_until, CASE
           WHEN busy.until IS NOT NULL THEN 'taken'
           WHEN capacity < $4::double precision THEN 'too-small'
           WHEN $5::boolean OR who IS NULL THEN NULL
           WHEN who = 'managers' OR outside THEN 'rule-who'
           WHEN $2::timestamptz - $1::timestamptz > make_interval(mins => longest_minutes) THEN 'rule-longest'
           WHEN $1::timestamptz > now() + make_interval(hours => 24 * days_ahead) THEN 'rule-ahead'
         END AS code
       FROM looked LEFT JOIN busy ON busy.room_id = looked.room
     ), first AS (
       SELECT * FROM judged ${query.freeOnly ? 'WHERE code IS NULL' : ''}
       ORDER BY code IS NOT NULL, house_name COLLATE "und-x-icu", house, level NULLS LAST, storey,
         room_name COLLATE "und-x-icu", room LIMIT $6 OFFSET $7
     ), page AS MATERIALIZED (
       SELECT room AS id, coalesce(approval, false) AND NOT $5 AS approval, row_number() OVER () AS place,
         CASE code WHEN 'taken' THEN json_build_object('code', code, 'until', epoch_ms(busy_until))
           WHEN 'too-small' THEN json_build_object('code', code, 'limit', capacity)
           WHEN 'rule-longest' THEN json_build_object('code', code, 'limit', longest_minutes)
           WHEN 'rule-ahead' THEN json_build_object('code', code, 'limit', days_ahead)
           WHEN 'rule-who' THEN json_build_object('code', code) END AS reason
       FROM first
     )
     SELECT '[' || coalesce(string_agg(
       left(json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${spaceColumns}) one)))::text, -1)
       || ',"free":' || (reason IS NULL)::text || ',"approval":' || page.approval::text
       || coalesce(',"reason":' || reason::text, '') || '}', ',' ORDER BY place), '') || ']' AS json
     FROM page, ${placed} WHERE room.organisation_id = (SELECT current_organisation()) AND room.id = page.id`;
  // Planning takes as long as the search itself, and there are few sets of filters: each is a statement of its own.
  const name = `booking-available ${createHash('sha256').update(text).digest('base64').slice(0, 20)}`;
  const [row] = await tx.named<{ json: string }>(name, text, where.params);
  return row!.json;
}
