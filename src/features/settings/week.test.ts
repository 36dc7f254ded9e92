import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CenterHours, overlapIn } from '#contract/center-hours.ts';
import { formatTime } from '#src/lib/dates.ts';
import { copied, draftOf, hoursOf, nextSpan, problemOf, summary, type Week } from './week.ts';

const center: CenterHours = { id: 1, name: 'Mail', timeZone: 'UTC', hours: [], holidays: [] };
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

test('what was read is what is written, to the minute and to the end of the day', () => {
  const span = fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 1440 }),
    )
    .filter(([, opens, closes]) => opens < closes)
    .map(([weekday, opens, closes]) => ({ weekday, opens, closes }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (hours) => {
      const sorted = hours.toSorted((a, b) => a.weekday - b.weekday);
      const { week } = draftOf({ ...center, hours });
      expect(hoursOf(week)).toEqual(sorted);
      // The form and the server refuse the same weeks.
      const refused = week.some((spans) => spans.some((_, at) => problemOf(spans, at)));
      expect(refused).toBe(overlapIn(sorted) !== undefined);
    }),
  );
});

test('times that are missing, turned round or overlapping are named', () => {
  const spans = [
    { from: '08:00', until: '12:00' },
    { from: '11:59', until: '13:00' },
    { from: '12:00', until: '' },
    { from: '18:00', until: '17:00' },
    { from: '22:00', until: '00:00' },
  ];
  expect(spans.map((_, at) => problemOf(spans, at))).toEqual([
    undefined,
    'overlap',
    'time',
    'order',
    undefined,
  ]);
});

test('the next span comes after what is there, and a day is copied to the weekdays only', () => {
  expect(nextSpan([])).toEqual({ from: '08:00', until: '18:00' });
  expect(nextSpan([{ from: '08:00', until: '12:00' }])).toEqual({ from: '13:00', until: '17:00' });
  expect(nextSpan([{ from: '08:00', until: '00:00' }])).toEqual({ from: '', until: '' });
  const week: Week = days.map((_, at) => [{ from: `0${at}:00`, until: '12:00' }]);
  expect(copied(week, 6).map(([span]) => span!.from)).toEqual([...Array(5).fill('06:00'), '05:00', '06:00']);
});

test('the week is told in a line', () => {
  const at = (weekday: number, opens: number, closes: number) => ({ weekday, opens, closes });
  const hour = (clock: number) => formatTime(clock * 3_600_000, 'UTC');
  const span = (from: number, until: number) => `${hour(from)}–${hour(until)}`;
  const weekdays = [1, 2, 3, 4].map((day) => at(day, 480, 1080));
  expect(summary([...weekdays, at(5, 480, 720), at(5, 780, 960)], days, 'Closed')).toBe(
    `Mon–Thu ${span(8, 18)} · Fri ${span(8, 12)}, ${span(13, 16)}`,
  );
  expect(summary([], days, 'Closed')).toBe('Closed');
});
