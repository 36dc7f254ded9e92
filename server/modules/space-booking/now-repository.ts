import type { SpaceNow } from '#contract/space-code.ts';
import type { ReservationState } from '#contract/reservations.ts';
import type { Tx } from '#server/lib/database.ts';
import { placed, spaceColumns } from './space-filters.ts';

type Named = { id: number; name: string };
/** A space as its code shows it. */
export type PlaceHere = SpaceNow['space'];

/** The space, also one that has been removed: its code still hangs there. */
export async function findPlace(tx: Tx, room: number) {
  const [row] = await tx.named<{ place: PlaceHere; gone: boolean }>(
    'space-here',
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${spaceColumns}) one))) AS place,
       room.deleted_at IS NOT NULL AS gone FROM ${placed}
     WHERE room.organisation_id = current_organisation() AND room.id = $1`,
    [room],
  );
  return row;
}

/** Somebody's own booking of another space. */
export type Elsewhere = {
  id: number;
  since: number;
  until: number;
  allDay: boolean;
  state: ReservationState;
  people: number;
  room: Named & { type: Named; floor: Named };
};

/** What the person has elsewhere at the moment, or from the other moment on; where they have checked in before others. */
export async function findElsewhere(
  tx: Tx,
  { person, room, now, soon }: { person: number; room: number; now: number; soon: number },
): Promise<Elsewhere | undefined> {
  const [row] = await tx.named<Elsewhere>(
    'space-elsewhere',
    `SELECT r.id, epoch_ms(r.starts) AS since, epoch_ms(r.ends) AS until, r.all_day AS "allDay", r.state,
       coalesce(r.number_of_people, 1) AS people, json_build_object('id', room.id, 'name', room.name,
         'type', json_build_object('id', kind.id, 'name', kind.name),
         'floor', json_build_object('id', storey.id, 'name', storey.name)) AS room
     FROM reservation r
     JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
     JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     WHERE r.organisation_id = current_organisation() AND r.user_id = $1 AND r.room_id <> $2 AND r.ends > $3
       AND r.starts <= $4 AND r.state IN ('booked', 'checked_in') AND r.deleted_at IS NULL AND room.deleted_at IS NULL
     ORDER BY r.state = 'checked_in' DESC, r.starts, r.id LIMIT 1`,
    [person, room, new Date(now), new Date(soon)],
  );
  return row;
}
