import { locale } from './language.ts';

/** Times are epoch milliseconds, as on the wire, and shown in the organisation's zone unless told otherwise. */
let zone: string | undefined;
export function setTimeZone(timeZone: string): void {
  zone = isTimeZone(timeZone) ? timeZone : undefined;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

// Making a formatter costs far more than using it, and a table formats hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(options: Intl.DateTimeFormatOptions, timeZone = zone): Intl.DateTimeFormat {
  const key = `${locale()} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  // Around the clock in every language, as the axis of a day, opening hours and files have it.
  const made = new Intl.DateTimeFormat(locale(), { ...options, timeZone, hourCycle: 'h23' });
  formatters.set(key, made);
  return made;
}

/** 14:05 */
export const formatTime = (ms: number, timeZone?: string) =>
  formatter({ hour: '2-digit', minute: '2-digit' }, timeZone).format(ms);

/** 3 Mar 2026 */
export const formatDate = (ms: number, timeZone?: string) =>
  formatter({ dateStyle: 'medium' }, timeZone).format(ms);

/** 3 Mar 2026, 14:05 */
export const formatDateTime = (ms: number, timeZone?: string) =>
  formatter({ dateStyle: 'medium', timeStyle: 'short' }, timeZone).format(ms);

/** Tue 14:05 within the last days, 3 Mar 2026, 14:05 before: a moment in running text. */
export const formatMoment = (ms: number, now = Date.now()) =>
  Math.abs(now - ms) < 6 * 24 * 60 * 60_000
    ? formatter({ weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(ms)
    : formatDateTime(ms);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const steps = [
  { unit: 'minute', size: MINUTE, below: HOUR },
  { unit: 'hour', size: HOUR, below: DAY },
  { unit: 'day', size: DAY, below: 14 * DAY },
] as const;

let words: { locale: string; format: Intl.RelativeTimeFormat } | undefined;
function relativeWords(locale: string): Intl.RelativeTimeFormat {
  if (words?.locale !== locale)
    words = { locale, format: new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' }) };
  return words.format;
}

/** "now", "3h ago", "in 2d"; beyond two weeks the date itself says more. */
export function formatRelative(ms: number, now = Date.now()): string {
  const distance = ms - now;
  const relative = relativeWords(locale());
  if (Math.abs(distance) < MINUTE) return relative.format(0, 'second');
  const step = steps.find(({ below }) => Math.abs(distance) < below);
  return step ? relative.format(Math.trunc(distance / step.size), step.unit) : formatDate(ms);
}

/** How long ago, in the largest whole unit: 5m, 3h, 17d. For columns, where "ago" would repeat on every row. */
export function formatAge(ms: number, now = Date.now()): string {
  const age = now - ms;
  if (age < MINUTE) return formatRelative(now, now);
  const step = steps.find(({ below }) => age < below) ?? steps[2];
  const words = { style: 'unit', unit: step.unit, unitDisplay: 'narrow' } as const;
  return new Intl.NumberFormat(locale(), words).format(Math.floor(age / step.size));
}

// Finding where a day begins asks a dozen times.
const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/** The calendar day a moment falls on in the zone: 2026-03-03. Sorts and compares as text. */
export function dayOf(ms: number, timeZone = zone): string {
  const parts = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, parts);
  return parts.format(ms);
}

/** 3 Mar, of a calendar day such as 2026-03-03; the same in every zone. */
export const formatDayMonth = (day: string) =>
  formatter({ day: 'numeric', month: 'short' }, 'UTC').format(Date.parse(day));

/** Tue, 3 Mar 2026, of a calendar day such as 2026-03-03; the same in every zone. */
export const formatLongDay = (day: string) =>
  formatter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, 'UTC').format(
    Date.parse(day),
  );

/** March 2026, of a calendar day such as 2026-03-03; the same in every zone. */
export const formatMonth = (day: string) =>
  formatter({ month: 'long', year: 'numeric' }, 'UTC').format(Date.parse(day));

/** 3 Mar – 1 Apr 2026: from one calendar day to another. */
export const formatDays = (from: string, until: string) =>
  formatter({ dateStyle: 'medium' }, 'UTC').formatRange(Date.parse(from), Date.parse(until));

/** The first moment of a calendar day (2026-03-03) in the zone, epoch ms. Not midnight where the clocks skip it. */
export function startOfDay(day: string, timeZone = zone): number {
  const midnight = Date.parse(day);
  // No zone is further from UTC than this; between the two, the day begins.
  let [before, after] = [midnight - 15 * HOUR, midnight + 13 * HOUR];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (dayOf(middle, timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** 2026-03-03T14:05:00+01:00: a moment for a file, by the clocks of the zone. */
export function formatIso(ms: number, timeZone = zone): string {
  const options = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  const local = new Intl.DateTimeFormat('sv-SE', options).format(ms).replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - ms) / MINUTE);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const away = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(away / 60)}:${two(away % 60)}`;
}

/** "Today", "Yesterday", "Tomorrow", or "Tuesday 3 March", with the year when it is another one. */
export function dayHeading(ms: number, timeZone = zone, now = Date.now()): string {
  const apart = Math.round((Date.parse(dayOf(ms, timeZone)) - Date.parse(dayOf(now, timeZone))) / DAY);
  if (Math.abs(apart) <= 1) {
    const word = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(apart, 'day');
    return word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1);
  }
  const sameYear = dayOf(ms, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return formatter(sameYear ? options : { ...options, year: 'numeric' }, timeZone).format(ms);
}
