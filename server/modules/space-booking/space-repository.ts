import type { Tx } from '#server/lib/database.ts';
import { ruleOf } from './reservation-json.ts';

export type Law = {
  who: 'everybody' | 'groups' | 'managers';
  longestMinutes: number | null;
  daysAhead: number | null;
  bufferBefore: number;
  bufferAfter: number;
  approval: boolean;
  checkInMinutes: number | null;
  /** Whether the person belongs to the groups of the rule. */
  belongs: boolean;
};
/** A space as whoever books it meets it. */
export type Space = {
  id: number;
  name: string;
  reservable: boolean;
  capacity: number | null;
  zone: string;
  law: Law | null;
};

/** Whether the person $2 belongs to the groups of `rule`. */
export const belongs = (person: string) => `(EXISTS (SELECT FROM user_cost_center member
    WHERE member.organisation_id = rule.organisation_id AND member.user_id = ${person}
      AND member.item_id = ANY (rule.cost_center_ids))
  OR EXISTS (SELECT FROM app_user worker WHERE worker.organisation_id = rule.organisation_id AND worker.id = ${person}
    AND fold(btrim(worker.department)) = ANY (SELECT fold(btrim(d)) FROM unnest(rule.departments) d)))`;

/** The living spaces among the ids, with the rule that holds there for the person. */
export const loadSpaces = (tx: Tx, rooms: number[], person: number): Promise<Space[]> =>
  tx.named<Space>(
    'booking-spaces',
    `SELECT room.id, room.name, room.reservable, room.capacity,
       coalesce(house.time_zone, company.time_zone) AS zone,
       CASE WHEN rule.id IS NOT NULL THEN json_build_object('who', rule.who, 'longestMinutes', rule.longest_minutes,
         'daysAhead', rule.days_ahead, 'bufferBefore', rule.buffer_before, 'bufferAfter', rule.buffer_after,
         'approval', rule.approval, 'checkInMinutes', rule.check_in_minutes, 'belongs', ${belongs('$2')}) END AS law
     FROM room
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     JOIN organisation company ON company.id = room.organisation_id
     LEFT JOIN LATERAL ${ruleOf('room')} rule ON true
     WHERE room.organisation_id = current_organisation() AND room.id = ANY($1::bigint[]) AND room.deleted_at IS NULL`,
    [rooms, person],
  );

/** Whether the person is in the directory, and the center that a booking belongs to when none is named. */
export async function loadParties(tx: Tx, person: number, center: number | undefined) {
  const [row] = await tx.named<{ person: boolean; center: number | null }>(
    'booking-parties',
    `SELECT EXISTS (SELECT FROM app_user WHERE organisation_id = current_organisation() AND id = $1
         AND deleted_at IS NULL) AS person,
       (SELECT id FROM center WHERE organisation_id = current_organisation() AND module = 'reservation'
         AND ($2::bigint IS NULL OR id = $2) ORDER BY id LIMIT 1) AS center`,
    [person, center ?? null],
  );
  return row!;
}

/** Holds off whoever else moves bookings of these rooms, in one order for everybody. */
export const lockRooms = (tx: Tx, rooms: number[]) =>
  tx.named(
    'booking-lock-rooms',
    `SELECT FROM room WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])
     ORDER BY id FOR NO KEY UPDATE`,
    [rooms],
  );

/** Tables whose rows a request may name. */
export type OwnTable = 'room' | 'room_type' | 'category_item' | 'app_user';
/** Which of the ids are there, in a table of ours. */
export async function thereOf(tx: Tx, table: OwnTable, ids: number[]) {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM ${table} WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])
       ${table === 'category_item' ? '' : 'AND deleted_at IS NULL'}`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
