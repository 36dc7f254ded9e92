import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAllowed, type QuietTimes } from './quiet-times.ts';

const MINUTE = 60_000;
const office: QuietTimes = { quietWeekdays: [6, 7], from: '07:00', until: '20:00' };
const next = (instant: string, zone: string, times = office) =>
  nextAllowed(new Date(instant), times, zone).toISOString();

test.each([
  ['in the middle of a working day: at once', '2026-03-04T10:00:00.500Z', '2026-03-04T10:00:00.500Z'],
  ['before the day begins: when it does', '2026-03-04T05:10:20.000Z', '2026-03-04T06:00:00.000Z'],
  ['in the last minute: at once', '2026-03-04T19:00:59.999Z', '2026-03-04T19:00:59.999Z'],
  ['after it: the next morning', '2026-03-04T19:01:00.000Z', '2026-03-05T06:00:00.000Z'],
  ['on Friday night: Monday', '2026-03-06T22:00:00.000Z', '2026-03-09T06:00:00.000Z'],
  ['over the weekend when the clocks go forward', '2026-03-28T10:00:00.000Z', '2026-03-30T05:00:00.000Z'],
  ['over the weekend when they go back', '2026-10-24T10:00:00.000Z', '2026-10-26T06:00:00.000Z'],
])('in Warsaw, %s', (_case, instant, expected) => {
  expect(next(instant, 'Europe/Warsaw')).toBe(expected);
});

test('a time that the clocks skip begins where they go on, and one that comes twice is met the first time', () => {
  const early: QuietTimes = { quietWeekdays: [], from: '02:30', until: '23:00' };
  expect(next('2026-03-29T00:10:00Z', 'Europe/Warsaw', early)).toBe('2026-03-29T01:00:00.000Z');
  expect(next('2026-10-25T00:10:00Z', 'Europe/Warsaw', early)).toBe('2026-10-25T00:30:00.000Z');
});

test('a zone that is none counts as UTC', () => {
  expect(next('2026-03-04T05:00:00Z', 'Nowhere/Atlantis')).toBe('2026-03-04T07:00:00.000Z');
});

// The answer must be what trying minute after minute finds, told by another clock than the one under test.
const zones = [
  'Europe/Warsaw',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Santiago',
  'UTC',
];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
function allows(at: number, { quietWeekdays, from, until }: QuietTimes, clock: Intl.DateTimeFormat): boolean {
  const [, weekday, time] = /^(\w+),? (\d\d:\d\d)$/.exec(clock.format(at)) ?? [];
  return !quietWeekdays.includes(weekdays.indexOf(weekday!) + 1) && time! >= from && time! <= until;
}
const time = fc.integer({ min: 0, max: 1439 });
const shown = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const quietTimes = fc
  .record({
    quietWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    bounds: fc.tuple(time, time).filter(([a, b]) => a !== b),
  })
  .map(({ quietWeekdays, bounds }) => ({
    quietWeekdays,
    from: shown(Math.min(...bounds)),
    until: shown(Math.max(...bounds)),
  }));
// Half of them within three days of a day when clocks are changed somewhere above.
const changes = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-04-24',
  '2026-09-06',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(...changes),
      fc.integer({ min: -3 * 1440, max: 1440 }),
      fc.integer({ min: 0, max: 59_999 }),
    )
    .map(([day, minutes, rest]) => Date.parse(`${day}T00:00Z`) + minutes * MINUTE + rest),
);

test('the first allowed instant is the one that waiting minute by minute finds', () => {
  fc.assert(
    fc.property(instant, quietTimes, fc.constantFrom(...zones), (from, times, zone) => {
      const clock = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      let expected = from;
      while (!allows(expected, times, clock)) expected = (Math.floor(expected / MINUTE) + 1) * MINUTE;
      expect(nextAllowed(new Date(from), times, zone).toISOString()).toBe(new Date(expected).toISOString());
    }),
    { numRuns: 150 },
  );
});
