import { afterEach, expect, test } from 'vitest';
import { dayHeading, dayOf, formatRelative, formatTime, isTimeZone, setTimeZone } from './dates.ts';

const NOON = Date.UTC(2026, 2, 3, 12);
const HOUR = 3_600_000;
afterEach(() => setTimeZone('UTC'));

test('times are those of the organisation, unless a building has its own', () => {
  setTimeZone('Asia/Tokyo');
  expect(formatTime(NOON)).toBe('09:00 PM');
  expect(formatTime(NOON, 'Europe/Berlin')).toBe('01:00 PM');
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
