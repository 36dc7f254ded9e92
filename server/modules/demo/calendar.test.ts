import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

// Wednesday 1 April 2026: Europe has put its clocks forward on 29 March, Toronto on 8 March.
const calendar = calendarOf(Date.UTC(2026, 3, 1), ['Europe/Amsterdam', 'America/Toronto', 'Asia/Kathmandu']);
const at = (site: number, day: number, hour: number) =>
  new Date(calendar.at(site, { day, minute: hour * 60 })).toISOString();

test('local times follow the clocks of the house', () => {
  expect(at(0, 0, 9)).toBe('2026-04-01T07:00:00.000Z');
  expect(at(0, -4, 9)).toBe('2026-03-28T08:00:00.000Z');
  expect(at(1, 0, 9)).toBe('2026-04-01T13:00:00.000Z');
  expect(at(1, -25, 9)).toBe('2026-03-07T14:00:00.000Z');
  expect(at(2, 0, 9)).toBe('2026-04-01T03:15:00.000Z');
});

test('workdays leave weekends out', () => {
  expect([-4, -3, -2].map((day) => calendar.isWorkday(day))).toEqual([false, false, true]);
  expect(calendar.workday(-4, 0)).toBe(-2);
  expect(calendar.workday(-5, 1)).toBe(-2);
  expect(calendar.workday(0, 3)).toBe(5);
  expect(calendar.workdaysAgo(0)).toBe(0);
  expect(calendar.workdaysAgo(-5)).toBe(3);
});
