import type { WaitingCreate } from '#contract/booking-calendar.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import {
  insertWaiting,
  isBookable,
  listWaiting,
  missingPlaces,
  removeWaiting,
  sameWaiting,
  tidyWaiting,
} from './waiting-repository.ts';

/** In line for so many things at once. */
const MOST = 50;
const LONGEST = 366 * 86_400_000;

const tell = (tx: WriteTx, { id: by }: Caller, id: number) =>
  announce(tx, { topic: 'booking-waiting', ids: [id], by, users: [by] });

/**
 * Puts the caller in line for a space, at its end; who asks for the same again keeps their place. Answers JSON text.
 * @throws 400 naming the attribute, 409 for too many wishes, or a space that nobody can book
 */
export async function joinLine(tx: WriteTx, caller: Caller, body: WaitingCreate): Promise<string> {
  const {
    startDate: since,
    endDate: until,
    minutes = null,
    room,
    building,
    floor,
    type,
    numberOfPeople,
  } = body;
  if (until <= since) throw invalid('endDate', 'must be later than startDate');
  if (until <= tx.stamp.getTime()) throw invalid('endDate', 'lies in the past. Choose a time to come.');
  if (until - since > LONGEST)
    throw invalid('endDate', 'is more than a year after startDate. Choose an earlier end.');
  if (minutes !== null && minutes * 60_000 > until - since)
    throw invalid('minutes', 'is more than the window holds. Choose fewer minutes or a later end.');
  const places = { room, building, floor, type };
  const entry = {
    user: caller.id,
    since,
    until,
    minutes,
    room: room?.id ?? null,
    building: building?.id ?? null,
    floor: floor?.id ?? null,
    type: type?.id ?? null,
    people: numberOfPeople ?? 1,
  };
  if (Object.values(places).every((place) => !place))
    throw invalid('room', 'is missing. Name a space, or a building, floor or type of space.');
  const [missing] = await missingPlaces(tx, entry);
  if (missing) throw invalid(missing, 'names nothing of your organisation. Choose another one.');
  if (room && !(await isBookable(tx, room.id)))
    throw new AppError(
      409,
      'booking-calendar.not-bookable',
      'This space cannot be booked. Choose another one.',
      { field: 'room' },
    );
  const waiting = await tidyWaiting(tx, caller.id);
  const known = await sameWaiting(tx, entry);
  if (known === undefined && waiting >= MOST)
    throw new AppError(
      409,
      'booking-calendar.too-many',
      `You wait for ${MOST} things already. Take one of them away first.`,
    );
  const id = known ?? (await insertWaiting(tx, entry));
  if (known === undefined) await tell(tx, caller, id);
  return (await listWaiting(tx, caller.id, id))[0]!.json;
}

/** Takes the caller out of a line. @throws 404, also for somebody else's place */
export async function leaveLine(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  if (!(await removeWaiting(tx, caller.id, id))) throw notFound();
  await tell(tx, caller, id);
}
