import { dateOrders, weekdayNumbers } from '#contract/imports.ts';
import { instantOf } from '#server/lib/zone-time.ts';

export type DateOrder = (typeof dateOrders)[number];
export type WeekdayNumbers = (typeof weekdayNumbers)[number];

/** What a cell has to be mended for. */
export class Mend extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const millis = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const daysLater = (day: string, days: number) => dayOf(millis(day) + days * DAY);

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;

/** Which comes first in the dates of the file: as one of them gives away, or undefined. */
export function dateOrderIn(texts: Iterable<string>): 'day-first' | 'month-first' | undefined {
  for (const text of texts) {
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return undefined;
}

/** A date as `2027-03-01`, also of a cell with a time behind it. @throws Mend */
export function readDate(field: string, cell: string, order: DateOrder | undefined): string {
  const [text = ''] = cell.split(/[T\s]/);
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return realDay(field, Number(year), Number(month), Number(day));
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (!last) throw new Mend(field, 'must be a date such as 2027-03-31');
  if (order !== 'day-first' && order !== 'month-first')
    throw new Mend(field, 'may begin with the day or with the month; choose above which it is');
  const [a, b] = order === 'day-first' ? [second, first] : [first, second];
  return realDay(field, last.length === 2 ? 2000 + Number(last) : Number(last), Number(a), Number(b));
}

function realDay(field: string, year: number, month: number, day: number): string {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    throw new Mend(field, 'is a date that there is not');
  if (year < 1970 || year > 2199) throw new Mend(field, 'must be between 1970 and 2199');
  return dayOf(at.getTime());
}

const CLOCK = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i;
/** Minutes since midnight of 09:30, 0930, 9.30 or 9:30 pm; 24:00 is the end of the day. @throws Mend */
export function readClock(field: string, text: string): number {
  const [all, hours, minutes = '0', half] = CLOCK.exec(text) ?? [];
  const hour = Number(hours);
  const pm = half?.toLowerCase() === 'p';
  const at = (half ? (hour % 12) + (pm ? 12 : 0) : hour) * 60 + Number(minutes);
  if (all === undefined || Number(minutes) > 59 || at > 24 * 60 || (half && (hour < 1 || hour > 12)))
    throw new Mend(field, 'must be a time such as 09:30');
  return at;
}

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** Days after Monday. @throws Mend */
export function readWeekday(text: string, numbers: WeekdayNumbers): number {
  const word = text.toLowerCase().replace(/\.$/, '');
  const named = names.findIndex((name) => word.length > 1 && name.startsWith(word));
  if (named !== -1) return named;
  const number = /^\d$/.test(word) ? Number(word) : -1;
  const [first, last, toMonday] = { 'monday-1': [0, 7, 6], 'monday-0': [0, 6, 0], 'sunday-1': [1, 7, 5] }[
    numbers
  ] as [number, number, number];
  if (number < first || number > last)
    throw new Mend('weekday', `must be a weekday such as Monday, or a number from ${first} to ${last}`);
  return (number + toMonday) % 7;
}

/** The days of a weekday within the dates; without an end in the first week alone. @throws Mend */
export function weekly(weekday: number, from: string, until: string | undefined): string[] {
  // The first of January 1970 was a Thursday.
  const ofFrom = (Math.floor(millis(from) / DAY) + 3) % 7;
  const first = daysLater(from, (weekday - ofFrom + 7) % 7);
  if (until === undefined) return [first];
  if (until < from) throw new Mend('weeksUntil', 'is earlier than the first week');
  const weeks = Math.floor((millis(until) - millis(first)) / (7 * DAY)) + 1;
  if (weeks > 106) throw new Mend('weeksUntil', 'is more than two years after the first week');
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => daysLater(first, week * 7));
}

/**
 * Instants of the zone's clocks, by day and minutes. A file has tens of thousands of times on some hundred days, and the
 * calendar of a zone is slow to ask: it is asked once a day, and for each time only when the day has not 24 hours.
 */
export function clocksOf(zone: string): (day: string, minutes: number) => number {
  const midnights = new Map<string, number>();
  const midnight = (day: string) => {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const at = instantOf(`${day}T00:00:00`, zone);
    midnights.set(day, at);
    return at;
  };
  return (day, minutes) => {
    const [begin, end] = [midnight(day), midnight(daysLater(day, 1))];
    if (minutes === 24 * 60) return end;
    if (end - begin === DAY) return begin + minutes * MINUTE;
    const two = (number: number) => String(number).padStart(2, '0');
    return instantOf(`${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`, zone);
  };
}
