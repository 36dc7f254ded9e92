import type { MoveCard } from '#contract/moves-board.ts';
import { dayOf } from '#src/lib/dates.ts';

/** What moves on a day. */
export type MoveDay = { moves: MoveCard[]; people: number; conflicts: number };
export const NO_MOVES: MoveDay = { moves: [], people: 0, conflicts: 0 };

/** Moves by their day in the organisation's zone, the earliest first. */
export function movesByDay(cards: readonly MoveCard[]): Map<string, MoveDay> {
  const days = new Map<string, MoveDay>();
  for (const card of cards.toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.id - b.id)) {
    if (card.date === undefined) continue;
    const day = dayOf(card.date);
    const known = days.get(day) ?? { moves: [], people: 0, conflicts: 0 };
    known.moves.push(card);
    known.people += card.people;
    known.conflicts += card.conflicts;
    days.set(day, known);
  }
  return days;
}
