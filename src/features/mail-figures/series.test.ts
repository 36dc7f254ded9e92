import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MailStats } from './api.ts';
import { formatDuration } from '#src/lib/duration.ts';
import { addDays } from '#src/directory/figure-search.ts';
import { axisUnit, drawnByWeek, medianPoints, totalOf, volumePoints } from './series.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const counts = fc.record({ checkedIn: fc.nat(999), delivered: fc.nat(999) });
const days = fc
  .array(counts, { minLength: 1, maxLength: 40 })
  .map((rows) => rows.map((row, at) => ({ day: addDays('2026-01-01', at), ...row })));

test('by the week nothing is lost or told twice, and only the first week may be short', () => {
  fc.assert(
    fc.property(days, (given) => {
      const weeks = volumePoints(given, true);
      expect(totalOf(weeks)).toEqual(totalOf(given));
      expect(weeks[0]!.from).toBe(given[0]!.day);
      expect(weeks.at(-1)!.until).toBe(given.at(-1)!.day);
      for (const { from, until } of weeks.slice(1)) expect(addDays(from, 6)).toBe(until);
      expect(volumePoints(given, false)).toHaveLength(given.length);
    }),
  );
});

test('days are drawn as long as their bars can be told apart', () => {
  expect(drawnByWeek(30, 1100)).toBe(false);
  expect(drawnByWeek(90, 1100)).toBe(false);
  expect(drawnByWeek(90, 320)).toBe(true);
  expect(drawnByWeek(365, 5000)).toBe(true);
});

test('days without a delivery have no median', () => {
  const stats: MailStats = {
    from: '2026-01-01',
    until: '2026-01-02',
    days: [
      { day: '2026-01-01', checkedIn: 1, delivered: 0 },
      { day: '2026-01-02', checkedIn: 0, delivered: 1 },
    ],
    couriers: [],
    centers: [],
    timeToDelivery: { medianMs: HOUR, p90Ms: HOUR, days: [{ day: '2026-01-02', medianMs: HOUR }] },
  };
  expect(medianPoints(stats).map(({ medianMs }) => medianMs)).toEqual([null, HOUR]);
});

test.each([
  [5 * MINUTE, 'minute'],
  [179 * MINUTE, 'minute'],
  [3 * HOUR, 'hour'],
  [119 * HOUR, 'hour'],
  [120 * HOUR, 'day'],
] as const)('up to %i ms the axis is in units of a %s', (ms, name) => expect(axisUnit(ms).name).toBe(name));

test.each([
  [1, '1m'],
  [5 * MINUTE, '5m'],
  [200 * MINUTE, '3h 20m'],
  [3 * HOUR, '3h'],
  [52 * HOUR + 29 * MINUTE, '2d 4h'],
  [71 * HOUR + 59 * MINUTE, '3d'],
])('%i ms are %s', (ms, words) => expect(formatDuration(ms)).toBe(words));
