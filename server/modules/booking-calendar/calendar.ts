import ICAL from 'ical.js';
import { localTimeOf } from '#server/lib/zone-time.ts';
import type { CalendarEvent } from './event-repository.ts';
import type { Addressee } from './guests.ts';

// RFC 5545 counts the space that begins a folded line among its 75 octets, the package does not.
ICAL.foldLength = 74;

export type Entry = {
  event: CalendarEvent;
  /** What the reader may see of it. */
  title: string;
  description?: string;
  /** When this was said; RFC 5545 wants the moment of the message, or of the last change in what is published. */
  stamp: number;
  /** Both are left out of what is published without anybody being invited. */
  organiser?: Addressee;
  attendee?: Addressee & { accepted: boolean };
  /** The reader is out of it, whatever becomes of the booking. */
  cancelled?: boolean;
};

/** Text without what no calendar can hold: halves of signs and control characters other than line breaks. */
const clean = (text: string, most: number) =>
  text
    .slice(0, most)
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '');
/** For parameters, which have no line breaks; and quotes within quotes are read differently by everybody. */
const oneLine = (text: string) =>
  clean(text, 200)
    .replaceAll(/[\n\t]+/g, ' ')
    .replaceAll('"', "'")
    .replaceAll('^', '');

/** How the booking stands for calendars. */
export function statusOf({ removed, state, approval }: CalendarEvent) {
  if (removed || state === 'cancelled' || state === 'released') return 'CANCELLED';
  return approval === 'awaiting' ? 'TENTATIVE' : 'CONFIRMED';
}

export const titleOf = ({ name, room }: CalendarEvent) => name.trim() || room;
export const placeOf = ({ room, floor, building }: CalendarEvent) => [room, floor, building].join(', ');
/** In the link to a booking: the day in the building's zone. */
export const dayOf = (at: number, zone: string) => localTimeOf(at, zone).slice(0, 10);
export const linkTo = ({ id, since, zone }: CalendarEvent, site: string) =>
  `${site}/bookings?date=${dayOf(since, zone)}&booking=${id}`;

const utc = (at: number) => ICAL.Time.fromJSDate(new Date(at), true);
/** Days of the calendar float: they are the building's. */
const moment = ({ allDay, zone }: CalendarEvent, at: number) =>
  allDay ? ICAL.Time.fromDateString(dayOf(at, zone)) : utc(at);

function withParty(
  component: ICAL.Component,
  name: 'organizer' | 'attendee',
  { email, name: person }: Addressee,
  parameters: Record<string, string> = {},
) {
  const property = component.addPropertyWithValue(name, `mailto:${email}`);
  const given = { ...(person.trim() && { cn: oneLine(person) }), ...parameters };
  for (const [key, value] of Object.entries(given)) property.setParameter(key, value);
}

function componentOf({ event, title, description, ...entry }: Entry, domain: string, site: string) {
  const component = new ICAL.Component('vevent');
  const values: Record<string, unknown> = {
    uid: `booking-${event.id}@${domain}`,
    sequence: event.sequence,
    dtstamp: utc(entry.stamp),
    'last-modified': utc(event.updated),
    dtstart: moment(event, event.since),
    dtend: moment(event, event.until),
    summary: clean(title, 500),
    location: clean(placeOf(event), 1000),
    status: entry.cancelled ? 'CANCELLED' : statusOf(event),
    ...(description && { description: clean(description, 4000) }),
    ...(event.private && { class: 'PRIVATE' }),
    ...(!entry.attendee && { url: linkTo(event, site) }),
  };
  for (const [name, value] of Object.entries(values)) component.addPropertyWithValue(name, value as string);
  if (entry.organiser) withParty(component, 'organizer', entry.organiser);
  if (entry.attendee)
    withParty(component, 'attendee', entry.attendee, {
      role: 'REQ-PARTICIPANT',
      ...(entry.attendee.accepted ? { partstat: 'ACCEPTED' } : { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }),
    });
  return component;
}

/**
 * The text of a calendar, by RFC 5545. Times are UTC, so that no description of a zone can be outdated.
 * @param domain what the ids of entries end in @param site where people reach the server
 */
export function calendarOf(
  entries: readonly Entry[],
  { domain, site, method, name }: { domain: string; site: string; method?: string; name?: string },
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Atrium//Bookings//EN');
  if (method) calendar.addPropertyWithValue('method', method);
  if (name) {
    // The package escapes nothing in what it does not know, unless told what it is.
    const title = new ICAL.Property('x-wr-calname');
    title.resetType('text');
    title.setValue(oneLine(name));
    calendar.addProperty(title);
    calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'));
  }
  for (const entry of entries) calendar.addSubcomponent(componentOf(entry, domain, site));
  return `${calendar.toString()}\r\n`;
}
