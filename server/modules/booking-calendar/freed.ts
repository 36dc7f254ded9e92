import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import {
  breach,
  freeFrom,
  heldBetween,
  loadSpaces,
  overlap,
  widened,
  type Slot,
  type Space,
} from '#server/modules/space-booking/service.ts';
import { nextInLine, takeFreed, tellWaiting, type InLine } from './freed-repository.ts';
import { wishFor } from './letter-repository.ts';

const MINUTE = 60_000;

/** The first time in the window that suits who waits and has something of what became free in it. */
async function fitting(
  tx: WriteTx,
  space: Space,
  entry: InLine,
  freed: readonly Slot[],
): Promise<Slot | undefined> {
  const since = Math.max(entry.since, Math.ceil(tx.stamp.getTime() / MINUTE) * MINUTE);
  const length = entry.minutes === null ? entry.until - since : entry.minutes * MINUTE;
  if (length <= 0 || since + length > entry.until) return undefined;
  const held = await heldBetween(tx, [space.id], widened({ since, until: entry.until }, space.law));
  // What lay free before is no news: something of it must have become free. Best from when it did.
  for (const piece of freed)
    for (const wish of [piece.since, piece.since - length + MINUTE]) {
      const earliest = Math.max(since, Math.min(wish, entry.until - length));
      const begin = freeFrom({ since: earliest, until: earliest + length }, space, held);
      const slot = { since: begin, until: begin + length };
      if (slot.until <= entry.until && overlap(widened(slot, space.law), piece)) return slot;
    }
  return undefined;
}

/** Tells the first in line who may book there, and could; nobody else. */
async function answerOne(tx: WriteTx, room: number, freed: readonly Slot[]): Promise<void> {
  const now = tx.stamp.getTime();
  for (const entry of await nextInLine(tx, room, freed)) {
    const [space] = await loadSpaces(tx, [room], entry.user);
    if (!space?.reservable || (space.capacity !== null && entry.people > space.capacity)) continue;
    const slot = await fitting(tx, space, entry, freed);
    if (!slot || (!entry.manages && breach(space, slot, now))) continue;
    await tellWaiting(tx, entry.id, { room, ...slot });
    const { id: waiting, email, name } = entry;
    await wishFor(tx, [
      { reservation: null, waiting, part: 'waiting', email, name, wish: 'freed', said: '' },
    ]);
    await announce(tx, { topic: 'booking-waiting', ids: [waiting], users: [entry.user] });
    return;
  }
}

/** Answers each time that has become free once: the first in line is told, the others stay in line. */
export async function answerFreed(tx: WriteTx): Promise<void> {
  for (const { room, times } of await takeFreed(tx)) await answerOne(tx, room, times);
}
