import { compareNames } from '#src/lib/language.ts';
import * as m from '#messages';
import type { PlanListItem } from '#src/ui/floor-plan-list.tsx';
import type { PlanState } from '#src/ui/floor-plan-types.ts';
import { type DraftItem, type DraftSpace, needsSpace } from './draft.ts';

/** A space and who will be there on the day, this draft not counted. */
export type Seat = {
  space: DraftSpace;
  typeName: string;
  /** Whether somebody may sit in it at all. */
  occupiable: boolean;
  /** Undefined: nobody has said how many. */
  capacity: number | undefined;
  taken: number;
};

/** A chair is for a person; a printer takes none. */
const sits = ({ kind }: DraftItem) => kind === 'move' || kind === 'new';

export type Filling = { coming: ReadonlyMap<number, number>; leaving: ReadonlyMap<number, number> };
/** Who comes to and goes from each space by the draft. */
export function fillingOf(items: readonly DraftItem[]): Filling {
  const [coming, leaving] = [new Map<number, number>(), new Map<number, number>()];
  const add = (map: Map<number, number>, id: number) => map.set(id, (map.get(id) ?? 0) + 1);
  for (const item of items) {
    const { from, to, kind } = item;
    if (sits(item) && to) add(coming, to.id);
    // Whoever is moved leaves their chair, wherever they will go.
    if (from && (kind === 'terminate' || kind === 'move')) add(leaving, from.id);
  }
  return { coming, leaving };
}

/** Places left over once the draft is done; below none where too many go there. Undefined: no limit is known. */
export const roomLeft = (seat: Seat, { coming, leaving }: Filling): number | undefined =>
  seat.capacity === undefined
    ? undefined
    : seat.capacity -
      Math.max(0, seat.taken - (leaving.get(seat.space.id) ?? 0)) -
      (coming.get(seat.space.id) ?? 0);

export const inOrder = (seats: readonly Seat[]): Seat[] =>
  seats.toSorted((a, b) => compareNames(a.space.name, b.space.name));

/**
 * Gives each of the items the next place that is free on the floor, in the order of the spaces' names and from one of
 * them on. What finds no place is answered without one; equipment takes no chair and goes where the last one went.
 */
export function nextFree(
  seats: readonly Seat[],
  from: number | undefined,
  all: readonly DraftItem[],
  keys: ReadonlySet<string>,
): Map<string, DraftSpace> {
  const ordered = inOrder(seats).filter(({ occupiable }) => occupiable);
  const first = Math.max(
    0,
    ordered.findIndex(({ space }) => space.id === from),
  );
  const filling = fillingOf(all.map((item) => (keys.has(item.key) ? bare(item) : item)));
  const left = new Map(ordered.map((seat) => [seat.space.id, roomLeft(seat, filling)]));
  const found = new Map<string, DraftSpace>();
  let at = first;
  for (const item of all) {
    if (!keys.has(item.key) || !needsSpace(item)) continue;
    while (at < ordered.length && sits(item) && (left.get(ordered[at]!.space.id) ?? 0) <= 0) at += 1;
    const seat = ordered[at];
    if (!seat) break;
    found.set(item.key, seat.space);
    if (sits(item)) left.set(seat.space.id, (left.get(seat.space.id) ?? 0) - 1);
  }
  return found;
}
const bare = ({ to: _to, ...item }: DraftItem): DraftItem => item;

/** How a space stands, in a word, a colour and a pattern. */
export function seatState(seat: Seat, filling: Filling): PlanState {
  const left = roomLeft(seat, filling);
  const coming = filling.coming.get(seat.space.id) ?? 0;
  if (coming > 0 && left !== undefined && left >= 0)
    return { word: m.moves_seat_chosen({ coming, left }), tone: 'accent', pattern: 'plain' };
  if (!seat.occupiable) return { word: m.moves_seat_none(), tone: 'neutral', pattern: 'dots' };
  if (left === undefined) return { word: m.moves_seat_unknown(), tone: 'info', pattern: 'grid' };
  if (left < 0) return { word: m.moves_seat_over({ count: -left }), tone: 'danger', pattern: 'grid' };
  if (left === 0) return { word: m.moves_seat_full(), tone: 'warning', pattern: 'stripes' };
  return { word: m.moves_seat_left({ count: left }), tone: 'success', pattern: 'plain' };
}
/** What the colours and patterns mean, whatever the numbers. */
export const seatLegend = (): PlanState[] => [
  { word: m.moves_legend_left(), tone: 'success', pattern: 'plain' },
  { word: m.moves_legend_chosen(), tone: 'accent', pattern: 'plain' },
  { word: m.moves_seat_full(), tone: 'warning', pattern: 'stripes' },
  { word: m.moves_legend_over(), tone: 'danger', pattern: 'grid' },
  { word: m.moves_seat_unknown(), tone: 'info', pattern: 'grid' },
  { word: m.moves_seat_none(), tone: 'neutral', pattern: 'dots' },
];

/** How many will sit there of how many it takes, the draft counted; undefined where no limit is known. */
export function seatWords(seat: Seat, filling: Filling): string | undefined {
  const left = roomLeft(seat, filling);
  return left === undefined
    ? undefined
    : m.moves_seat_of({ taken: seat.capacity! - left, capacity: seat.capacity! });
}

/** A space as a row of the list beside the plan. */
export const seatItem = (seat: Seat, filling: Filling, onPlan: boolean): PlanListItem => ({
  id: String(seat.space.id),
  label: seat.space.name,
  detail: [seat.typeName, seatWords(seat, filling)].filter(Boolean).join(' · '),
  state: seatState(seat, filling),
  ...(!onPlan && { note: m.moves_not_on_plan() }),
});
