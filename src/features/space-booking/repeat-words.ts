import { getLocale } from '#locale';
import * as m from '#messages';
import { formatLongDay } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { type Repeat, repeatOf } from './repeat.ts';

function howOften({ every, days }: Repeat): string {
  if (every === 'daily') return m.booking_rule_daily();
  if (every === 'weekdays') return m.booking_rule_weekdays();
  if (every === 'monthly') return m.booking_rule_monthly();
  if (days.length === 0) return m.booking_rule_weekly_plain();
  const names = weekdays(getLocale())
    .filter(({ day }) => days.includes(day))
    .map(({ long }) => long);
  return m.booking_rule_weekly({
    days: new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names),
  });
}

/** "Every week on Monday and Wednesday, 12 times": a rule of a series for people. */
export function ruleWords(rule: string): string {
  const repeat = repeatOf(rule);
  if (!repeat) return m.booking_rule_other();
  return repeat.end === 'count'
    ? m.booking_rule_count({ rule: howOften(repeat), count: formatNumber(repeat.count) })
    : m.booking_rule_until({ rule: howOften(repeat), date: formatLongDay(repeat.until) });
}
