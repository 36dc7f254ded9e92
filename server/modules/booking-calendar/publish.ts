import { createHash } from 'node:crypto';
import type { Database } from '#server/lib/database.ts';
import { withinLimits } from '#server/lib/guesses.ts';
import { calendarOf, titleOf, type Entry } from './calendar.ts';
import { calendarDomain, feedEvents, lastChange, nameOf, type CalendarEvent } from './event-repository.ts';
import { findFeed } from './feed-repository.ts';
import { hashOf } from './feeds.ts';

const DAY = 86_400_000;
const PAST_DAYS = 30;
const AHEAD_DAYS = 365;
const MOST = 2000;

/** A calendar as it is answered; `changed` in epoch milliseconds. */
export type Published = { text: string; tag: string; changed: number };

/** People see their bookings whole; whoever has the link to a space sees no more than a door sign shows. */
const entryOf = (event: CalendarEvent, own: boolean): Entry => ({
  event,
  title: own || !event.private ? titleOf(event) : 'Busy',
  stamp: event.updated,
  ...(own && event.notes.trim() && { description: event.notes }),
});

/**
 * The calendar behind a link: the past 30 days and the coming year, 2,000 bookings at most; undefined for a link that is
 * none. Its text is the same until something changes or the day ends. @throws 429 after many wrong links
 */
export async function publish(
  db: Database,
  { token, address, site }: { token: string; address: string; site: string },
): Promise<Published | undefined> {
  const feed = await withinLimits(db, { address }, () => findFeed(db, hashOf(token)));
  if (!feed) return undefined;
  const today = Math.floor(Date.now() / DAY) * DAY;
  const since = today - PAST_DAYS * DAY;
  return db.read(feed.organisation, async (tx) => {
    const events = await feedEvents(tx, feed, { since, until: today + AHEAD_DAYS * DAY, most: MOST });
    const text = calendarOf(
      events.map((event) => entryOf(event, feed.person !== null)),
      { domain: await calendarDomain(tx), site, name: await nameOf(tx, feed) },
    );
    // The window moves at midnight, and with it what is in it.
    const times = [today, await lastChange(tx, feed, since), ...events.map(({ updated }) => updated)];
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    return { text, tag, changed: times.reduce((a, b) => Math.max(a, b)) };
  });
}
