import { momentsIn } from '#server/lib/words.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import { overlap, widened, type Slot } from './slot.ts';
import type { Space } from './space-repository.ts';

export type Held = Slot & { id: number; room: number };
export type Wish = { space: Space; slot: Slot };

/** How far the search for a free time goes. */
const AHEAD = 14 * 86_400_000;

/** What keeps others out of the rooms in the window, buffers included, in order of time. */
export async function heldBetween(tx: Tx, rooms: number[], { since, until }: Slot): Promise<Held[]> {
  const rows = await tx.named<{ id: number; room: number; since: number; until: number }>(
    'booking-held',
    `SELECT id, room_id AS room, epoch_ms(lower(blocked)) AS since, epoch_ms(upper(blocked)) AS until
     FROM held_between($1::bigint[], $2, $3) ORDER BY blocked`,
    [rooms, new Date(since), new Date(until)],
  );
  return rows;
}

/** The first moment not before the slot at which it would fit, as far as `held` goes. */
export function freeFrom(slot: Slot, { law }: Pick<Space, 'law'>, held: readonly Slot[]): number {
  const length = slot.until - slot.since;
  let { since } = slot;
  for (const other of held) {
    const wanted = widened({ since, until: since + length }, law);
    if (overlap(wanted, other))
      since = Math.max(since, other.until + (slot.since - widened(slot, law).since));
  }
  return since;
}

const clockIn = (zone: string) =>
  momentsIn(zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

export const TAKEN = 'space-booking.taken';
export const takenMessage = ({ name, zone }: Space, free: number) =>
  `${name} is taken at that time. It is free for as long from ${clockIn(zone).format(free)} (${zone}).`;

/** The refusal of a slot that is taken: says when it would fit, and nothing of whose the other booking is. */
export async function taken(
  tx: Tx,
  { space, slot }: Wish,
  except: readonly number[] = [],
): Promise<AppError> {
  const around = widened(slot, space.law);
  const held = await heldBetween(tx, [space.id], { since: around.since, until: around.until + AHEAD });
  const others = held.filter(({ id }) => !except.includes(id));
  return new AppError(409, TAKEN, takenMessage(space, freeFrom(slot, space, others)), { field: 'startDate' });
}

/** Each wish with what is in its way; one look at the rooms for all of them. */
export async function conflictsOf(tx: Tx, wishes: readonly Wish[], except: readonly number[] = []) {
  if (wishes.length === 0) return [];
  const wide = wishes.map(({ slot, space }) => widened(slot, space.law));
  const since = Math.min(...wide.map((slot) => slot.since));
  const until = Math.max(...wide.map((slot) => slot.until)) + AHEAD;
  const rooms = [...new Set(wishes.map(({ space }) => space.id))];
  const held = (await heldBetween(tx, rooms, { since, until })).filter(({ id }) => !except.includes(id));
  return wishes.map(({ space, slot }, index) => {
    const others = held.filter(({ room }) => room === space.id);
    if (!others.some((other) => overlap(wide[index]!, other))) return undefined;
    const free = freeFrom(slot, space, others);
    return { code: TAKEN, message: takenMessage(space, free), until: free };
  });
}
