import * as m from '#messages';
import { dayOf, formatIso, formatLongDay } from '#src/lib/dates.ts';
import { ClockIcon, CheckIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import { ArrowOnIcon } from '#src/ui/booking-icons.tsx';
import type { InPerson } from './queries.ts';

export type InBooking = InPerson['bookings'][number];

/** The booking that says most about where somebody is: the present one, else the next, else the last. */
export function mainOf({ bookings }: InPerson): InBooking {
  const find = (wanted: InBooking['state']) => bookings.find(({ state }) => state === wanted);
  return find('here') ?? find('expected') ?? bookings.at(-1)!;
}

const clock = (ms: number, zone: string) => formatIso(ms, zone).slice(11, 16);

/** "09:00–10:30" by the clocks of the building; with the day where it is another than the one asked for. */
export function timesOf({ startDate, endDate, allDay, timeZone }: InBooking, day: string): string {
  if (allDay) return m.space_use_all_day();
  const at = (ms: number, other: number) => {
    const there = dayOf(other, timeZone);
    return there === day ? clock(ms, timeZone) : `${formatLongDay(there)}, ${clock(ms, timeZone)}`;
  };
  // Midnight at the end is still that day's.
  return `${at(startDate, startDate)}–${at(endDate, endDate - 1)}`;
}

export const states: Record<InBooking['state'], { tone: Tone; icon: typeof ClockIcon; label: () => string }> =
  {
    expected: { tone: 'info', icon: ClockIcon, label: m.space_use_expected },
    here: { tone: 'success', icon: CheckIcon, label: m.space_use_here },
    left: { tone: 'neutral', icon: ArrowOnIcon, label: m.space_use_left },
    missed: { tone: 'warning', icon: ClockIcon, label: m.space_use_missed },
  };
