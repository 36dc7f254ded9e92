import type { PlaceContents } from '#contract/places.ts';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { findPlace } from './repository.ts';
import type { Editable } from './write.ts';

const roomsBy: Record<Editable, string> = {
  building: `floor_id IN (SELECT id FROM floor WHERE organisation_id = current_organisation() AND building_id = $1)`,
  floor: 'floor_id = $1',
  room: 'id = $1',
  roomType: 'room_type_id = $1',
};

/** How much goes with a place when it is removed now; the place itself is not counted. @throws 404 */
export const contentsOf = (
  db: Database,
  caller: Caller,
  kind: Editable,
  id: number,
): Promise<PlaceContents> =>
  db.read(caller.organisation, async (tx) => {
    if ((await findPlace(tx, kind, id)) === undefined) throw notFound();
    const [row] = await tx.query<PlaceContents>(
      `WITH held AS MATERIALIZED (
         SELECT id FROM room WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND ${roomsBy[kind]}
       )
       SELECT (SELECT count(*) FROM floor WHERE organisation_id = current_organisation() AND deleted_at IS NULL
           AND building_id = CASE WHEN $2 THEN $1 END) AS floors,
         (SELECT count(*) FROM held) - $3 AS rooms,
         (SELECT count(*) FROM app_user WHERE organisation_id = current_organisation() AND deleted_at IS NULL
           AND room_id IN (SELECT id FROM held)) AS people,
         (SELECT count(*) FROM reservation WHERE organisation_id = current_organisation() AND deleted_at IS NULL
           AND state = 'booked' AND upper(during) > now() AND room_id IN (SELECT id FROM held)) AS bookings`,
      [id, kind === 'building', kind === 'room' ? 1 : 0],
    );
    return row!;
  });
