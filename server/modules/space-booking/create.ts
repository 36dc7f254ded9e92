import type { ReservationCreate } from '#contract/reservations.ts';
import type { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { breach, checkNotPast, checkPeople, manages, partiesFor, spaceFor } from './check.ts';
import { renderReservations } from './read-repository.ts';
import { viewerOf } from './read.ts';
import { slotOf, widened, type Slot } from './slot.ts';
import { loadSpaces, type Space } from './space-repository.ts';
import { heldBetween, taken } from './taken.ts';
import { tell } from './tell.ts';
import { insertBookings, type Booking } from './write-repository.ts';

type Words = Pick<ReservationCreate, 'name' | 'notes' | 'guests' | 'numberOfPeople' | 'private'>;

/** What a booking says, with what holds when nothing is said. */
export const wordsOf = ({ name, notes, guests = [], numberOfPeople, private: secret }: Words) => ({
  name: name ?? '',
  notes: notes ?? '',
  guests,
  people: numberOfPeople ?? 1,
  private: secret ?? false,
});

/** A new booking of the space, under the rule that holds there. */
export const bookingOf = (
  space: Space,
  slot: Slot,
  {
    managed,
    ...rest
  }: Pick<Booking, 'user' | 'center' | 'allDay' | 'series'> &
    ReturnType<typeof wordsOf> & { managed: boolean },
): Booking => ({
  ...rest,
  ...slot,
  room: space.id,
  approval: space.law?.approval && !managed ? 'awaiting' : null,
  bufferBefore: space.law?.bufferBefore ?? 0,
  bufferAfter: space.law?.bufferAfter ?? 0,
});

/**
 * The refusal of a slot that is taken already; undefined when it is free, or when something else is wrong with it, which
 * is told by whoever tries to store it.
 */
export const refusalOf = (
  db: Database,
  organisation: number,
  body: ReservationCreate,
): Promise<AppError | undefined> =>
  db.read(organisation, async (tx) => {
    const [space] = await loadSpaces(tx, [body.room.id], body.user.id);
    if (!space?.reservable || body.endDate < body.startDate) return undefined;
    const slot = slotOf(body, space.zone);
    const { since, until } = widened(slot, space.law);
    const held = await heldBetween(tx, [space.id], { since, until });
    return held.length > 0 ? taken(tx, { space, slot }) : undefined;
  });

/**
 * Books a space; answers the booking as JSON text.
 * @throws 400 naming the attribute, 403, 409 space-booking.taken and space-booking.rule-…
 */
export async function createReservation(
  tx: WriteTx,
  caller: Caller,
  body: ReservationCreate,
): Promise<string> {
  const { allDay, user, room } = body;
  const center = await partiesFor(tx, caller, user.id, body.center?.id);
  const space = await spaceFor(tx, room.id, user.id);
  const slot = slotOf(body, space.zone);
  const now = tx.stamp.getTime();
  checkNotPast(slot, allDay, caller, now);
  const words = wordsOf(body);
  checkPeople(space, words.people);
  const managed = manages(caller, center);
  const broken = managed ? undefined : breach(space, slot, now);
  if (broken) throw broken;
  const booking = bookingOf(space, slot, { ...words, user: user.id, center, allDay, series: null, managed });
  const [stored] = await insertBookings(tx, caller.id, [booking]);
  if (!stored) throw await taken(tx, { space, slot });
  await tell(tx, caller.id, [stored.id]);
  return (await renderReservations(tx, [stored.id], viewerOf(caller)))[0]!;
}
