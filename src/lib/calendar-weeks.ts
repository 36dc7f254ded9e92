import { daysLater, firstOfMonth, monthsLater } from './calendar-days.ts';
import { firstWeekday } from './weekdays.ts';

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
