import type { Tx } from '#server/lib/database.ts';

type Named = { id: number; name: string };
/** Nobody prints more at once. */
const MOST = 1000;

/** The living spaces among the ids, or those on the floors that can be booked, in order of place. */
export const spacesFor = (
  tx: Tx,
  { rooms, floors }: { rooms: number[] | undefined; floors: number[] | undefined },
) =>
  tx.query<Named & { floor: Named; building: Named }>(
    `SELECT room.id, room.name, json_build_object('id', storey.id, 'name', storey.name) AS floor,
       json_build_object('id', house.id, 'name', house.name) AS building
     FROM room
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     WHERE room.organisation_id = current_organisation() AND room.deleted_at IS NULL
       AND ($1::bigint[] IS NULL OR room.id = ANY($1)) AND ($2::bigint[] IS NULL OR room.reservable AND room.floor_id = ANY($2))
     ORDER BY house.name COLLATE "und-x-icu", house.id, storey.level NULLS LAST, storey.id,
       room.name COLLATE "und-x-icu", room.id LIMIT ${MOST}`,
    [rooms ?? null, floors ?? null],
  );
