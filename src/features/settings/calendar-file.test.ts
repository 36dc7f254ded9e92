import { expect, test } from 'vitest';
import { holidaysOf } from './calendar-file.ts';

const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Holidays//EN',
    ...events.flatMap((event, at) => [
      'BEGIN:VEVENT',
      `UID:${at}@example.com`,
      ...event.split('|'),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

test('all-day events of the coming years: single, yearly, of several days, in any script', async () => {
  const text = calendar(
    'DTSTART;VALUE=DATE:20270106|SUMMARY:Epiphany',
    'DTSTART;VALUE=DATE:20201225|DTEND;VALUE=DATE:20201227|RRULE:FREQ=YEARLY;UNTIL=20271231|SUMMARY:Christmas',
    'DTSTART;VALUE=DATE:20270501|SUMMARY:عيد العمال',
    'DTSTART:20270601T100000Z|SUMMARY:A meeting',
    'DTSTART;VALUE=DATE:20270702|STATUS:CANCELLED|SUMMARY:Called off',
    'DTSTART;VALUE=DATE:20190101|SUMMARY:Long ago',
    'DTSTART;VALUE=DATE:20400101|SUMMARY:Far off',
  );
  expect(await holidaysOf(text, '2026-11-22')).toEqual([
    { day: '2026-12-25', name: 'Christmas' },
    { day: '2026-12-26', name: 'Christmas' },
    { day: '2027-01-06', name: 'Epiphany' },
    { day: '2027-05-01', name: 'عيد العمال' },
    { day: '2027-12-25', name: 'Christmas' },
    { day: '2027-12-26', name: 'Christmas' },
  ]);
});

test('a rule without an end ends three years on, and what is no calendar is refused', async () => {
  const daily = calendar('DTSTART;VALUE=DATE:20260101|RRULE:FREQ=DAILY|SUMMARY:Always closed');
  const days = await holidaysOf(daily, '2026-11-22');
  expect([days.at(0)!.day, days.at(-1)!.day]).toEqual(['2026-11-22', '2029-11-22']);
  await expect(holidaysOf('name,day\nNew Year,2027-01-01', '2026-11-22')).rejects.toThrow();
  expect(await holidaysOf(calendar(), '2026-11-22')).toEqual([]);
});
