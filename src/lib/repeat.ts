/** How something repeats, as a form asks for it. Days of the week are 1 Monday … 7 Sunday. */
export type Repeat = {
  every: 'none' | 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'yearly';
  /** Every so many days, weeks, months or years; absent: every one. */
  interval?: number;
  days: number[];
  end: 'until' | 'count' | 'never';
  /** The last calendar day, such as 2026-06-30. */
  until: string;
  count: number;
};
export const everies = ['none', 'daily', 'weekdays', 'weekly', 'monthly', 'yearly'] as const;

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKDAYS = [1, 2, 3, 4, 5];

/** 1 Monday … 7 Sunday, of a day such as 2026-03-03. */
export const weekdayOf = (date: string): number => new Date(Date.parse(date)).getUTCDay() || 7;

/** The rule as RFC 5545 writes it; '' for what does not repeat. UNTIL is a time of the clock: that whole day. */
export function ruleOf({ every, interval = 1, days, end, until, count }: Repeat): string {
  if (every === 'none') return '';
  const byDay = (list: readonly number[]) =>
    `FREQ=WEEKLY;BYDAY=${list.toSorted((a, b) => a - b).map((day) => names[day - 1])}`;
  const plain = {
    daily: 'FREQ=DAILY',
    weekdays: byDay(WORKDAYS),
    weekly: byDay(days),
    monthly: 'FREQ=MONTHLY',
    yearly: 'FREQ=YEARLY',
  }[every];
  const rule = interval > 1 && every !== 'weekdays' ? `${plain};INTERVAL=${interval}` : plain;
  if (end === 'never') return rule;
  return end === 'count' ? `${rule};COUNT=${count}` : `${rule};UNTIL=${until.replaceAll('-', '')}T235959`;
}

/** A rule of the server as the form would have it; undefined for one that the form cannot ask for. */
export function repeatOf(rule: string): Repeat | undefined {
  const parts = new Map(
    rule
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=') as [string, string]),
  );
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const [freq, interval = '1', byDay, count, until] = ['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL'].map(
    take,
  );
  take('WKST');
  const days = byDay?.split(',').map((name) => names.indexOf(name) + 1) ?? [];
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(until ?? '') ?? [];
  const steps = Number(interval);
  if (parts.size > 0 || !(Number.isInteger(steps) && steps > 0) || days.includes(0)) return undefined;
  if (count !== undefined && year !== undefined) return undefined;
  const every =
    freq === 'WEEKLY'
      ? days.join() === WORKDAYS.join() && steps === 1
        ? 'weekdays'
        : 'weekly'
      : freq === 'DAILY' && !byDay
        ? 'daily'
        : freq === 'MONTHLY' && !byDay
          ? 'monthly'
          : freq === 'YEARLY' && !byDay
            ? 'yearly'
            : undefined;
  return (
    every && {
      every,
      ...(steps > 1 && { interval: steps }),
      days: every === 'weekly' ? days.toSorted((a, b) => a - b) : [],
      end: count !== undefined ? 'count' : year !== undefined ? 'until' : 'never',
      until: year === undefined ? '' : `${year}-${month}-${day}`,
      count: Number(count ?? 0),
    }
  );
}
