import type { CenterHours } from '#contract/center-hours.ts';
import { firstShown } from './clock-zone.ts';

/** What the clock needs to know of a center. */
export type CenterTimes = Pick<CenterHours, 'timeZone' | 'hours' | 'holidays'>;

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Nothing is reckoned further: a center open an hour a week keeps a promise of 5,000 hours in them. */
const HORIZON_DAYS = 36_525;
/** Dates end at 8.64e15. */
const LAST_INSTANT = 8e15;

type OpenTime = { from: number; to: number };
/** A day of the calendar; instants in ms. Days that a zone skipped are empty. */
export type ClockDay = {
  from: number;
  to: number;
  open: readonly OpenTime[];
  openMs: number;
  /** Set when the center is closed all day: no hours on the weekday, or a holiday on a day that has some. */
  shut?: 'weekend' | { holiday: string };
};
export type WorkCalendar = { times: CenterTimes; day: (number: number) => ClockDay };

function readDay({ timeZone, hours }: CenterTimes, number: number, holiday: string | undefined): ClockDay {
  const at = (minutes: number) => firstShown(timeZone, number * DAY + minutes * MINUTE);
  const [from, to] = [at(0), at(1440)];
  // 1 January 1970 was a Thursday.
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
  const spans = hours.filter((span) => span.weekday === weekday).toSorted((a, b) => a.opens - b.opens);
  if (spans.length === 0) return { from, to, open: [], openMs: 0, shut: 'weekend' };
  if (holiday !== undefined) return { from, to, open: [], openMs: 0, shut: { holiday } };
  const open: OpenTime[] = [];
  for (const { opens, closes } of spans) {
    const span = { from: at(opens), to: at(closes) };
    const before = open.at(-1);
    if (before && before.to === span.from) before.to = span.to;
    else if (span.from < span.to) open.push(span);
  }
  return { from, to, open, openMs: open.reduce((sum, span) => sum + span.to - span.from, 0) };
}

const calendars = new WeakMap<CenterTimes, WorkCalendar>();

/** The days of a center, each worked out once for as long as the object lives. Do not change it meanwhile. */
export function workCalendar(times: CenterTimes): WorkCalendar {
  const known = calendars.get(times);
  if (known) return known;
  const holidays = new Map(
    times.holidays.map(({ day, name }) => [Date.parse(`${day}T00:00:00Z`) / DAY, name]),
  );
  const days = new Map<number, ClockDay>();
  const calendar: WorkCalendar = {
    times,
    day: (number) => {
      let day = days.get(number);
      if (!day) days.set(number, (day = readDay(times, number, holidays.get(number))));
      return day;
    },
  };
  calendars.set(times, calendar);
  return calendar;
}

/** The days from the one that holds the instant, as far as anything is reckoned. */
export function* daysFrom(calendar: WorkCalendar, instant: number): Generator<ClockDay> {
  if (Math.abs(instant) > LAST_INSTANT) return;
  // Clocks are a day away from UTC at most: begin early enough.
  const first = Math.floor(instant / DAY) - 2;
  for (let number = first; number < first + HORIZON_DAYS; number += 1) {
    if (number * DAY > LAST_INSTANT) return;
    const day = calendar.day(number);
    if (day.to > instant) yield day;
  }
}

/** Milliseconds that the center is open from one instant to the other. */
export function openBetween(calendar: WorkCalendar, from: number, to: number): number {
  let sum = 0;
  if (from >= to) return sum;
  for (const day of daysFrom(calendar, from)) {
    if (day.from >= to) break;
    if (from <= day.from && day.to <= to) sum += day.openMs;
    else for (const span of day.open) sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return sum;
}

/**
 * The first instant by which the center has been open for so many milliseconds; `from` itself for 0 of them, though
 * it be closed. null when that does not happen within a century.
 */
export function openAfter(calendar: WorkCalendar, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  if (calendar.times.hours.length === 0) return null;
  let left = ms;
  for (const day of daysFrom(calendar, from))
    for (const span of day.open) {
      const begins = Math.max(span.from, from);
      if (span.to <= begins) continue;
      if (span.to - begins >= left) return begins + left;
      left -= span.to - begins;
    }
  return null;
}

/** When so many minutes of opening hours have passed; null without opening hours, or when it takes a century. */
export function dueAfter(times: CenterTimes, from: Date, minutes: number): Date | null {
  const due = openAfter(workCalendar(times), from.getTime(), minutes * MINUTE);
  return due === null ? null : new Date(due);
}
