// Days of a calendar such as 2026-03-03, the same in every zone.

const DAY = 86_400_000;

/** Whether it is a day of the calendar that can be shown. */
export const isDay = (text: string): boolean =>
  /^2[01]\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);

/** The day so many days later, of days such as 2026-03-03. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
/** The Monday of the day's week. */
export const mondayOf = (date: string): string =>
  daysLater(date, -((new Date(Date.parse(date)).getUTCDay() + 6) % 7));
/** The first day of the day's month. */
export const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsLater(date: string, months: number): string {
  const at = new Date(Date.parse(date));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
  const day = Math.min(at.getUTCDate(), last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
}
