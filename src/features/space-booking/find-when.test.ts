import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenTime, isQuick, quickTimes, withStart } from './find-when.ts';

const at = (text: string) => Date.parse(text);
const zones = ['Europe/Warsaw', 'America/Toronto', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

test('an address without a time means an hour from now, wherever the building is', () => {
  const now = at('2026-03-03T13:07:20Z');
  const warsaw = chosenTime({}, 'Europe/Warsaw', now);
  expect(warsaw).toMatchObject({ date: '2026-03-03', from: '14:05', to: '15:05', overnight: false });
  expect(warsaw.startDate).toBe(at('2026-03-03T13:05Z'));
  expect(chosenTime({}, 'America/Toronto', now)).toMatchObject({ from: '08:05', to: '09:05' });
});

test('an hour from now goes over midnight', () => {
  const late = chosenTime({}, 'Europe/Warsaw', at('2026-03-03T22:31Z'));
  expect(late).toMatchObject({ date: '2026-03-03', from: '23:30', to: '00:30', overnight: true });
  expect(late.problem).toBeUndefined();
});

describe('quick times', () => {
  const names = (now: string, zone = 'Europe/Warsaw') =>
    quickTimes(zone, at(now), undefined).map(([quick]) => quick);
  const clockFor = (quick: string, now: string, zone = 'Europe/Warsaw') =>
    quickTimes(zone, at(now), undefined).find(([name]) => name === quick)?.[1];

  test('this afternoon begins now once it has begun, and is gone in the evening', () => {
    expect(clockFor('afternoon', '2026-03-03T08:00Z')).toMatchObject({ from: '13:00', to: '17:00' });
    expect(clockFor('afternoon', '2026-03-03T14:12Z')).toMatchObject({ from: '15:10', to: '17:00' });
    expect(names('2026-03-03T15:45Z')).not.toContain('afternoon');
    expect(names('2026-03-03T22:50Z')).not.toContain('afternoon');
  });
  test('tomorrow is that of the building', () => {
    expect(clockFor('tomorrow', '2026-03-03T23:30Z')?.date).toBe('2026-03-05');
    expect(clockFor('tomorrow', '2026-03-03T23:30Z', 'America/Toronto')?.date).toBe('2026-03-04');
  });
  test('none of them is in the past or without length, in any zone at any moment', () => {
    const moments = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (now, zone) => {
        for (const [, clock] of quickTimes(zone, now, undefined)) {
          const chosen = chosenTime(clock, zone, now);
          expect(chosen.problem).toBeUndefined();
          expect(chosen.endDate).toBeGreaterThan(Math.max(now, chosen.startDate));
        }
      }),
    );
  });
  test('the one that is chosen is known by the address alone', () => {
    const clock = clockFor('afternoon', '2026-03-03T08:00Z')!;
    expect(isQuick({ ...clock }, clock)).toBe(true);
    expect(isQuick({ ...clock, to: '16:00' }, clock)).toBe(false);
  });
});

test('a whole day is as long as its clocks make it', () => {
  const hours = ({ startDate, endDate }: { startDate: number; endDate: number }) =>
    (endDate - startDate) / 3_600_000;
  const day = (date: string) => chosenTime({ date, allDay: true }, 'Europe/Warsaw', at('2026-03-01T00:00Z'));
  expect(hours(day('2026-03-29'))).toBe(23);
  expect(hours(day('2026-10-25'))).toBe(25);
});

test('says what cannot be booked', () => {
  const now = at('2026-03-03T12:00Z');
  const problem = (date: string, from: string, to: string) =>
    chosenTime({ date, from, to }, 'UTC', now).problem;
  expect(problem('2026-03-03', '11:50', '13:00')).toBeUndefined();
  expect(problem('2026-03-03', '11:40', '13:00')).toBe('past');
  expect(problem('2026-03-04', '09:00', '09:00')).toBe('no-length');
  expect(problem('2026-03-04', '22:00', '06:00')).toBeUndefined();
});

test('another start keeps the length, over a change of the clocks too', () => {
  const now = at('2026-03-27T12:00Z');
  const zone = 'Europe/Warsaw';
  const night = chosenTime({ date: '2026-03-29', from: '00:30', to: '01:30' }, zone, now);
  expect(withStart(night, '01:30', zone)).toEqual({ date: '2026-03-29', from: '01:30', to: '03:30' });
});
