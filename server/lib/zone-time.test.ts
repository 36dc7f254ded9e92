import { expect, test } from 'vitest';
import { clockShift, daysBetween, instantOf, localTimeOf, shifted, startOfDay } from './zone-time.ts';

const HOUR = 3_600_000;

test('a time that the clocks skip is as much later, of one they show twice the first is meant', () => {
  expect(instantOf('2027-03-28T02:30', 'Europe/Berlin')).toBe(Date.UTC(2027, 2, 28, 1, 30));
  expect(instantOf('2027-10-31T02:30', 'Europe/Berlin')).toBe(Date.UTC(2027, 9, 31, 0, 30));
  // Half an hour is what the clocks of Lord Howe change by.
  expect(instantOf('2027-10-03T02:15', 'Australia/Lord_Howe')).toBe(Date.UTC(2027, 9, 2, 15, 45));
  expect(localTimeOf(Date.UTC(2027, 9, 2, 15, 45), 'Australia/Lord_Howe')).toBe('2027-10-03T02:45:00');
  expect(() => instantOf('2027-02-30T09:00', 'UTC')).toThrow(RangeError);
});

test('a day begins when the clocks say so, also where there is no midnight', () => {
  const noon = Date.UTC(2027, 2, 28, 10);
  expect((startOfDay(noon, 'Europe/Berlin', 1) - startOfDay(noon, 'Europe/Berlin')) / HOUR).toBe(23);
  const skipped = instantOf('2026-03-29T12:00', 'Asia/Beirut');
  expect(localTimeOf(startOfDay(skipped, 'Asia/Beirut'), 'Asia/Beirut')).toBe('2026-03-29T01:00:00');
  expect(daysBetween(noon, noon + 24 * HOUR * 3, 'Europe/Berlin')).toBe(3);
});

test('moved on by the clock, nine stays nine', () => {
  const zone = 'America/New_York';
  const [from, to] = [instantOf('2027-03-12T09:00', zone), instantOf('2027-03-13T10:30', zone)];
  const moved = shifted(instantOf('2027-11-06T09:00', zone), clockShift(from, to, zone), zone);
  expect(localTimeOf(moved, zone)).toBe('2027-11-07T10:30:00');
});
