import { defaultCategory } from '#server/lib/cost-center-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { foldAll, groupBy, type Problems } from './plan.ts';

/** What a row says of where somebody belongs, and where they belong now. */
export type Belonging = {
  row: number;
  building?: string | undefined;
  floor?: string | undefined;
  space?: string | undefined;
  spaceId?: number | undefined;
  mailStop?: string | undefined;
  costCenter?: string | undefined;
  now: { room_id?: unknown; mail_stop_id?: unknown; cost_center?: unknown };
};
/** Ids for the columns of the same names; what a row does not say is not there. */
export type Places = { room_id?: number; mail_stop_id?: number; cost_center?: number };

type Space = { id: number; name: string; floor: string; building: string; code: string | null };
type Named = { id: number; name: string; code?: string };
const HERE = 'organisation_id = current_organisation()';

const spacesOf = (tx: Tx, names: string[], ids: number[]) =>
  tx.query<Space>(
    `SELECT r.id, fold(r.name) AS name, fold(f.name) AS floor, fold(b.name) AS building, fold(b.code) AS code
     FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     WHERE r.${HERE} AND r.deleted_at IS NULL AND (fold(r.name) = ANY($1) OR r.id = ANY($2)) ORDER BY r.id`,
    [names, ids],
  );
const stopsOf = (tx: Tx) =>
  tx.query<Named>(`SELECT id, fold(name) AS name FROM mail_stop WHERE ${HERE} AND deleted_at IS NULL`);
const centersOf = (tx: Tx, words: string[]) =>
  tx.query<Named>(
    `SELECT id, fold(name) AS name, fold(code) AS code FROM category_item
     WHERE ${HERE} AND category_id = ${defaultCategory} AND (fold(name) = ANY($1) OR fold(code) = ANY($1))`,
    [words],
  );

/** The one that is meant; of several that share the words, the one that somebody belongs to already. */
const oneOf = <T extends { id: number }>(some: readonly T[], now: unknown): T | undefined =>
  some.find(({ id }) => id === now) ?? (some.length === 1 ? some[0] : undefined);
const filled = (words: readonly (string | undefined)[]) => words.filter((one) => one !== undefined);

/** The spaces, mail stops and cost centers that rows name, in a few questions for all of them. */
export async function findPlaces(tx: Tx, rows: readonly Belonging[], found: Problems): Promise<Places[]> {
  const fold = async (field: 'building' | 'floor' | 'space' | 'mailStop' | 'costCenter') =>
    foldAll(
      tx,
      rows.map((row) => row[field]),
    );
  const [buildings, floors, spaces, stops, centers] = [
    await fold('building'),
    await fold('floor'),
    await fold('space'),
    await fold('mailStop'),
    await fold('costCenter'),
  ];
  const ids = rows.flatMap(({ spaceId }) => spaceId ?? []);
  const rooms = await spacesOf(tx, filled(spaces), ids);
  const roomIds = new Set(rooms.map(({ id }) => id));
  const byRoom = groupBy(rooms, ({ name }) => name);
  const byStop = groupBy(await stopsOf(tx), ({ name }) => name);
  const items = await centersOf(tx, filled(centers));
  const [byCode, byName] = [groupBy(items, ({ code }) => code), groupBy(items, ({ name }) => name)];

  function space(n: number): number | undefined {
    const { row, spaceId, now, space: words, building, floor } = rows[n]!;
    if (spaceId !== undefined)
      return roomIds.has(spaceId) ? spaceId : found.add(row, 'spaceId', `${spaceId} is no space`);
    const [name, house, storey] = [spaces[n], buildings[n], floors[n]];
    if (name === undefined)
      return building === undefined && floor === undefined
        ? undefined
        : found.add(row, 'space', 'must be given with a building or floor; leave those out otherwise');
    const there = (byRoom.get(name) ?? []).filter(
      (room) =>
        (house === undefined || room.building === house || room.code === house) &&
        (storey === undefined || room.floor === storey),
    );
    const one = oneOf(there, now.room_id);
    if (one) return one.id;
    const around = house === undefined && storey === undefined ? '' : ' on this floor or in this building';
    return found.add(
      row,
      'space',
      there.length === 0
        ? `“${words}” is no space${around}; import it first`
        : `“${words}” is the name of ${there.length} spaces; give building and floor too`,
    );
  }
  function stop(n: number): number | undefined {
    const { row, mailStop, now } = rows[n]!;
    if (stops[n] === undefined) return undefined;
    const there = byStop.get(stops[n]) ?? [];
    const problem =
      there.length === 0
        ? `“${mailStop}” is no mail stop`
        : `“${mailStop}” is the name of ${there.length} mail stops`;
    return oneOf(there, now.mail_stop_id)?.id ?? found.add(row, 'mailStop', problem);
  }
  function center(n: number): number | undefined {
    const { row, costCenter, now } = rows[n]!;
    const words = centers[n];
    if (words === undefined) return undefined;
    const [coded, named] = [byCode.get(words) ?? [], byName.get(words) ?? []];
    // An export writes the name of what has no code, which may be the code of another.
    const same = [...coded, ...named].find(({ id }) => id === now.cost_center);
    const there = coded.length > 0 ? coded : named;
    const problem =
      there.length === 0
        ? `“${costCenter}” is no cost center of the first category`
        : `“${costCenter}” stands for ${there.length} cost centers; use a code of its own`;
    return (same ?? oneOf(there, undefined))?.id ?? found.add(row, 'costCenter', problem);
  }
  return rows.map((_, n) => {
    const [room, mailStop, costCenter] = [space(n), stop(n), center(n)];
    return {
      ...(room !== undefined && { room_id: room }),
      ...(mailStop !== undefined && { mail_stop_id: mailStop }),
      ...(costCenter !== undefined && { cost_center: costCenter }),
    };
  });
}
