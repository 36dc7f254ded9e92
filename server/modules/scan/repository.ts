import type { Tx } from '#server/lib/database.ts';

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;

/** More spaces of one name than so many are not told apart by it. */
const MOST_SPACES = 10;

/** The space of this number and those of exactly this name: the contract's `space` matches as JSON text, by id. */
export const findSpaces = (tx: Tx, number: number | undefined, name: string) =>
  tx.named<{ json: string }>(
    'scan-spaces',
    `SELECT json_build_object('kind', 'space', 'space', ${row(`room.id, room.name, kind.name AS type,
        ${row('storey.id, storey.name')} AS floor, ${row('house.id, house.name')} AS building, room.reservable`)})::text AS json
     FROM (SELECT $1::bigint AS id WHERE $1 IS NOT NULL UNION SELECT rooms_called($2, ${MOST_SPACES})) found
     JOIN room ON room.id = found.id AND room.deleted_at IS NULL
     JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     ORDER BY room.id`,
    [number, name],
  );

/** The contract's `person` match as JSON text. @param desk the parcels that wait for them are told too */
export const showPerson = (tx: Tx, id: number, desk: boolean) =>
  tx.named<{ json: string }>(
    desk ? 'scan-person-desk' : 'scan-person',
    `SELECT json_strip_nulls(json_build_object('kind', 'person', 'person', ${row(`u.id, u.name, u.color,
        nullif(u.job_title, '') AS "jobTitle",
        (SELECT room.name FROM room WHERE room.organisation_id = u.organisation_id AND room.id = u.room_id
           AND room.deleted_at IS NULL) AS space
        ${
          desk
            ? `, (SELECT count(*) FROM mail_item i WHERE i.organisation_id = u.organisation_id AND i.deleted_at IS NULL
                 AND i.current_queue <> 'OUT' AND (i.to_user_id = u.id OR i.deliver_to_id = u.id)) AS parcels`
            : ''
        }`)}))::text AS json
     FROM app_user u WHERE u.id = $1 AND u.deleted_at IS NULL`,
    [id],
  );
