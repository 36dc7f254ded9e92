import { DAY_END, type OpenSpan } from '#contract/center-hours.ts';

const QUARTER = 15;

/** What counts as open where no reservation center has hours: Monday to Friday, 08:00 to 18:00. */
export const USUAL_HOURS: readonly OpenSpan[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: 480,
  closes: 1080,
}));

/** The minutes of a week by the clock, from Monday 00:00 on, as `1` where open and `0` elsewhere. */
export function openWeek(hours: readonly OpenSpan[]): string {
  const week = Array<string>(7 * DAY_END).fill('0');
  for (const { weekday, opens, closes } of hours)
    week.fill('1', (weekday - 1) * DAY_END + opens, (weekday - 1) * DAY_END + closes);
  return week.join('');
}

/** The minutes after a quarter of an hour at which something opens or closes; 0 is always among them. */
export const minutesWithin = (hours: readonly OpenSpan[]): number[] => [
  ...new Set([0, ...hours.flatMap(({ opens, closes }) => [opens % QUARTER, closes % QUARTER])]),
];
