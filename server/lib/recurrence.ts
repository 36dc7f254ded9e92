import { createRequire } from 'node:module';
import { instantOf, localTimeOf } from './zone-time.ts';

// CommonJS that Node cannot import by name, beside ES modules that it cannot import at all.
const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule');

export type Recurrence = {
  /** RFC 5545, with or without `RRULE:` before it. */
  rule: string;
  /** Times of the clock, as `2027-03-01T09:00:00`. */
  start: string;
  exdates?: readonly string[];
  rdates?: readonly string[];
  /** IANA name; an UNTIL in UTC is read in it. */
  zone: string;
};

/** What a rule that cannot be followed says to its author. */
export class RuleError extends Error {}

/** So many days are looked at before a rule is taken to have no further occurrence: the 30th of February. */
const PATIENCE = 30_000;
const YEAR = 366 * 86_400_000;

/** The package reckons in UTC; here it holds times of the clock, so that no zone touches them. */
const asFloating = (local: string) => new Date(`${local}Z`);
const asLocal = (floating: Date) => floating.toISOString().slice(0, 19);
const whole = (local: string) => asLocal(asFloating(local));

/** UNTIL as a time of the clock: with a Z it is UTC, and a bare date means that whole day. */
function untilOf(text: string, zone: string): Date | undefined {
  const [, year, month, day, , time, utc] =
    /(?:^|;)UNTIL=(\d{4})(\d\d)(\d\d)(T(\d{6})(Z)?)?(?:;|$)/i.exec(text) ?? [];
  if (!year) return undefined;
  const clock = time ? time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3') : '23:59:59';
  const said = `${year}-${month}-${day}T${clock}`;
  if (Number.isNaN(Date.parse(`${said}Z`))) throw new RuleError('has an UNTIL that is no date');
  return asFloating(utc ? localTimeOf(Date.parse(`${said}Z`), zone) : said);
}

function parsed({ rule, start, zone }: Recurrence) {
  const text = rule
    .replace(/^RRULE[:;]/i, '')
    .replaceAll(/\s/g, '')
    .replace(/;+$/, '');
  if (!/(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/i.test(text))
    throw new RuleError('must repeat by days, weeks, months or years: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY');
  try {
    const {
      until: _read,
      dtstart: _none,
      tzid: _floating,
      ...options
    } = RRule.parseString(text.toUpperCase());
    const { count = 1, interval = 1 } = options;
    if (!(Number.isInteger(count) && count! > 0 && Number.isInteger(interval) && interval > 0))
      throw new RuleError('must have a COUNT and an INTERVAL that are whole numbers above 0');
    const until = untilOf(text, zone);
    return new RRule({ ...options, dtstart: asFloating(start), ...(until && { until }) });
  } catch (error) {
    if (error instanceof RuleError) throw error;
    throw new RuleError('is no recurrence rule that can be read, such as FREQ=WEEKLY;BYDAY=MO;COUNT=10');
  }
}

class OutOfPatience extends Error {}

/**
 * Lets a rule without further occurrences come to an end: the package would look on for eight thousand years, half a
 * minute of work. It reads the months of a rule once for every day that it looks at.
 */
function limitPatience(rule: InstanceType<typeof RRule>) {
  const { bymonth } = rule.options;
  let looks = 0;
  Object.defineProperty(rule.options, 'bymonth', {
    get() {
      if ((looks += 1) > PATIENCE) throw new OutOfPatience();
      return bymonth;
    },
  });
}

/**
 * The times of the clock at which something recurs, ascending, none twice. Pure: 9:00 stays 9:00 whatever the clocks
 * do in between; `instantOf` makes instants of it.
 * @param most so many at most, and none later than `years` after the start; `cut` tells that there are more
 * @throws RuleError
 */
export function expand(
  recurrence: Recurrence,
  { most, years }: { most: number; years: number },
): { times: string[]; cut: boolean } {
  const { start, exdates = [], rdates = [] } = recurrence;
  const rule = parsed(recurrence);
  const horizon = asFloating(start).getTime() + years * YEAR;
  const left = new Set(exdates.map(whole));
  const times = new Set(rdates.map(whole));
  let cut = false;
  limitPatience(rule);
  try {
    rule.all((found) => {
      const time = asLocal(found);
      cut =
        !left.has(time) && !times.has(time) && (times.size >= most + left.size || found.getTime() > horizon);
      if (!cut) times.add(time);
      return !cut;
    });
  } catch (error) {
    if (!(error instanceof OutOfPatience)) throw error;
  }
  const all = [...times].filter((time) => !left.has(time)).toSorted();
  return { times: all.slice(0, most), cut: cut || all.length > most };
}

/** The instants of `expand`, in epoch milliseconds. */
export const instantsOf = (times: readonly string[], zone: string) =>
  times.map((time) => instantOf(time, zone));
