import type { BuildingEdit, FloorEdit, RoomEdit, RoomTypeEdit } from '#contract/places.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import { setRoomCostCenters } from '#server/modules/cost-centers/service.ts';
import { addressValues } from './address.ts';
import { findPlace, hideRow, insertRow, isThere, updateRow, type Values } from './repository.ts';
import type { Kind } from './resources.ts';

export type Edits = { building: BuildingEdit; floor: FloorEdit; room: RoomEdit; roomType: RoomTypeEdit };
export type Editable = keyof Edits;

/** What was said; an edit leaves the rest as it is. */
const said = (values: Record<string, Values[string] | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;

const words = { building: 'building', floor: 'floor', room_type: 'room type', mail_stop: 'mail stop' };

/** The id behind a reference; undefined when it was not sent, null when it is to be taken away. @throws 400 */
async function referred(
  tx: WriteTx,
  field: string,
  table: keyof typeof words,
  reference: { id: number } | null | undefined,
): Promise<number | null | undefined> {
  if (!reference) return reference;
  if (await isThere(tx, table, reference.id)) return reference.id;
  throw invalid(field, `names no ${words[table]} of your organisation (id ${reference.id})`);
}

/** Both coordinates, or neither: one alone is completed from what the building has. @throws 400 */
async function locationValues(
  tx: WriteTx,
  location: BuildingEdit['location'],
  building?: number,
): Promise<Values> {
  if (location === undefined) return {};
  if (location === null) return { latitude: null, longitude: null };
  const { latitude, longitude } = location;
  if ((latitude === undefined) !== (longitude === undefined)) {
    const [present] = await tx.query<{ located: boolean }>(
      `SELECT latitude IS NOT NULL AS located FROM building
       WHERE organisation_id = current_organisation() AND id = $1`,
      [building ?? 0],
    );
    if (!present?.located)
      throw invalid(
        latitude === undefined ? 'location.latitude' : 'location.longitude',
        'must be given with the other coordinate',
      );
  }
  return said({ latitude, longitude });
}

const valuesOf: { [K in Editable]: (tx: WriteTx, edit: Edits[K], id?: number) => Promise<Values> } = {
  async building(tx, { name, code, metric, timeZone, address, location }, id) {
    if (timeZone && !isTimeZone(timeZone))
      throw invalid('timeZone', 'must be the name of a time zone such as Europe/Warsaw');
    return {
      ...said({ name, code, metric, time_zone: timeZone === '' ? null : timeZone }),
      ...(await addressValues(tx, address, id)),
      ...(await locationValues(tx, location, id)),
    };
  },
  async floor(tx, { name, building, area, level }) {
    return said({ name, area, level, building_id: await referred(tx, 'building', 'building', building) });
  },
  async room(tx, { name, floor, type, description, reservable, capacity, mailStop }) {
    return said({
      name,
      description: description === null ? '' : description,
      reservable,
      capacity,
      floor_id: await referred(tx, 'floor', 'floor', floor),
      room_type_id: await referred(tx, 'type', 'room_type', type),
      mail_stop_id: await referred(tx, 'mailStop', 'mail_stop', mailStop),
    });
  },
  async roomType(_tx, { name, sortOrder, hexColor, occupiable, parkingSpace }) {
    return said({
      name,
      sort_order: sortOrder,
      hex_color: hexColor,
      occupiable,
      parking_space: parkingSpace,
    });
  },
};

/** What of an edit stands in tables of its own; answers whether there was any. @throws 400 */
async function writeLinks<K extends Editable>(tx: WriteTx, kind: K, id: number, edit: Edits[K]) {
  if (kind !== 'room') return false;
  const { costCenters } = edit as RoomEdit;
  if (costCenters === undefined) return false;
  await setRoomCostCenters(tx, id, costCenters);
  return true;
}

const tables = { building: 'building', floor: 'floor', room: 'room', roomType: 'room_type' } as const;
const tell = (tx: WriteTx, caller: Caller, ids: number[]) =>
  announce(tx, { topic: 'places', ids, by: caller.id });

/** Adds a place; answers it as JSON text. @throws 400 naming what refers to nothing */
export async function createPlace<K extends Editable>(
  tx: WriteTx,
  caller: Caller,
  kind: K,
  body: Edits[K],
): Promise<string> {
  const id = await insertRow(tx, tables[kind], await valuesOf[kind](tx, body));
  await writeLinks(tx, kind, id, body);
  await tell(tx, caller, [id]);
  return (await findPlace(tx, kind, id))!;
}

/**
 * Changes exactly what was sent, each record in one UPDATE, so that of parallel edits none is lost; answers the record as
 * JSON text. @throws 400, 404
 */
export async function editPlace<K extends Editable>(
  tx: WriteTx,
  caller: Caller,
  kind: K,
  id: number,
  edit: Edits[K],
): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not the id of the address');
  if ((await findPlace(tx, kind, id)) === undefined) throw notFound();
  const values = await valuesOf[kind](tx, edit, id);
  const linked = await writeLinks(tx, kind, id, edit);
  if (linked || Object.keys(values).length > 0) {
    await updateRow(tx, kind, id, values);
    await tell(tx, caller, [id]);
  }
  return (await findPlace(tx, kind, id))!;
}

/**
 * Takes a place away with all that stands in it: a building with its floors, a floor with its rooms. Who sat in
 * a room sits nowhere, and its bookings to come are cancelled. A country and a type of room are only hidden:
 * what refers to them keeps showing them. @throws 404
 */
export async function removePlace(
  tx: WriteTx,
  caller: Caller,
  kind: Exclude<Kind, 'state'>,
  id: number,
): Promise<void> {
  const removed = await hideRow(tx, kind, id);
  if (!removed) throw notFound();
  await tell(tx, caller, removed.places);
  if (removed.users.length > 0) await announce(tx, { topic: 'users', ids: removed.users, by: caller.id });
}
