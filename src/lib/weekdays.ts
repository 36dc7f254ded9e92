import { locale } from './language.ts';

/** The week as the server counts it, 1 Monday … 7 Sunday, in the language's words. */
export function weekdays(locale: string): { day: number; short: string; long: string }[] {
  const words = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  const [short, long] = [words('short'), words('long')];
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    // The first of January 2024 was a Monday.
    const date = Date.UTC(2024, 0, day);
    return { day, short: short.format(date), long: long.format(date) };
  });
}

type WithWeeks = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** With which day a calendar's week begins where the reader is, 1 Monday … 7 Sunday; Monday where the browser cannot tell. */
export function firstWeekday(): number {
  const here = new Intl.Locale(locale()) as WithWeeks;
  return here.getWeekInfo?.().firstDay ?? here.weekInfo?.firstDay ?? 1;
}
