import * as m from '#messages';
import type { AwayPerson } from '#contract/leaves.ts';
import { daysLater } from '#src/lib/calendar-days.ts';

/** Whoever is away, and which part of the day. */
export type AwayDay = { away: AwayPerson; part: 'whole' | 'morning' | 'afternoon' };

/** Who is away on each day between two, both included. */
export function awayByDay(
  all: readonly AwayPerson[],
  first: string,
  last: string,
): ReadonlyMap<string, readonly AwayDay[]> {
  const days = new Map<string, AwayDay[]>();
  for (const away of all) {
    const { startDate, endDate, startsAtNoon, endsAtNoon } = away;
    const end = endDate < last ? endDate : last;
    for (let day = startDate > first ? startDate : first; day <= end; day = daysLater(day, 1)) {
      const part =
        startsAtNoon && day === startDate ? 'afternoon' : endsAtNoon && day === endDate ? 'morning' : 'whole';
      days.set(day, [...(days.get(day) ?? []), { away, part }]);
    }
  }
  return days;
}

export const partWords: Record<AwayDay['part'], () => string> = {
  whole: m.leave_away_whole,
  morning: m.leave_away_morning,
  afternoon: m.leave_away_afternoon,
};
