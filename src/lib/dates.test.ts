import { afterEach, expect, test } from 'vitest';
import {
  dayHeading,
  dayOf,
  formatDayMonth,
  formatDays,
  formatIso,
  formatRelative,
  formatTime,
  isTimeZone,
  setTimeZone,
  startOfDay,
} from './dates.ts';

const NOON = Date.UTC(2026, 2, 3, 12);
const HOUR = 3_600_000;
afterEach(() => setTimeZone('UTC'));

test('times are those of the organisation, unless a building has its own', () => {
  setTimeZone('Asia/Tokyo');
  expect(formatTime(NOON)).toBe('21:00');
  expect(formatTime(NOON, 'Europe/Berlin')).toBe('13:00');
});

test('an unknown zone falls back instead of breaking every page', () => {
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  setTimeZone('Mars/Olympus');
  expect(formatTime(NOON)).toMatch(/^\d\d:\d\d/);
});

test.each([
  [30_000, 'now'],
  [-30_000, 'now'],
  [-5 * 60_000, '5m ago'],
  [-3 * HOUR, '3h ago'],
  [-26 * HOUR, 'yesterday'],
  [-4 * 24 * HOUR, '4d ago'],
  [2 * HOUR, 'in 2h'],
  [-40 * 24 * HOUR, 'Jan 22, 2026'],
])('%i ms from now is "%s"', (distance, words) => {
  setTimeZone('UTC');
  expect(formatRelative(NOON + distance, NOON)).toBe(words);
});

test('days change at midnight of the zone, not of London', () => {
  const late = Date.UTC(2026, 2, 3, 23, 30);
  expect(dayOf(late, 'UTC')).toBe('2026-03-03');
  expect(dayOf(late, 'Europe/Berlin')).toBe('2026-03-04');
  expect(dayHeading(late, 'UTC', NOON)).toBe('Today');
  expect(dayHeading(late, 'Europe/Berlin', NOON)).toBe('Tomorrow');
  expect(dayHeading(NOON - 24 * HOUR, 'UTC', NOON)).toBe('Yesterday');
  expect(dayHeading(NOON - 9 * 24 * HOUR, 'UTC', NOON)).toBe('Sunday, February 22');
  expect(dayHeading(Date.UTC(2024, 11, 31), 'UTC', NOON)).toBe('Tuesday, December 31, 2024');
});

test.each([
  ['2026-03-03', 'Europe/Warsaw', '2026-03-03T00:00:00+01:00'],
  ['2026-03-29', 'Europe/Warsaw', '2026-03-29T00:00:00+01:00'],
  ['2026-07-01', 'America/New_York', '2026-07-01T00:00:00-04:00'],
  ['2026-01-01', 'Asia/Kathmandu', '2026-01-01T00:00:00+05:45'],
  ['2026-01-01', 'Pacific/Kiritimati', '2026-01-01T00:00:00+14:00'],
  ['2026-01-01', 'Pacific/Pago_Pago', '2026-01-01T00:00:00-11:00'],
  // The clocks went from midnight to one.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
])('%s in %s begins at %s', (day, timeZone, moment) => {
  const ms = startOfDay(day, timeZone);
  expect(formatIso(ms, timeZone)).toBe(moment);
  expect(Date.parse(moment)).toBe(ms);
});

test('a calendar day is the same in every zone', () => {
  setTimeZone('America/Los_Angeles');
  expect(formatDayMonth('2026-03-03')).toBe('Mar 3');
  expect(formatDays('2026-03-03', '2026-04-01').replaceAll(/\s/g, ' ')).toBe('Mar 3 – Apr 1, 2026');
});
