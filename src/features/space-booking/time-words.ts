import * as m from '#messages';
import { dayOf, formatLongDay } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { ownZone } from '#src/directory/booking-time.ts';
import { daysLater } from './day-search.ts';
import { clockOf, offsetAt } from '#src/lib/zone-clock.ts';

type Span = { startDate: number; endDate: number; allDay: boolean };
const HOUR = 3_600_000;

/** "Tue, 3 Mar 2026, 09:00–10:30" by the clocks of the zone; both days where there are two. */
export function spanWords({ startDate, endDate, allDay }: Span, zone: string): string {
  const first = dayOf(startDate, zone);
  if (allDay) {
    const last = daysLater(dayOf(endDate + 1, zone), -1);
    const days = last > first ? `${formatLongDay(first)} – ${formatLongDay(last)}` : formatLongDay(first);
    return m.booking_whole_day({ day: days });
  }
  // As the timeline has them: around the clock.
  const [from, to] = [startDate, endDate].map((ms) => clockOf(ms, zone).slice(11));
  const last = dayOf(endDate - 1, zone);
  return last > first
    ? `${formatLongDay(first)}, ${from} – ${formatLongDay(last)}, ${to}`
    : `${formatLongDay(first)}, ${from}–${to}`;
}

/** The same span where the reader is; undefined when the clocks there show the same. */
export function elsewhereWords(span: Span, zone: string, reader = ownZone()): string | undefined {
  if (offsetAt(span.startDate, zone) === offsetAt(span.startDate, reader)) return undefined;
  return m.booking_zone_yours({ time: spanWords({ ...span, allDay: false }, reader) });
}

/** "6 h behind": how the clocks of a zone stand against the reader's; undefined when they agree. */
export function awayWords(zone: string, at: number, reader = ownZone()): string | undefined {
  const hours = (offsetAt(at, zone) - offsetAt(at, reader)) / HOUR;
  if (hours === 0) return undefined;
  const words = { hours: formatNumber(Math.abs(hours)) };
  return hours > 0 ? m.booking_zone_ahead(words) : m.booking_zone_behind(words);
}
