const MINUTE = 60_000;
const DAY = 86_400_000;

/** A moment of a house's own clock: days after today (before it, below zero), minutes after midnight. */
export type Moment = { day: number; minute: number };

export type Calendar = ReturnType<typeof calendarOf>;

/** Local calendars around the day that begins at `today` (midnight UTC), for these time zones by site. */
export function calendarOf(today: number, zones: readonly string[]) {
  const clocks = zones.map(
    (timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
  );
  const offsets = new Map<string, number>();

  /** Minutes ahead of UTC, as at noon: clocks are put forward and back at night, when no mail is handled. */
  function offset(site: number, day: number): number {
    const key = `${site} ${day}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const parts = clocks[site]!.formatToParts(today + day * DAY + DAY / 2);
    const [, sign, hours = 0, minutes = 0] =
      /([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    offsets.set(key, ahead);
    return ahead;
  }

  const weekdayNow = new Date(today).getUTCDay();
  const weekday = (day: number) => (((weekdayNow + day) % 7) + 7) % 7;
  const isWorkday = (day: number) => weekday(day) % 6 !== 0;

  return {
    /** 0 is Sunday. */
    weekday,
    isWorkday,
    /** The moment at the site as epoch milliseconds. */
    at: (site: number, { day, minute }: Moment) =>
      today + day * DAY + Math.round((minute - offset(site, day)) * MINUTE),
    /** The workday that lies so many workdays after the day; 0: the day itself, or the next workday. */
    workday(day: number, after: number): number {
      let result = day;
      while (!isWorkday(result)) result++;
      for (let left = after; left > 0; left--)
        do result++;
        while (!isWorkday(result));
      return result;
    },
    /** How many workdays lie between the day and today. */
    workdaysAgo(day: number): number {
      let count = 0;
      for (let next = day + 1; next <= 0; next++) if (isWorkday(next)) count++;
      return count;
    },
  };
}
