import type { DaySheet } from '#contract/availability.ts';
import * as m from '#messages';
import { dayOf } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { locale } from '#src/lib/language.ts';
import type { TimelineBar, TimelineRow } from '#src/ui/timeline-types.ts';
import { daysLater } from './day-search.ts';
import { lookOf } from '#src/directory/booking-phases.ts';

type DaySpace = DaySheet['spaces'][number];
type DayBooking = DaySpace['bookings'][number];
/** A booking together with the space it is in. */
export type Placed = { booking: DayBooking; space: DaySpace };

/** What it is called: its title, else whose it is. */
export const titleOf = ({ name, user }: { name: string; user: { name: string } }) => name || user.name;

const changeable = new Set(['awaiting-approval', 'upcoming', 'running', 'in-use']);
/** @param manages whether the reader manages the bookings of others */
function barOf(booking: DayBooking, rowId: string, manages: boolean): TimelineBar {
  const { id, startDate, endDate, phase, mine, bufferBefore, bufferAfter } = booking;
  return {
    id: String(id),
    rowId,
    title: titleOf(booking),
    start: startDate,
    end: endDate,
    state: lookOf(phase),
    own: mine,
    editable: (mine || manages) && changeable.has(phase),
    before: bufferBefore,
    after: bufferAfter,
  };
}

export const placesWords = (capacity: number | undefined) =>
  capacity === undefined
    ? undefined
    : capacity === 1
      ? m.booking_place_one()
      : m.booking_places({ count: formatNumber(capacity) });

/** Spaces are rows, floors their groups. */
export function dayModel({ spaces }: DaySheet, manages: boolean) {
  const rows = spaces.map(({ id, name, capacity, type, floor }): TimelineRow => ({
    id: String(id),
    label: name,
    sublabel: [type.name, (capacity ?? 0) > 1 && placesWords(capacity)].filter(Boolean).join(' · '),
    group: floor.name,
  }));
  const bars = spaces.flatMap(({ id, bookings }) =>
    bookings.map((booking) => barOf(booking, String(id), manages)),
  );
  return { rows, bars };
}

/** The days of one space are rows. What goes on over midnight is shown on each of its days, and moved on its first. */
export function weekModel({ date, days, spaces }: DaySheet, manages: boolean) {
  const words = new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const dates = Array.from({ length: days }, (_, nth) => daysLater(date, nth));
  const rows = dates.map((day): TimelineRow => ({ id: day, label: words.format(Date.parse(day)), day }));
  const bars = spaces.flatMap(({ timeZone, bookings }) =>
    bookings.flatMap((booking) => {
      const [first, last] = [dayOf(booking.startDate, timeZone), dayOf(booking.endDate - 1, timeZone)];
      return dates
        .filter((day) => day >= first && day <= last)
        .map((day, nth): TimelineBar => {
          const bar = barOf(booking, day, manages);
          return nth === 0 ? bar : { ...bar, id: `${bar.id}@${day}`, editable: false };
        });
    }),
  );
  return { rows, bars };
}

/** The booking that a bar stands for. */
export const bookingId = (barId: string): number => Number(barId.split('@')[0]);

/** All bookings of the sheet by id. */
export const placedIn = ({ spaces }: DaySheet): Map<number, Placed> =>
  new Map(spaces.flatMap((space) => space.bookings.map((booking) => [booking.id, { booking, space }])));
