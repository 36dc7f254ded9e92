import type { Tx } from '#server/lib/database.ts';
import { foldedWord } from '#server/lib/folded.ts';
import { groupBy } from './plan.ts';

type Space = { id: number; name: string; floor: string; building: string; code: string | null };
type Building = { name: string; code: string | null; rooms: number; room: number | null };
/** Folded words of a row. */
export type SpaceKeys = {
  building: string | undefined;
  floor: string | undefined;
  space: string | undefined;
  location: string | undefined;
};
export type SpaceField = 'space' | 'location' | 'spaceId';
type Words = { space?: string | undefined; location?: string | undefined; spaceId?: number | undefined };

const spacesOf = (tx: Tx, names: readonly string[], ids: readonly number[]) =>
  tx.query<Space>(
    `SELECT * FROM (SELECT r.id, ${foldedWord('r.name')} AS name, ${foldedWord('f.name')} AS floor, ${foldedWord('b.name')} AS building,
         ${foldedWord('b.code')} AS code
       FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
       JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
       WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL) one
     WHERE name = ANY($1::text[]) OR id = ANY($2::bigint[]) ORDER BY id`,
    [names, ids],
  );
const buildingsOf = (tx: Tx) =>
  tx.query<Building>(
    `SELECT ${foldedWord('b.name')} AS name, ${foldedWord('b.code')} AS code, count(r.id) AS rooms, min(r.id) AS room
     FROM building b LEFT JOIN floor f ON f.organisation_id = b.organisation_id AND f.building_id = b.id
     LEFT JOIN room r ON r.organisation_id = f.organisation_id AND r.floor_id = f.id AND r.deleted_at IS NULL
     WHERE b.organisation_id = current_organisation() AND b.deleted_at IS NULL GROUP BY b.organisation_id, b.id`,
  );

/** Finds spaces by folded words, in two questions. */
export async function openSpaces(tx: Tx, names: readonly string[], ids: readonly number[]) {
  const spaces = names.length + ids.length === 0 ? [] : await spacesOf(tx, names, ids);
  const byName = groupBy(spaces, ({ name }) => name);
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const buildings = await buildingsOf(tx);

  /** The one space of the building that is called so; or why the word means none. */
  function inBuilding(key: string, word: string, field: SpaceField) {
    const [house, other] = buildings.filter(({ name, code }) => name === key || code === key);
    if (!house) return { field, message: `“${word}” is no space; import it first, or leave the place out` };
    if (!other && house.rooms === 1) return house.room!;
    return { field, message: `“${word}” is a building; say in which space of it` };
  }
  /** Where a row says that the asset is: undefined when it does not. @param now where it is */
  return (keys: SpaceKeys, words: Words, now: number | null) => {
    const { building, floor } = keys;
    const field: SpaceField = keys.space === undefined ? 'location' : 'space';
    const key = keys[field];
    const there = (one: Space) =>
      (key === undefined || one.name === key) &&
      (building === undefined || one.building === building || one.code === building) &&
      (floor === undefined || one.floor === floor);
    // An id of another organisation's export may be any space here, or none: names count more.
    const byNumber = words.spaceId === undefined ? undefined : byId.get(words.spaceId);
    if (byNumber && there(byNumber)) return byNumber.id;
    if (key === undefined) {
      if (words.spaceId !== undefined)
        return { field: 'spaceId' as const, message: `${words.spaceId} is no space; give its name` };
      return building === undefined && floor === undefined
        ? undefined
        : {
            field: 'space' as const,
            message: 'must be given with a building or floor; leave those out otherwise',
          };
    }
    const some = (byName.get(key) ?? []).filter(there);
    const one = some.find(({ id }) => id === now) ?? (some.length === 1 ? some[0] : undefined);
    if (one) return one.id;
    const word = words[field]!;
    if (some.length > 1)
      return {
        field,
        message: `“${word}” is the name of ${some.length} spaces; give building and floor too`,
      };
    if (building === undefined && floor === undefined) return inBuilding(key, word, field);
    return {
      field,
      message: `“${word}” is no space on this floor or in this building; import it first, or leave the place out`,
    };
  };
}
