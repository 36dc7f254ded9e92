import type { User } from '#contract/users.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { Answers, DraftItem, DraftSpace } from './draft.ts';

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
