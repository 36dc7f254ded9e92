import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, CalendarFeedMade } from '#contract/booking-calendar.ts';
import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { deleteFeed, insertFeed, listFeeds, renewFeed, roomExists, type Feed } from './feed-repository.ts';

export const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** 160 bits: nobody finds one by trying. */
const newToken = () => randomBytes(20).toString('base64url');

const managing = (caller: Caller) => may(caller, 'reservation', managers);
const answerOf = ({ id, room, created, updated }: Feed): CalendarFeed => ({
  id,
  ...(room && { room }),
  dateCreated: created,
  dateUpdated: updated,
});

/** The links that the caller may renew or take away. */
export const feedsOf = (db: Database, caller: Caller): Promise<CalendarFeed[]> =>
  db.read(caller.organisation, async (tx) =>
    (await listFeeds(tx, caller.id, managing(caller))).map(answerOf),
  );

/** @throws 404, also for somebody else's */
async function feedFor(tx: Tx, caller: Caller, id: number): Promise<Feed> {
  const feed = (await listFeeds(tx, caller.id, managing(caller))).find((one) => one.id === id);
  if (!feed) throw notFound();
  return feed;
}

/**
 * Makes a link to the caller's bookings, or to those of a space. `address` makes the link of a token.
 * @throws 400, 403 for a space without managing the reservation center, 409 when there is one
 */
export function makeFeed(
  db: Database,
  caller: Caller,
  { room, address }: { room: number | undefined; address: (token: string) => string },
): Promise<CalendarFeedMade> {
  if (room !== undefined && !managing(caller))
    throw forbidden('Managers of the reservation center make the links of spaces.');
  const token = newToken();
  return db.write(caller.organisation, async (tx) => {
    if (room !== undefined && !(await roomExists(tx, room)))
      throw invalid('room', 'names no space of your organisation. Choose another one.');
    const of = room === undefined ? { person: caller.id, room: null } : { person: null, room };
    const id = await insertFeed(tx, of, { by: caller.id, hash: hashOf(token) });
    if (id === undefined)
      throw new AppError(
        409,
        'booking-calendar.feed-exists',
        'There is a link already. Renew it to see a new one.',
      );
    return { ...answerOf(await feedFor(tx, caller, id)), url: address(token) };
  });
}

/** A new link in place of the old one, which is void from now on. @throws 404 */
export function renewLink(
  db: Database,
  caller: Caller,
  { id, address }: { id: number; address: (token: string) => string },
): Promise<CalendarFeedMade> {
  const token = newToken();
  return db.write(caller.organisation, async (tx) => {
    await feedFor(tx, caller, id);
    await renewFeed(tx, id, hashOf(token));
    return { ...answerOf(await feedFor(tx, caller, id)), url: address(token) };
  });
}

/** @throws 404 */
export const removeFeed = (db: Database, caller: Caller, id: number): Promise<void> =>
  db.write(caller.organisation, async (tx) => {
    await feedFor(tx, caller, id);
    await deleteFeed(tx, id);
  });
