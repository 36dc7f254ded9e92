import type { ShapeSet } from '#contract/floor-plans.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { CleanSvg } from './sanitise-svg.ts';

const roomOfShape = `row_to_json((SELECT one FROM (SELECT r.id, r.name, r.reservable, r.capacity,
  (SELECT row_to_json(one) FROM (
    SELECT k.id, k.name, k.hex_color AS "hexColor", k.occupiable, k.parking_space AS "parkingSpace"
    FROM room_type k WHERE k.organisation_id = r.organisation_id AND k.id = r.room_type_id) one) AS type) one))`;

/** The shapes on the floor behind the alias, as a JSON array in the order of the rooms' ids. */
const shapesOf = (f: string) => `(SELECT coalesce(json_agg(shape), '[]') FROM (
  SELECT ${roomOfShape} AS room, s.points, s.element_id AS "elementId"
  FROM room_shape s
  JOIN room r ON r.organisation_id = s.organisation_id AND r.id = s.room_id AND r.deleted_at IS NULL
  WHERE s.organisation_id = ${f}.organisation_id AND s.floor_id = ${f}.id
  ORDER BY r.id) shape)`;

/** Says the same of the same shapes. What a room is called, or what it is, makes no other shape of it. */
const versionOf = (f: string) => `(
  SELECT left(encode(sha256(convert_to(coalesce(string_agg(
    json_build_array(s.room_id, s.points, s.element_id)::text, ' ' ORDER BY s.room_id), ''), 'UTF8')), 'hex'), 32)
  FROM room_shape s WHERE s.organisation_id = ${f}.organisation_id AND s.floor_id = ${f}.id)`;

const around = (f: string) => `(
  SELECT CASE WHEN count(*) > 0 THEN json_build_array(min(x), min(y), greatest(max(x) - min(x), 1),
    greatest(max(y) - min(y), 1)) END
  FROM room_shape s CROSS JOIN LATERAL jsonb_array_elements(s.points) AS corner(point)
  CROSS JOIN LATERAL (SELECT (point->>0)::double precision AS x, (point->>1)::double precision AS y) at
  WHERE s.organisation_id = ${f}.organisation_id AND s.floor_id = ${f}.id)`;

/** The contract's `floorPlan` as JSON text, all in one; undefined when there is no such floor. */
export async function findPlan(tx: Tx, floor: number): Promise<string | undefined> {
  const [row] = await tx.named<{ json: string }>(
    'places-plan',
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT
       json_build_object('id', f.id, 'name', f.name) AS floor,
       CASE WHEN p.svg IS NULL THEN ${around('f')}
         ELSE json_build_array(p.min_x, p.min_y, p.width, p.height) END AS "viewBox",
       p.svg, nullif(p.file_name, '') AS "fileName", epoch_ms(p.date_updated) AS "dateUpdated",
       ${shapesOf('f')} AS shapes, ${versionOf('f')} AS "shapesVersion") one)))::text AS json
     FROM floor f
     LEFT JOIN floor_plan p ON p.organisation_id = f.organisation_id AND p.floor_id = f.id
     WHERE f.organisation_id = current_organisation() AND f.id = $1 AND f.deleted_at IS NULL`,
    [floor],
  );
  return row?.json;
}

export async function savePlan(tx: WriteTx, floor: number, { svg, viewBox }: CleanSvg, fileName: string) {
  await tx.query(
    `INSERT INTO floor_plan AS p (organisation_id, floor_id, svg, min_x, min_y, width, height, file_name,
       date_created, date_updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     ON CONFLICT (organisation_id, floor_id) DO UPDATE SET svg = excluded.svg, min_x = excluded.min_x,
       min_y = excluded.min_y, width = excluded.width, height = excluded.height, file_name = excluded.file_name,
       date_updated = excluded.date_updated`,
    [tx.organisation, floor, svg, ...viewBox, fileName, tx.stamp],
  );
}

/** Undefined when there is no such floor. */
export async function findShapesVersion(tx: Tx, floor: number): Promise<string | undefined> {
  const [row] = await tx.query<{ version: string }>(
    `SELECT ${versionOf('f')} AS version FROM floor f
     WHERE f.organisation_id = current_organisation() AND f.id = $1 AND f.deleted_at IS NULL`,
    [floor],
  );
  return row?.version;
}

/** Stamps the floor, which says whether it has a drawing. */
export const touchFloor = (tx: WriteTx, floor: number) =>
  tx.query('UPDATE floor SET date_updated = $2 WHERE organisation_id = current_organisation() AND id = $1', [
    floor,
    tx.stamp,
  ]);

/** Answers whether there was a drawing. */
export async function deletePlan(tx: WriteTx, floor: number): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM floor_plan WHERE organisation_id = current_organisation() AND floor_id = $1 RETURNING floor_id',
    [floor],
  );
  return rows.length > 0;
}

/** Those of the rooms that are on the floor. */
export async function roomsOn(tx: Tx, floor: number, rooms: number[]): Promise<Set<number>> {
  const found = await tx.query<{ id: number }>(
    `SELECT id FROM room WHERE organisation_id = current_organisation() AND floor_id = $1 AND id = ANY($2)
       AND deleted_at IS NULL`,
    [floor, rooms],
  );
  return new Set(found.map(({ id }) => id));
}

export async function floorOfRoom(tx: Tx, room: number): Promise<number | undefined> {
  const [row] = await tx.query<{ floor: number }>(
    `SELECT floor_id AS floor FROM room
     WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL`,
    [room],
  );
  return row?.floor;
}

/** The room of the floor, other than this one, whose outline this element is. */
export async function ownerOfElement(tx: Tx, floor: number, element: string, but: number) {
  const rows = await tx.query(
    `SELECT FROM room_shape WHERE organisation_id = current_organisation() AND floor_id = $1 AND element_id = $2
       AND room_id <> $3`,
    [floor, element, but],
  );
  return rows.length > 0;
}

export async function saveShapes(tx: WriteTx, floor: number, shapes: ShapeSet) {
  await tx.query(
    `INSERT INTO room_shape (organisation_id, floor_id, room_id, points, element_id, date_updated)
     SELECT $1, $2, given.room, given.points, given.element, $3
     FROM jsonb_to_recordset($4) AS given (room bigint, points jsonb, element text)
     ON CONFLICT (organisation_id, room_id) DO UPDATE SET points = excluded.points,
       element_id = excluded.element_id, date_updated = excluded.date_updated`,
    [
      tx.organisation,
      floor,
      tx.stamp,
      JSON.stringify(
        shapes.map(({ room, points, elementId }) => ({ room: room.id, points, element: elementId })),
      ),
    ],
  );
}

/** Takes a room, or all rooms of a floor, off the plan; answers how many were on it. */
export async function deleteShapes(tx: WriteTx, by: 'floor_id' | 'room_id', id: number): Promise<number> {
  const rows = await tx.query(
    `DELETE FROM room_shape WHERE organisation_id = current_organisation() AND ${by} = $1 RETURNING room_id`,
    [id],
  );
  return rows.length;
}
