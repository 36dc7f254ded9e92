import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailPreferencesEdit } from '#contract/mail-notices.ts';
import { daysIn } from './preferences.ts';
import { weekdays } from '#src/lib/weekdays.ts';

test('days are those that the server takes, and no others', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -5, max: 130 }).map(String), fc.string()), (text) => {
      const days = daysIn(text);
      const taken = mailPreferencesEdit.safeParse({ remindAfterDays: Number(text) }).success;
      if (/^\d{1,2}$/.test(text)) expect(days !== undefined).toBe(taken);
      if (days !== undefined) expect([taken, days]).toEqual([true, Number(text)]);
    }),
  );
});

test('the week begins on Monday, as the server counts', () => {
  expect(weekdays('en')).toHaveLength(7);
  expect(weekdays('en')[0]).toEqual({ day: 1, short: 'Mon', long: 'Monday' });
  expect(weekdays('en')[6]).toEqual({ day: 7, short: 'Sun', long: 'Sunday' });
});
