import type { MailPreferences } from '#contract/mail-notices.ts';

/** `from` is before `until`, and one weekday at least is not quiet; the database holds both to be so. */
export type QuietTimes = Pick<MailPreferences, 'quietWeekdays' | 'from' | 'until'>;

const MINUTE = 60_000;
const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const times = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const make = (name: string) => new Intl.DateTimeFormat('en', { ...fields, ...times, timeZone: name });
  let clock: Intl.DateTimeFormat;
  try {
    clock = make(timeZone);
  } catch {
    clock = make('UTC'); // a zone that this program does not know any more is no reason to send nothing
  }
  clocks.set(timeZone, clock);
  return clock;
}

/** What the zone's clocks show at the instant, as if that were UTC, in milliseconds. */
function shown(at: number, zone: string): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year, month, day] = [parts.get('year')!, parts.get('month')!, parts.get('day')!];
  const [hour, minute, second] = [parts.get('hour')!, parts.get('minute')!, parts.get('second')!];
  return Date.UTC(year, month - 1, day, hour, minute, second) + (at % 1000);
}

const sinceMidnight = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

/** How long until the clocks show a time when messages may go, were they never put forward or back. */
function waitAt(local: number, { quietWeekdays, from, until }: QuietTimes): number {
  const time = local % DAY;
  // The first of January 1970 was a Thursday.
  const weekday = ((Math.floor(local / DAY) + 3) % 7) + 1;
  if (quietWeekdays.includes(weekday)) return DAY - time;
  if (time < sinceMidnight(from)) return sinceMidnight(from) - time;
  return time < sinceMidnight(until) + MINUTE ? 0 : DAY - time;
}

/**
 * The first instant, not before the given one, when messages may be sent: on no quiet weekday, and when the
 * zone's clocks show a minute from `from` to `until`. A time that the clocks skip begins where they go on.
 */
export function nextAllowed(instant: Date, times: QuietTimes, zone: string): Date {
  let at = instant.getTime();
  for (;;) {
    const here = shown(at, zone);
    const wait = waitAt(here, times);
    if (wait === 0) return new Date(at);
    const straight = shown(at + wait, zone) === here + wait;
    // Where the clocks change on the way, minute by minute: that happens twice a year, at whole minutes.
    at = straight ? at + wait : (Math.floor(at / MINUTE) + 1) * MINUTE;
  }
}
