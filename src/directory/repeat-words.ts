import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import { formatLongDay } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { type Repeat, repeatOf } from '#src/lib/repeat.ts';

const words = {
  daily: m.booking_rule_daily,
  weekly: m.booking_rule_weekly_plain,
  monthly: m.booking_rule_monthly,
  yearly: m.repeat_yearly,
};
type Spaced = keyof typeof words;
const spaced = {
  daily: m.repeat_days,
  weekly: m.repeat_weeks,
  monthly: m.repeat_months,
  yearly: m.repeat_years,
};

function howOften({ every, interval = 1, days }: Repeat): string {
  if (every === 'weekdays') return m.booking_rule_weekdays();
  const plain = interval > 1 ? spaced[every as Spaced]({ count: interval }) : words[every as Spaced]();
  if (every !== 'weekly' || days.length === 0) return plain;
  const names = weekdays(locale())
    .filter(({ day }) => days.includes(day))
    .map(({ long }) => long);
  return m.repeat_on({
    rule: plain,
    days: new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names),
  });
}

/** "Every week on Monday and Wednesday, 12 times": a rule of a series for people. */
export function ruleWords(rule: string): string {
  const repeat = repeatOf(rule);
  if (!repeat) return m.booking_rule_other();
  if (repeat.end === 'never') return howOften(repeat);
  return repeat.end === 'count'
    ? m.booking_rule_count({ rule: howOften(repeat), count: formatNumber(repeat.count) })
    : m.booking_rule_until({ rule: howOften(repeat), date: formatLongDay(repeat.until) });
}
