import type { Tx } from '#server/lib/database.ts';
import { foldAll, groupBy } from './plan.ts';

type Named = { id: number; building: number; name: string; floor: string };
type Person = { id: number; mail: string | null; badge: string | null };
/** The names of a row: where, and for whom. */
type Names = { building: string; floor?: string | undefined; space: string; person?: string | undefined };
/** What a row's names stand for, or why they stand for nothing. */
export type Meant = { room: number; person: number | undefined } | { field: string; message: string };

const HERE = 'organisation_id = current_organisation() AND deleted_at IS NULL';
const roomsOf = (tx: Tx, buildings: number[]) =>
  tx.query<Named>(
    `SELECT room.id, storey.building_id AS building, fold(room.name) AS name, fold(storey.name) AS floor
     FROM room JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     WHERE room.organisation_id = current_organisation() AND room.deleted_at IS NULL
       AND storey.building_id = ANY($1::bigint[])`,
    [buildings],
  );
const peopleOf = (tx: Tx, words: string[]) =>
  tx.query<Person>(
    `SELECT id, fold(email) AS mail, fold(employee_id) AS badge FROM app_user
     WHERE ${HERE} AND (fold(email) = ANY($1::text[]) OR fold(employee_id) = ANY($1::text[]))`,
    [words],
  );
const times = (found: readonly unknown[], none: string, many: (count: number) => string) =>
  found.length === 0 ? none : many(found.length);

/** Finds the space and the person of each row, in three statements. Buildings go by their code or name. */
export async function findNamed(tx: Tx, rows: readonly { words: Names }[]): Promise<Meant[]> {
  const fold = (field: 'building' | 'floor' | 'space' | 'person') =>
    foldAll(
      tx,
      rows.map(({ words }) => words[field]),
    );
  const [buildingWords, floorWords] = [await fold('building'), await fold('floor')];
  const [spaceWords, personWords] = [await fold('space'), await fold('person')];
  const buildings = await tx.query<{ id: number; name: string; code: string | null }>(
    `SELECT id, fold(name) AS name, fold(code) AS code FROM building WHERE ${HERE}`,
  );
  const byCode = groupBy(buildings, ({ code }) => code);
  const byName = groupBy(buildings, ({ name }) => name);
  const housesAt = (words: string) => byCode.get(words) ?? byName.get(words) ?? [];
  const houses = new Set(buildingWords.flatMap((words) => housesAt(words!).map(({ id }) => id)));
  const rooms = groupBy(await roomsOf(tx, [...houses]), ({ building, name }) => `${building} ${name}`);
  const people = await peopleOf(tx, [...new Set(personWords.filter((words) => words !== undefined))]);
  const byMail = groupBy(people, ({ mail }) => mail);
  const byBadge = groupBy(people, ({ badge }) => badge);

  return rows.map(({ words }, n): Meant => {
    const house = housesAt(buildingWords[n]!);
    const building = `“${words.building}”`;
    if (house.length !== 1)
      return {
        field: 'building',
        message: times(
          house,
          `${building} is no building; import it first`,
          (count) => `${building} is the name of ${count} buildings; use the code`,
        ),
      };
    const floor = floorWords[n];
    const found = (rooms.get(`${house[0]!.id} ${spaceWords[n]!}`) ?? []).filter(
      (room) => floor === undefined || room.floor === floor,
    );
    const space = `“${words.space}”`;
    if (found.length !== 1)
      return {
        field: 'space',
        message: times(
          found,
          `${space} is no space of this building; import it first`,
          (count) => `${space} is the name of ${count} spaces of this building; say on which floor`,
        ),
      };
    const who = personWords[n];
    if (who === undefined) return { room: found[0]!.id, person: undefined };
    const persons = byMail.get(who) ?? byBadge.get(who) ?? [];
    if (persons.length !== 1)
      return {
        field: 'person',
        message: times(
          persons,
          `“${words.person}” is nobody’s e-mail or employee id`,
          (count) => `“${words.person}” is the employee id of ${count} people; use the e-mail`,
        ),
      };
    return { room: found[0]!.id, person: persons[0]!.id };
  });
}
