import type { Holiday } from '#contract/center-hours.ts';

const YEARS = 3;
/** A rule without an end gives at most so many days of one event. */
const MOST_TURNS = 4000;

/**
 * The all-day events of a calendar file (.ics, RFC 5545) from `today` to three years on, one a day, by day; events of
 * several days give each of their days, yearly ones each of their years. @throws when it is no calendar
 */
export async function holidaysOf(text: string, today: string): Promise<Holiday[]> {
  const { default: ical } = await import('ical.js');
  const parsed = ical.parse(text) as [string | unknown[], ...unknown[]];
  const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
  const until = `${Number(today.slice(0, 4)) + YEARS}${today.slice(4)}`;
  const found = new Map<string, string>();

  for (const calendar of calendars)
    for (const component of new ical.Component(calendar).getAllSubcomponents('vevent')) {
      const event = new ical.Event(component);
      const begin = event.startDate;
      if (!begin?.isDate || component.getFirstPropertyValue('status') === 'CANCELLED') continue;
      const name = event.summary?.trim().slice(0, 200);
      if (!name) continue;
      const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
      const turns = event.iterator();
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const start = turns.next();
        if (!start || start.toString().slice(0, 10) > until) break;
        for (let nth = 0; nth < Math.min(length, 366); nth += 1) {
          const date = start.clone();
          date.adjust(nth, 0, 0, 0);
          const day = date.toString().slice(0, 10);
          if (day >= today && day <= until && !found.has(day)) found.set(day, name);
        }
      }
    }
  return [...found].map(([day, name]) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
