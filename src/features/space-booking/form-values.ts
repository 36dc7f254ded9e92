import type { SeriesPlan } from '#contract/reservation-series.ts';
import type { Reservation, Scope } from '#contract/reservations.ts';
import { dayOf, startOfDay } from '#src/lib/dates.ts';
import type { BookingEdit, NewBooking, Slot } from './api.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import { daysLater, isDay } from './day-search.ts';
import { type Repeat, ruleOf, weekdayOf } from '#src/lib/repeat.ts';

export type BookingFields = {
  name: string;
  /** The id of the space, '' for none. */
  room: string;
  date: string;
  /** 14:05, by the clocks of the building. */
  start: string;
  endDate: string;
  end: string;
  allDay: boolean;
  people: string;
  person: { id: number; name: string };
  guests: string[];
  notes: string;
  private: boolean;
  repeat: Repeat;
  scope: Scope;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Day and time of a slot as the fields have them; the end of the day stands as 00:00 of the same day. */
function timesOf({ startDate, endDate }: Slot, allDay: boolean, zone: string) {
  const [from, to] = [clockOf(startDate, zone), clockOf(endDate, zone)];
  const last = dayOf(endDate - 1, zone);
  return {
    date: from.slice(0, 10),
    start: allDay ? '09:00' : from.slice(11),
    endDate: last,
    end: allDay ? '17:00' : to.slice(11),
    allDay,
  };
}

const noRepeat = (date: string): Repeat => ({
  every: 'none',
  days: [weekdayOf(date)],
  end: 'count',
  until: daysLater(date, 28),
  count: 4,
});

type Start = Slot & { room: number | undefined; name: string; person: { id: number; name: string } };
/** A new booking as the form begins with it. */
export function freshFields({ room, name, person, ...slot }: Start, zone: string): BookingFields {
  const times = timesOf(slot, false, zone);
  return {
    ...times,
    name,
    room: room === undefined ? '' : String(room),
    people: '1',
    person,
    guests: [],
    notes: '',
    private: false,
    repeat: noRepeat(times.date),
    scope: 'this',
  };
}

type Guest = NonNullable<Reservation['guests']>[number];
/** A guest in words; other programs keep them as objects. */
export const guestText = (guest: Guest): string => {
  if (typeof guest === 'string') return guest;
  const said = guest.email ?? guest.name;
  return typeof said === 'string' ? said : JSON.stringify(guest);
};

/** A booking that is there, as the form shows it. */
export function fieldsOf(booking: Reservation): BookingFields {
  const { name, room, user, numberOfPeople, guests, notes, allDay, timeZone } = booking;
  const times = timesOf(booking, allDay, timeZone);
  return {
    ...times,
    name,
    room: String(room.id),
    people: String(numberOfPeople),
    person: { id: user.id, name: user.name },
    guests: (guests ?? []).map(guestText),
    notes,
    private: booking.private,
    repeat: noRepeat(times.date),
    scope: 'this',
  };
}

type Times = Pick<BookingFields, 'date' | 'start' | 'endDate' | 'end' | 'allDay'>;
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The slot that the fields mean; undefined as long as they mean none. */
export function slotOf({ date, start, endDate, end, allDay }: Times, zone: string): Slot | undefined {
  if (!isDay(date)) return undefined;
  if (allDay) {
    if (!isDay(endDate) || endDate < date) return undefined;
    return { startDate: startOfDay(date, zone), endDate: startOfDay(daysLater(endDate, 1), zone) };
  }
  if (!isTime(start) || !isTime(end) || !isDay(endDate)) return undefined;
  const last = end === '00:00' ? daysLater(endDate, 1) : endDate;
  const slot = { startDate: instantOf(`${date}T${start}`, zone), endDate: instantOf(`${last}T${end}`, zone) };
  return slot.endDate > slot.startDate ? slot : undefined;
}

/** The end an hour after a start, no later than midnight. */
export const hourLater = (startDate: number, zone: string): number =>
  Math.min(startDate + HOUR, startOfDay(daysLater(dayOf(startDate, zone), 1), zone));

const wordsOf = ({ name, people, guests, notes, ...fields }: BookingFields) => ({
  name: name.trim(),
  numberOfPeople: Number(people),
  guests,
  notes: notes.trim(),
  private: fields.private,
});

/** What is sent for one booking. */
export function bookingOf(fields: BookingFields, slot: Slot): NewBooking {
  const { room, person, allDay } = fields;
  return { ...slot, room: { id: Number(room) }, user: { id: person.id }, allDay, ...wordsOf(fields) };
}

/** What is sent for a series. */
export function planOf(fields: BookingFields, slot: Slot): SeriesPlan {
  const { date, start, endDate, room, person, allDay, repeat } = fields;
  const days = Math.round((Date.parse(endDate) - Date.parse(date)) / (24 * HOUR)) + 1;
  return {
    rule: ruleOf(repeat),
    start: `${date}T${allDay ? '00:00' : start}`,
    ...(allDay ? { allDay, days } : { minutes: Math.round((slot.endDate - slot.startDate) / MINUTE) }),
    room: { id: Number(room) },
    user: { id: person.id },
    ...wordsOf(fields),
  };
}

/** What of a booking has been changed in the form; undefined for nothing. Guests keep what else is known of them. */
export function editOf(before: Reservation, fields: BookingFields, slot: Slot): BookingEdit | undefined {
  const { startDate, endDate } = before;
  const [old, then] = [fieldsOf(before), { startDate, endDate }];
  // The form knows minutes; what was booked to the second stays so.
  const same = (['date', 'start', 'endDate', 'end', 'allDay'] as const).every((at) => fields[at] === old[at]);
  const was = bookingOf(old, then);
  const now = bookingOf(fields, same ? then : slot);
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof NewBooking]),
  );
  if (changed.length === 0) return undefined;
  const edit: BookingEdit = Object.fromEntries(changed);
  // A time counts as a whole.
  if (edit.startDate !== undefined || edit.endDate !== undefined || edit.allDay !== undefined)
    Object.assign(edit, slot, { allDay: now.allDay });
  return before.series ? { ...edit, scope: fields.scope } : edit;
}
