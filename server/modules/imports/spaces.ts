import { z } from 'zod';
import { roomCreate } from '#contract/places.ts';
import { text } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import {
  foldAll,
  groupBy,
  parseRow,
  problems,
  settle,
  type Columns,
  type Existing,
  type Plan,
} from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { wholeNumber, yesOrNo } from './values.ts';

const schema = z.object({
  building: roomCreate.shape.name,
  floor: roomCreate.shape.name,
  name: roomCreate.shape.name,
  type: roomCreate.shape.name,
  capacity: wholeNumber.pipe(z.int().max(1_000_000)).optional(),
  description: text(4000).optional(),
  reservable: yesOrNo.optional(),
});
type Building = { id: number; name: string; code: string | null };
type Floor = { id: number; building: number; name: string };
type Known = Columns & { id: number; key: string };
/** A floor that there is not yet; rooms on it bear its number in `floor_id` until it is made. */
export type NewFloor = { building_id: number; name: string; level: number | null; area: number };
export type SpacePlan = Plan & { floors: NewFloor[] };

const HERE = 'organisation_id = current_organisation() AND deleted_at IS NULL';
const buildingsOf = (tx: Tx) =>
  tx.query<Building>(`SELECT id, fold(name) AS name, fold(code) AS code FROM building WHERE ${HERE}`);
const floorsOf = (tx: Tx, buildings: number[]) =>
  tx.query<Floor>(
    `SELECT id, building_id AS building, fold(name) AS name FROM floor WHERE ${HERE} AND building_id = ANY($1::bigint[])`,
    [buildings],
  );
const typesOf = (tx: Tx) =>
  tx.query<{ id: number; name: string }>(
    `SELECT id, fold(name) AS name FROM room_type WHERE ${HERE} ORDER BY sort_order DESC, id DESC`,
  );
const roomsOf = (tx: Tx, floors: number[]) =>
  tx.query<Known>(
    `SELECT id, floor_id || ' ' || fold(name) AS key, floor_id, room_type_id, name, capacity, description, reservable
     FROM room WHERE ${HERE} AND floor_id = ANY($1::bigint[])`,
    [floors],
  );

/** "3" and "-1" say how high a floor lies; other names do not. */
const levelOf = (name: string) => (/^-?\d{1,3}$/.test(name) ? Number(name) : null);

/** Spaces are known by building, floor and name. Floors that there are not yet are made; buildings and types are not. */
export async function planSpaces(tx: Tx, rows: SheetRow[], existing: Existing): Promise<SpacePlan> {
  const found = problems();
  const read = rows.flatMap((row) => {
    const values = parseRow(schema, row, found);
    return values ? [{ row: row.row, values }] : [];
  });
  const fold = async (field: 'building' | 'floor' | 'name' | 'type') =>
    foldAll(
      tx,
      read.map(({ values }) => values[field]),
    );
  const [buildingWords, floorWords, names, typeWords] = [
    await fold('building'),
    await fold('floor'),
    await fold('name'),
    await fold('type'),
  ];
  const buildings = await buildingsOf(tx);
  const byCode = groupBy(buildings, ({ code }) => code);
  const byName = groupBy(buildings, ({ name }) => name);
  const housesAt = (words: string) => byCode.get(words) ?? byName.get(words) ?? [];
  const houses = new Set(buildingWords.flatMap((words) => housesAt(words!).map(({ id }) => id)));
  const floors = await floorsOf(tx, [...houses]);
  const floorIds = new Map(floors.map(({ id, building, name }) => [`${building} ${name}`, id]));
  const types = new Map((await typesOf(tx)).map(({ id, name }) => [name, id]));
  const known = groupBy(
    await roomsOf(
      tx,
      floors.map(({ id }) => id),
    ),
    ({ key }) => key,
  );
  const plan: SpacePlan = {
    table: 'room',
    inserts: [],
    updates: [],
    skip: 0,
    errors: found.errors,
    floors: [],
  };
  const met = new Map<string, number>();
  const newFloors = new Map<string, number>();

  for (const [n, { row, values }] of read.entries()) {
    const there = housesAt(buildingWords[n]!);
    if (there.length !== 1) {
      const words = `“${values.building}”`;
      found.add(
        row,
        'building',
        there.length === 0
          ? `${words} is no building; import it first`
          : `${words} is the name of ${there.length} buildings; use the code`,
      );
      continue;
    }
    const type = types.get(typeWords[n]!);
    if (type === undefined) {
      found.add(row, 'type', `“${values.type}” is no type of space; add it first, or use one that there is`);
      continue;
    }
    const building = there[0]!.id;
    const place = `${building} ${floorWords[n]!}`;
    const twin = met.get(`${place} ${names[n]!}`);
    if (twin !== undefined) {
      found.add(row, 'name', `is on this floor in row ${twin} already`);
      continue;
    }
    met.set(`${place} ${names[n]!}`, row);
    let floor = floorIds.get(place);
    if (floor === undefined) {
      // Below zero until it has an id: its place among the new floors.
      floor = newFloors.get(place) ?? -1 - plan.floors.length;
      if (!newFloors.has(place)) {
        newFloors.set(place, floor);
        plan.floors.push({
          building_id: building,
          name: values.floor,
          level: levelOf(values.floor),
          area: 0,
        });
      }
    }
    const same = known.get(`${floor} ${names[n]!}`) ?? [];
    if (same.length > 1) {
      found.add(row, 'name', `is the name of ${same.length} spaces of this floor`);
      continue;
    }
    const given: Columns = {
      name: values.name,
      room_type_id: type,
      ...(values.capacity !== undefined && { capacity: values.capacity }),
      ...(values.description !== undefined && { description: values.description }),
      ...(values.reservable !== undefined && { reservable: values.reservable }),
    };
    const [present] = same;
    if (present) {
      const { key: _key, ...now } = present;
      settle(plan, now, given, existing);
    } else
      settle(plan, undefined, { description: '', reservable: false, ...given, floor_id: floor }, existing);
  }
  return plan;
}

/** Rooms of new floors, now that those have ids. */
export const onFloors = (plan: SpacePlan, ids: readonly number[]): Plan => ({
  ...plan,
  inserts: plan.inserts.map((room) => ({
    ...room,
    floor_id: Number(room.floor_id) < 0 ? ids[-1 - Number(room.floor_id)] : room.floor_id,
  })),
});
