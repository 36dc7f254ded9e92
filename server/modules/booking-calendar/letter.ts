import { oneLine } from '#server/lib/letter-text.ts';
import type { Message } from '#server/lib/mailer.ts';
import { momentsIn, say } from '#server/lib/words.ts';
import { calendarOf, dayOf, linkTo, placeOf, titleOf, type Entry } from './calendar.ts';
import type { CalendarEvent } from './event-repository.ts';
import type { Letter } from './letter-repository.ts';

type Place = { site: string; domain: string };

const format = (zone: string, more: Intl.DateTimeFormatOptions = {}) =>
  momentsIn(zone, { dateStyle: 'full', ...more });
const clock = (zone: string) => format(zone, { timeStyle: 'short' });

/** The time in the zone of the building, in words. */
export function whenOf({
  since,
  until,
  allDay,
  zone,
}: Pick<CalendarEvent, 'since' | 'until' | 'allDay' | 'zone'>) {
  // The end of an all-day booking is the midnight after it.
  if (allDay) return format(zone).formatRange(since, until - 1);
  return `${clock(zone).formatRange(since, until)} (${zone})`;
}

/** The subject, and the opening, of what becomes of a booking for its reader. */
function wordsOf({ part, wish, holds }: Letter, event: CalendarEvent, what: string): [string, string] {
  const own = part === 'organiser';
  if (wish === 'cancel') {
    if (own && event.state === 'released')
      return [say`Given free: ${what}`, say`Nobody checked in, so the space has been given free:`];
    return [
      say`Cancelled: ${what}`,
      own ? say`Your booking has been cancelled:` : say`You need not come, this has been cancelled:`,
    ];
  }
  if (holds)
    return [
      say`Changed: ${what}`,
      own ? say`Your booking has changed:` : say`What you are invited to has changed:`,
    ];
  return own
    ? [say`Booked: ${what}`, say`A space is booked for you:`]
    : [say`Invitation: ${what}`, say`You are invited:`];
}

function linesOf(event: CalendarEvent, { part }: Letter, site: string): string {
  const { organiser, reason, state } = event;
  const own = part === 'organiser';
  return [
    oneLine(titleOf(event)),
    `  ${whenOf(event)}`,
    `  ${oneLine(placeOf(event))}`,
    ...(own ? [] : [`  ${oneLine(organiser.name)}`]),
    ...(own && state === 'cancelled' && reason ? [`  ${say`Reason: ${oneLine(reason)}`}`] : []),
    ...(own ? [`  ${linkTo(event, site)}`] : []),
  ].join('\n');
}

const hello = (name: string) => (oneLine(name) ? say`Hello ${oneLine(name)},` : say`Hello,`);

/** The letter about one or several bookings, all of which say the same to the same reader. */
export function compose(told: { letter: Letter; event: CalendarEvent }[], { site, domain }: Place): Message {
  const { letter, event: first } = told[0]!;
  const titles = new Set(told.map(({ event }) => titleOf(event)));
  const what = titles.size === 1 ? titleOf(first) : say`bookings`;
  const when = told.length === 1 ? whenOf(first) : say`${told.length} dates`;
  const [subject, opening] = wordsOf(letter, first, `${what}, ${when}`);
  const cancelled = letter.wish === 'cancel';
  const entries = told.map(({ letter: { part, name }, event }): Entry => ({
    event,
    title: titleOf(event),
    stamp: Date.now(),
    organiser: event.organiser,
    attendee: { email: letter.email, name, accepted: part === 'organiser' },
    cancelled,
  }));
  const method = cancelled ? 'CANCEL' : 'REQUEST';
  const list = told.map(({ event }) => linesOf(event, letter, site)).join('\n\n');
  return {
    to: letter.email,
    subject: oneLine(subject),
    text: `${hello(letter.name)}\n\n${opening}\n\n${list}\n`,
    calendar: { method, text: calendarOf(entries, { domain, site, method }) },
  };
}

export type Freed = {
  email: string;
  name: string;
  roomId: number;
  room: string;
  building: string;
  zone: string;
  since: number;
  until: number;
};

/** Tells who is first in line that a space has become free. */
export function composeFreed(freed: Freed, site: string): Message {
  const { email, name, roomId, room, building, zone, since, until } = freed;
  const when = whenOf({ ...freed, allDay: false });
  // The week of the space, with the form for this time open.
  const query = new URLSearchParams({ date: dayOf(since, zone), from: `${since}`, to: `${until}` });
  return {
    to: email,
    subject: oneLine(say`Free now: ${room}, ${when}`),
    text: [
      hello(name),
      say`A space that you wait for has become free:`,
      `${oneLine(room)}, ${oneLine(building)}\n  ${when}\n  ${site}/bookings/space/${roomId}?${query.toString()}`,
      `${say`It is not kept for you: book it before somebody else does. You are no longer in line for this time.`}\n`,
    ].join('\n\n'),
  };
}
