import type { MoveCard } from '#contract/moves-board.ts';
import { daysLater, firstOfMonth, monthsLater } from '#src/lib/calendar-days.ts';
import { dayOf } from '#src/lib/dates.ts';
import { firstWeekday } from '#src/lib/weekdays.ts';

export type CalendarView = 'month' | 'week';

/** The first day of the day's week, as weeks are where the reader is. */
function weekOf(date: string): string {
  const weekday = new Date(Date.parse(date)).getUTCDay(); // 0 Sunday, as is 7
  return daysLater(date, -((weekday - firstWeekday() + 7) % 7));
}

/** The weeks that are shown, each of seven days; a month with the days around it that fill them. */
export function weeksOf(view: CalendarView, date: string): string[][] {
  const first = weekOf(view === 'week' ? date : firstOfMonth(date));
  const end = view === 'week' ? daysLater(first, 7) : monthsLater(firstOfMonth(date), 1);
  const weeks: string[][] = [];
  for (let start = first; start < end; start = daysLater(start, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((day) => daysLater(start, day)));
  return weeks;
}

/** Where a key leads from a day; undefined: nowhere. */
export function dayAfterKey(key: string, date: string, view: CalendarView): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(date, -1);
    case 'ArrowRight':
      return daysLater(date, 1);
    case 'ArrowUp':
      return daysLater(date, -7);
    case 'ArrowDown':
      return daysLater(date, 7);
    case 'Home':
      return weekOf(date);
    case 'End':
      return daysLater(weekOf(date), 6);
    case 'PageUp':
      return view === 'week' ? daysLater(date, -7) : monthsLater(date, -1);
    case 'PageDown':
      return view === 'week' ? daysLater(date, 7) : monthsLater(date, 1);
    default:
      return undefined;
  }
}

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
