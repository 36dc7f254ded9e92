import type { MoveItem, MovePlace, MoveRequest } from '#contract/moves.ts';
import { compareNames } from '#src/lib/language.ts';
import { kindOf } from '#src/directory/move-kinds.ts';

export type BoxLabel = {
  key: string;
  name: string;
  to: MovePlace | undefined;
  nth: number;
  of: number;
};
export type Placard = { id: number; space: string; around: string; names: string[] };
/** Who sits where, as the directory has it. */
export type Sitter = { id: number; name: string; roomId: number };

const goes = ({ type }: MoveItem) => kindOf(type) !== 'terminate';

/** A label for each box of each who moves; who leaves takes theirs home. */
export const boxesOf = ({ items }: Pick<MoveRequest, 'items'>, of: number): BoxLabel[] =>
  items.filter(goes).flatMap(({ id, name, toRoom, type }) =>
    Array.from({ length: kindOf(type) === 'equipment' ? 1 : of }, (_, n) => ({
      key: `${id}-${n}`,
      name,
      to: toRoom,
      nth: n + 1,
      of: kindOf(type) === 'equipment' ? 1 : of,
    })),
  );

/** The spaces that people come to. */
export const targetsOf = ({ items }: Pick<MoveRequest, 'items'>): number[] => [
  ...new Set(
    items.flatMap(({ toRoom, type }) =>
      toRoom && kindOf(type) !== 'equipment' && kindOf(type) !== 'terminate' ? [toRoom.id] : [],
    ),
  ),
];

/** Who sits in each of the targets once the move is done: who comes, and who is there and does not go. */
export function placardsOf({ items }: Pick<MoveRequest, 'items'>, sitters: readonly Sitter[]): Placard[] {
  const moved = new Set(items.flatMap(({ user }) => (user ? [user.id] : [])));
  const placards = new Map<number, Placard>();
  for (const { toRoom, type, name } of items) {
    const kind = kindOf(type);
    if (!toRoom || kind === 'equipment' || kind === 'terminate') continue;
    const around = [toRoom.floor.name, toRoom.floor.building.name].join(' · ');
    const placard = placards.get(toRoom.id) ?? { id: toRoom.id, space: toRoom.name, around, names: [] };
    placard.names.push(name);
    placards.set(toRoom.id, placard);
  }
  for (const { id, name, roomId } of sitters) if (!moved.has(id)) placards.get(roomId)?.names.push(name);
  return [...placards.values()].map((one) => ({
    ...one,
    names: one.names.toSorted((a, b) => compareNames(a, b)),
  }));
}
