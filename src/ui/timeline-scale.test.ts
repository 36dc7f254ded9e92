import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  axisOf,
  type DayScale,
  gapsOf,
  instantAt,
  placeOnClock,
  positionOf,
  snapped,
  ticksOf,
} from './timeline-scale.ts';

const MINUTE = 60_000;
const utc = (text: string) => Date.parse(`${text}:00Z`);
const only = (day: string, zone: string) => {
  const axis = axisOf([day], zone);
  return { axis, scale: axis.days.get(day)! };
};
const hours = (day: string, zone: string) =>
  ticksOf(only(day, zone).axis).map(({ wall, again }) => `${wall / 60}${again ? ' again' : ''}`);

test.each([
  ['Europe/Berlin', '2026-03-03', 24],
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ['Africa/Cairo', '2026-04-24', 23], // midnight itself is skipped
  ['America/Santiago', '2026-04-04', 25], // the last hour comes twice
])('in %s %s has %d hours', (zone, day, length) => {
  const { axis, scale } = only(day, zone);
  expect(axis.minutes).toBe(length * 60);
  expect((scale.end - scale.start) / MINUTE).toBe(length * 60);
  expect(gapsOf(scale, axis)).toEqual([]);
});

test('in Berlin the hour that is skipped has no place, and the one that comes twice has two', () => {
  expect(hours('2026-03-29', 'Europe/Berlin').slice(0, 4)).toEqual(['0', '1', '3', '4']);
  expect(hours('2026-10-25', 'Europe/Berlin').slice(0, 5)).toEqual(['0', '1', '2', '2 again', '3']);
  const { scale } = only('2026-10-25', 'Europe/Berlin');
  expect(positionOf(scale, utc('2026-10-25T00:30'))).toBe(150); // 2:30 in summer
  expect(positionOf(scale, utc('2026-10-25T01:30'))).toBe(210); // and in winter
  expect(instantAt(scale, 600)).toBe(utc('2026-10-25T08:00'));
});

test('on Lord Howe Island half an hour is skipped, or comes twice', () => {
  const spring = only('2026-10-04', 'Australia/Lord_Howe');
  // 2:00 became 2:30 at 15:30 the day before in UTC.
  expect(positionOf(spring.scale, utc('2026-10-03T15:29'))).toBe(119);
  expect(ticksOf(spring.axis).map(({ at }) => at)).toEqual([
    0,
    60,
    ...Array.from({ length: 21 }, (_, n) => 150 + n * 60),
  ]);
  const autumn = only('2026-04-05', 'Australia/Lord_Howe');
  expect(autumn.axis.pieces).toEqual([
    { wall: 0, length: 90, again: false, at: 0 },
    { wall: 90, length: 30, again: false, at: 90 },
    { wall: 90, length: 30, again: true, at: 120 },
    { wall: 120, length: 1320, again: false, at: 150 },
  ]);
});

test('in a week each hour of the clock is one column, with gaps where a day lacks it', () => {
  const spring = axisOf(['2026-03-28', '2026-03-29', '2026-03-30'], 'Europe/Berlin');
  expect(spring.minutes).toBe(1440);
  expect(gapsOf(spring.days.get('2026-03-29')!, spring)).toMatchObject([{ at: 120, length: 60 }]);
  expect(positionOf(spring.days.get('2026-03-29')!, utc('2026-03-29T07:00'))).toBe(540);
  expect(positionOf(spring.days.get('2026-03-30')!, utc('2026-03-30T07:00'))).toBe(540);
  expect(instantAt(spring.days.get('2026-03-29')!, 150)).toBe(utc('2026-03-29T01:00'));

  const autumn = axisOf(['2026-10-24', '2026-10-25'], 'Europe/Berlin');
  expect(autumn.minutes).toBe(1500);
  expect(gapsOf(autumn.days.get('2026-10-24')!, autumn)).toMatchObject([{ at: 180, length: 60 }]);
  expect(positionOf(autumn.days.get('2026-10-24')!, utc('2026-10-24T07:00'))).toBe(600);
  expect(positionOf(autumn.days.get('2026-10-25')!, utc('2026-10-25T08:00'))).toBe(600);
  expect(placeOnClock(autumn, 8 * 60)).toBe(540);
});

const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
const days = [
  '2026-03-03',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];
const anyScale = fc
  .record({
    zone: fc.constantFrom(...zones),
    shown: fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 }),
  })
  .map(({ zone, shown }) => axisOf(shown, zone).days.get(shown[0]!)!);
const within = ({ start, end }: DayScale, share: number) =>
  start + Math.floor((share * (end - start)) / MINUTE) * MINUTE;
const share = fc.double({ min: 0, max: 0.9999, noNaN: true });

test('every minute of a day has a place, and leads back to itself', () => {
  fc.assert(
    fc.property(anyScale, share, share, (scale, a, b) => {
      const [one, two] = [within(scale, a), within(scale, b)];
      expect(instantAt(scale, positionOf(scale, one))).toBe(one);
      expect(Math.sign(positionOf(scale, one) - positionOf(scale, two))).toBe(Math.sign(one - two));
    }),
  );
});

test('snapping goes less than a step, stays in the day, and is done at once', () => {
  fc.assert(
    fc.property(anyScale, share, fc.constantFrom(5, 10, 15, 30, 60), (scale, at, step) => {
      const ms = within(scale, at);
      const near = snapped(scale, ms, step);
      expect(Math.abs(near - ms)).toBeLessThanOrEqual((step / 2) * MINUTE);
      expect(near).toBeGreaterThanOrEqual(scale.start);
      expect(near).toBeLessThanOrEqual(scale.end);
      expect(snapped(scale, near, 5)).toBe(near);
      expect(snapped(scale, ms, step, Math.floor)).toBeLessThanOrEqual(ms);
    }),
  );
});
