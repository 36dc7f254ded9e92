import { daysLater, firstOfMonth, mondayOf, monthsLater } from './calendar-days.ts';

export type CalendarView = 'month' | 'week';

/** The weeks that are shown, each seven days from Monday; a month with the days around it that fill them. */
export function weeksOf(view: CalendarView, date: string): string[][] {
  const first = mondayOf(view === 'week' ? date : firstOfMonth(date));
  const end = view === 'week' ? daysLater(first, 7) : monthsLater(firstOfMonth(date), 1);
  const weeks: string[][] = [];
  for (let monday = first; monday < end; monday = daysLater(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((day) => daysLater(monday, day)));
  return weeks;
}

/**
 * Where a key leads from a day; undefined: nowhere.
 * @param on what the arrow to the right means: 1 day, or -1 where weeks run from right to left
 */
export function dayAfterKey(key: string, date: string, view: CalendarView, on: 1 | -1): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(date, -on);
    case 'ArrowRight':
      return daysLater(date, on);
    case 'ArrowUp':
      return daysLater(date, -7);
    case 'ArrowDown':
      return daysLater(date, 7);
    case 'Home':
      return mondayOf(date);
    case 'End':
      return daysLater(mondayOf(date), 6);
    case 'PageUp':
      return view === 'week' ? daysLater(date, -7) : monthsLater(date, -1);
    case 'PageDown':
      return view === 'week' ? daysLater(date, 7) : monthsLater(date, 1);
    default:
      return undefined;
  }
}
