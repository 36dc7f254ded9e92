import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '#src/lib/dates.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import { daysLater, mondayOf, readDaySearch } from './day-search.ts';
import { freshFields, planOf, slotOf } from './form-values.ts';
import { type Repeat, repeatOf, ruleOf, weekdayOf } from '#src/lib/repeat.ts';
import { ruleWords } from '#src/directory/repeat-words.ts';
import { awayWords, elsewhereWords, spanWords } from './time-words.ts';

const zones = ['Europe/Warsaw', 'America/Toronto', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];
const span = (start: string, end: string, allDay = false) => ({
  startDate: Date.parse(start),
  endDate: Date.parse(end),
  allDay,
});

test('a rule says what the form asked, and the form reads it back', () => {
  const every = fc.constantFrom(
    'daily' as const,
    'weekly' as const,
    'monthly' as const,
    'yearly' as const,
    'weekdays' as const,
  );
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
  const end = fc.oneof(
    fc.record({ end: fc.constant('count' as const), count: fc.integer({ min: 1, max: 500 }) }),
    fc.record({ end: fc.constant('until' as const), until: fc.constantFrom('2027-01-31', '2028-02-29') }),
    fc.record({ end: fc.constant('never' as const) }),
  );
  fc.assert(
    fc.property(every, days, end, fc.integer({ min: 2, max: 40 }), (often, on, stop, interval) => {
      const list = often === 'weekly' ? on.toSorted((a, b) => a - b) : [];
      const spaced = often === 'weekdays' ? {} : { interval };
      const repeat: Repeat = { every: often, days: list, until: '', count: 0, ...spaced, ...stop };
      expect(repeatOf(ruleOf(repeat))).toEqual(repeat);
    }),
  );
});

test('rules as the server keeps them, in words', () => {
  expect(ruleOf({ every: 'weekly', days: [3, 1], end: 'until', until: '2027-06-30', count: 4 })).toBe(
    'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270630T235959',
  );
  expect(ruleWords('FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12')).toBe('Every week on Monday and Wednesday, 12 times');
  expect(ruleWords('RRULE:FREQ=DAILY;UNTIL=20270630T235959')).toBe('Every day, until Wed, Jun 30, 2027');
  expect(ruleWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3')).toBe('Every 2 weeks on Monday, 3 times');
  expect(ruleWords('FREQ=MONTHLY;INTERVAL=3')).toBe('Every 3 months');
  expect(ruleWords('FREQ=YEARLY;COUNT=2')).toBe('Every year, 2 times');
  for (const rule of ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', 'FREQ=WEEKLY;BYHOUR=3'])
    expect(ruleWords(rule)).toBe('Repeats by a rule of its own');
});

test('the clocks of a zone and moments are one, but for the hour that is skipped', () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (ms, zone) => {
      const minute = Math.floor(ms / 60_000) * 60_000;
      const shown = clockOf(minute, zone);
      const back = instantOf(shown, zone);
      expect(clockOf(back, zone)).toBe(shown);
      // Twice shown, the first is meant.
      expect(back).toBeLessThanOrEqual(minute);
    }),
  );
  // Warsaw skips 02:30 on 28 March 2027, and has it twice on 31 October.
  expect(instantOf('2027-03-28T02:30', 'Europe/Warsaw')).toBe(Date.parse('2027-03-28T01:30Z'));
  expect(instantOf('2027-10-31T02:30', 'Europe/Warsaw')).toBe(Date.parse('2027-10-31T00:30Z'));
});

test('when, in the building and where the reader is', () => {
  const meeting = span('2027-03-01T13:00Z', '2027-03-01T14:30Z');
  expect(spanWords(meeting, 'Europe/Warsaw')).toBe('Mon, Mar 1, 2027, 14:00–15:30');
  expect(elsewhereWords(meeting, 'Europe/Warsaw', 'Europe/Amsterdam')).toBeUndefined();
  expect(elsewhereWords(meeting, 'America/Toronto', 'Europe/Warsaw')).toBe(
    'Mon, Mar 1, 2027, 14:00–15:30 where you are',
  );
  expect(awayWords('America/Toronto', meeting.startDate, 'Europe/Warsaw')).toBe('6 h behind');
  const days = span('2027-02-28T23:00Z', '2027-03-02T23:00Z', true);
  expect(spanWords(days, 'Europe/Warsaw')).toBe('Mon, Mar 1, 2027 – Tue, Mar 2, 2027, all day');
});

test('fields and slots: the end of a day is midnight, a day is as long as its clocks make it', () => {
  const zone = 'Europe/Warsaw';
  const person = { id: 7, name: 'Marta' };
  const late = span('2027-03-01T21:00Z', '2027-03-01T23:00Z');
  const fields = freshFields({ ...late, room: 3, name: 'Late', person }, zone);
  expect(fields).toMatchObject({ date: '2027-03-01', start: '22:00', endDate: '2027-03-01', end: '00:00' });
  expect(slotOf(fields, zone)).toEqual({ startDate: late.startDate, endDate: late.endDate });
  const short = slotOf({ ...fields, allDay: true, date: '2027-03-28', endDate: '2027-03-28' }, zone)!;
  expect((short.endDate - short.startDate) / 3_600_000).toBe(23);
  expect(slotOf({ ...fields, end: '21:00' }, zone)).toBeUndefined();
  const repeat: Repeat = { ...fields.repeat, every: 'daily', count: 3 };
  expect(planOf({ ...fields, repeat }, slotOf(fields, zone)!)).toMatchObject({
    rule: 'FREQ=DAILY;COUNT=3',
    start: '2027-03-01T22:00',
    minutes: 120,
  });
});

test('an address that anybody wrote is read with care', () => {
  expect(
    readDaySearch({ date: '2027-02-30', building: 'x', floor: -1, search: ' a ', booking: '9' }),
  ).toEqual({
    search: 'a',
    booking: 9,
  });
  expect(mondayOf('2027-03-07')).toBe('2027-03-01');
  expect(weekdayOf('2027-03-07')).toBe(7);
  expect(daysLater(dayOf(Date.parse('2027-02-28T12:00Z'), 'UTC'), 1)).toBe('2027-03-01');
});
