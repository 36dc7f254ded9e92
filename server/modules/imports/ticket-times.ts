import { Mend, readDate, type clocksOf, type DateOrder } from './booking-times.ts';

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)$/;
const PARTS = /^(\S+?)(?:T|\s+|$)(.*)$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?m\.?)?$/i;
const MINUTE = 60_000;

/** Milliseconds since midnight of 14:27:57, 2:27:57 PM or 14:27:57.000. */
function clockOf(field: string, text: string): number {
  const [all, hours, minutes, seconds = '0', fraction = '0', half] = CLOCK.exec(text) ?? [];
  const hour = Number(hours);
  const bad = half ? hour < 1 || hour > 12 : hour > 23;
  if (all === undefined || bad || Number(minutes) > 59 || Number(seconds) > 59)
    throw new Mend(field, 'must be a date and time such as 2027-03-31 14:05');
  const since = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return (
    (since * 60 + Number(minutes)) * MINUTE +
    Number(seconds) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000)
  );
}

/**
 * Epoch milliseconds of a date and time as exports write them: `03/01/2011 02:27:57 PM`, `2019-12-31T23:59:11.000`,
 * `2015-03-05 09:04:29+00:00`; a date alone is its midnight. Without an offset the clocks of the zone are meant.
 * @throws Mend
 */
export function readMoment(
  field: string,
  cell: string,
  order: DateOrder | undefined,
  at: ReturnType<typeof clocksOf>,
): number {
  const [, date, time, offset] = WITH_OFFSET.exec(cell) ?? [];
  if (date) {
    readDate(field, date, order);
    clockOf(field, time!);
    const zone = offset!.length === 3 ? `${offset}:00` : offset!.replace(/(\d{2})(\d{2})$/, '$1:$2');
    const moment = Date.parse(`${date}T${time}${zone}`);
    if (Number.isNaN(moment)) throw new Mend(field, 'must be a date and time such as 2027-03-31 14:05');
    return moment;
  }
  const [, day = '', clock = ''] = PARTS.exec(cell) ?? [];
  const read = readDate(field, day, order);
  const since = clock.trim() === '' ? 0 : clockOf(field, clock.trim());
  const minutes = Math.floor(since / MINUTE);
  return at(read, minutes) + (since - minutes * MINUTE);
}
