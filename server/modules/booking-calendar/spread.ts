import type { Database, WriteTx } from '#server/lib/database.ts';
import { statusOf, titleOf } from './calendar.ts';
import { loadEvents, type CalendarEvent } from './event-repository.ts';
import { answerFreed } from './freed.ts';
import { addresseesOf } from './guests.ts';
import { lettersOf, wishFor, type Letter, type Part, type Wish } from './letter-repository.ts';

/** So many bookings in one transaction, for which others of the organisation wait. */
const AT_ONCE = 500;

/** What the calendar entry says: who has been told so is not told again. */
const fingerprint = (event: CalendarEvent) =>
  JSON.stringify([statusOf(event), event.sequence, titleOf(event)]);

/** Somebody else ended it, or the clock did: whose booking it was does not know yet. */
const endedByOthers = ({ state, updatedBy, organiser }: CalendarEvent) =>
  state === 'released' || (updatedBy !== null && updatedBy !== organiser.id);

/** Who is to have the booking in their calendar, by address. */
function wanted(event: CalendarEvent, letters: ReadonlyMap<string, Letter>) {
  const people = new Map<string, { name: string; part: Part }>();
  const status = statusOf(event);
  if (status === 'CANCELLED') return people;
  const guests = addresseesOf(event.guests);
  // Nobody is invited to what may yet be declined; who has been invited learns that it is open again.
  for (const { email, name } of guests)
    if (status === 'CONFIRMED' || letters.get(email)?.holds) people.set(email, { name, part: 'guest' });
  const { id, name, gone } = event.organiser;
  const email = event.organiser.email.toLowerCase();
  const concerned =
    guests.length > 0 || letters.has(email) || (event.createdBy !== null && event.createdBy !== id);
  if (concerned && !gone) people.set(email, { name, part: 'organiser' });
  return people;
}

/** What has to be said of a booking, given what has been said. Pure. */
export function wishesFor(event: CalendarEvent, known: readonly Letter[]): Wish[] {
  const letters = new Map(known.map((letter) => [letter.email, letter]));
  const people = wanted(event, letters);
  const reservation = event.id;
  const said = fingerprint(event);
  const wishes: Wish[] = [];
  for (const [email, { name, part }] of people) {
    const letter = letters.get(email);
    if (letter?.said === said && letter.part === part) continue;
    wishes.push({ reservation, waiting: null, part, email, name, wish: 'request', said });
  }
  for (const { email, name, part, ...letter } of known) {
    if (people.has(email) || letter.said === `not ${said}`) continue;
    // Of what is on its way already nobody knows whether it will arrive: it is taken back by a letter of its own.
    const wish = letter.holds || letter.leased ? 'cancel' : null;
    if (wish || letter.wish)
      wishes.push({ reservation, waiting: null, part, email, name, wish, said: wish ? `not ${said}` : '' });
  }
  const { organiser } = event;
  const email = organiser.email.toLowerCase();
  if (statusOf(event) === 'CANCELLED' && endedByOthers(event) && !organiser.gone) {
    const rest = wishes.filter((wish) => wish.email !== email);
    if (letters.get(email)?.said === `not ${said}`) return rest;
    const { name } = organiser;
    return [
      ...rest,
      { reservation, waiting: null, part: 'organiser', email, name, wish: 'cancel', said: `not ${said}` },
    ];
  }
  return wishes;
}

/** Makes letters of the news of bookings; answers whether there may be more. */
async function spreadSome(tx: WriteTx): Promise<boolean> {
  const news = await tx.query<{ id: number }>(
    `DELETE FROM booking_news WHERE organisation_id = current_organisation() AND reservation_id IN (
       SELECT reservation_id FROM booking_news WHERE organisation_id = current_organisation()
       ORDER BY reservation_id LIMIT $1)
     RETURNING reservation_id AS id`,
    [AT_ONCE],
  );
  const ids = news.map(({ id }) => id);
  const [events, letters] = [await loadEvents(tx, ids), await lettersOf(tx, ids)];
  const ahead = events.filter(({ until }) => until > tx.stamp.getTime());
  await wishFor(
    tx,
    ahead.flatMap((event) =>
      wishesFor(
        event,
        letters.filter(({ reservation }) => reservation === event.id),
      ),
    ),
  );
  return ids.length === AT_ONCE;
}

/** Turns what happened to bookings into letters, and tells who waits what has become free. For the clock. */
export async function spreadNews(db: Database): Promise<void> {
  const organisations = await db.query<{ id: number }>('SELECT organisations_with_booking_news() AS id');
  for (const { id } of organisations) {
    while (await db.write(id, spreadSome));
    await db.write(id, answerFreed);
  }
}
