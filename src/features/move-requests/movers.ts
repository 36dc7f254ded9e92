import type { User } from '#contract/users.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { Answers, DraftItem, DraftSpace } from './draft.ts';

/** Asked for at once, of a selection of hundreds. */
const LANES = 8;

/** Several people, in the order they were asked for; who is not there is left out. */
export async function eachOf<T>(
  ids: readonly number[],
  read: (id: number) => Promise<T>,
): Promise<{ found: T[]; failed: number }> {
  const found = new Map<number, T>();
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      try {
        // oxlint-disable-next-line no-await-in-loop -- a lane asks for one at a time
        found.set(id, await read(id));
      } catch {
        // Counted below: who has left since is no reason to lose the others.
      }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  const kept = ids.filter((id) => found.has(id)).map((id) => found.get(id)!);
  return { found: kept, failed: ids.length - kept.length };
}

/** Where somebody sits. */
export function seatOf({ room }: Pick<User, 'room'>): DraftSpace | undefined {
  const { id, name, floor } = room as {
    id?: number;
    name?: string;
    floor?: { id?: number; name?: string; building?: { name?: string } };
  };
  if (id === undefined || name === undefined) return undefined;
  return {
    id,
    name,
    floor: floor?.name ?? '',
    building: floor?.building?.name ?? '',
    floorId: floor?.id ?? 0,
  };
}

/** What the directory knows of the type's fields. */
export function prefilled(type: MoveRequestType, person: User): Answers {
  const known: Record<string, unknown> = { ...person, costCenter: person.costCenter.name };
  return Object.fromEntries(
    type.fields.map(({ code }) => [code, typeof known[code] === 'string' ? known[code] : '']),
  );
}

/** Somebody of the directory as an item. */
export function itemOfPerson(type: MoveRequestType, person: User): DraftItem {
  const from = seatOf(person);
  return {
    key: randomKey(),
    typeId: type.id,
    kind: kindOf(type),
    name: person.name,
    userId: person.id,
    ...(from && { from }),
    fields: prefilled(type, person),
    tasks: {},
  };
}
