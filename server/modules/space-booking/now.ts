import type { AvailableSpace, DaySheet } from '#contract/availability.ts';
import type { SpaceNow } from '#contract/space-code.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { localTimeOf } from '#server/lib/zone-time.ts';
import { findAvailable } from './availability-repository.ts';
import { daySheet } from './day-repository.ts';
import { findElsewhere, type Elsewhere, type PlaceHere } from './now-repository.ts';
import { placeHere } from './place-here.ts';
import { viewerOf } from './read.ts';
import { GRACE, MINUTE, widened } from './slot.ts';
import { loadSpaces, type Space } from './space-repository.ts';
import { swapSlot } from './swap.ts';
import { heldBetween, taken, type Held } from './taken.ts';
import { barring, leastSlot, stayOf } from './walk-in.ts';

const DEFAULT_CHECK_IN = 15;
const HOUR = 60 * MINUTE;
/** Beyond the day, for those who stay late. */
const AHEAD = 26 * HOUR;
const NEARBY = 5;
type At = { now: number; caller: Caller };

/** The day of the space by its zone: what is over is left out. */
async function todayOf(tx: Tx, place: PlaceHere, { now, caller }: At, checkIn: number) {
  const query = { date: localTimeOf(now, place.timeZone).slice(0, 10), days: 1, limit: 1, startAt: 0 };
  const sheet = JSON.parse(
    await daySheet(tx, { ...query, roomId: [place.id] }, viewerOf(caller)),
  ) as DaySheet;
  const [day] = sheet.spaces;
  const bookings = (day?.bookings ?? []).flatMap((one) =>
    one.endDate > now ? [{ ...one, checkInFrom: one.startDate - checkIn * MINUTE }] : [],
  );
  return { dayEnd: day?.dayEnd ?? now, bookings };
}

/** Free spaces of the same type on the floor, for the coming hour and without asking. */
async function nearbyOf(tx: Tx, { id, type, floor }: PlaceHere, { now, caller }: At) {
  const { since } = leastSlot(now);
  const found = await findAvailable(
    tx,
    {
      floorId: [floor.id],
      type: [type.id],
      startDate: since,
      endDate: since + HOUR,
      freeOnly: true,
      limit: 50,
      startAt: 0,
    },
    { person: caller.id, manages: viewerOf(caller).manages },
  );
  return (JSON.parse(found) as AvailableSpace[])
    .filter((space) => space.id !== id && !space.approval)
    .slice(0, NEARBY)
    .map((space) => ({ id: space.id, name: space.name }));
}

/** Whether the booking of another space may move here. */
const fitsHere = (space: Space, one: Elsewhere, held: Held[], now: number) =>
  (space.capacity === null || one.people <= space.capacity) && swapSlot(space, one, held, now) !== undefined;

/** What the code at a space shows the caller at this moment. @throws 404 */
export async function spaceNow(tx: Tx, caller: Caller, room: number, now: number): Promise<SpaceNow> {
  const place = await placeHere(tx, room);
  const at = { now, caller };
  const shown = { now, space: place };
  if (!place.reservable) {
    const message = `${place.name} cannot be booked.`;
    return { ...shown, bookings: [], barred: { code: 'not-reservable', message }, nearby: [] };
  }
  const space = (await loadSpaces(tx, [room], caller.id))[0]!;
  const managed = viewerOf(caller).manages;
  const { dayEnd, bookings } = await todayOf(tx, place, at, space.law?.checkInMinutes ?? DEFAULT_CHECK_IN);
  const other = await findElsewhere(tx, { person: caller.id, room, now, soon: now + GRACE });
  const until = Math.max(now + AHEAD, other?.until ?? 0);
  const window = widened({ since: Math.min(now, other?.since ?? now), until }, space.law);
  const held = await heldBetween(tx, [room], window);

  const rule = managed ? undefined : barring(space, now);
  const stay = rule
    ? undefined
    : stayOf(space, { now, dayEnd, held: held.filter((one) => one.until > now), managed });
  const why = rule ?? (stay ? undefined : await taken(tx, { space, slot: leastSlot(now) }));
  const code = (why?.code.split('.')[1] ?? 'taken') as NonNullable<SpaceNow['barred']>['code'];
  const mine = bookings.some((one) => one.mine && one.checkInFrom <= now);
  const elsewhere = other && {
    id: other.id,
    startDate: other.since,
    endDate: other.until,
    allDay: other.allDay,
    state: other.state,
    room: other.room,
    fits: !rule && fitsHere(space, other, held, now),
  };
  return {
    ...shown,
    bookings,
    ...(stay && { walkIn: stay }),
    ...(why && { barred: { code, message: why.message } }),
    ...(elsewhere && { elsewhere }),
    nearby: why && !mine ? await nearbyOf(tx, place, at) : [],
  };
}
