import { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { breach } from './check.ts';
import { createReservation } from './create.ts';
import { placeHere } from './place-here.ts';
import { MINUTE, overlap, widened, type Slot } from './slot.ts';
import type { Space } from './space-repository.ts';
import { checkIn } from './steps.ts';
import type { Held } from './taken.ts';

/** Nobody sits down for less. */
const SHORTEST = 5 * MINUTE;
/** Late in the evening people may stay beyond midnight. */
const AT_LEAST = 60 * MINUTE;

/** The least that somebody walks in for. */
export const leastSlot = (now: number): Slot => ({ since: now, until: now + SHORTEST });

/** What a rule has against walking in, whoever has the space; undefined: nothing. */
export function barring(space: Space, now: number): AppError | undefined {
  const broken = breach(space, leastSlot(now), now);
  if (broken || !space.law?.approval) return broken;
  return new AppError(
    409,
    'space-booking.rule-approval',
    `Bookings of ${space.name} wait for an approval. Ask for one ahead.`,
    { field: 'room' },
  );
}

/** Until when whoever walks in now may stay, and what ends it; undefined when it is taken now or in a moment. */
export function stayOf(
  { law }: Space,
  { now, dayEnd, held, managed }: { now: number; dayEnd: number; held: readonly Held[]; managed: boolean },
) {
  const least = leastSlot(now);
  if (held.some((other) => overlap(widened(least, law), other))) return undefined;
  const day = Math.max(dayEnd, least.since + AT_LEAST);
  const next = Math.min(...held.map(({ since }) => since)) - (law?.bufferAfter ?? 0) * MINUTE;
  const longest = managed ? null : (law?.longestMinutes ?? null);
  const rule = longest === null ? Number.POSITIVE_INFINITY : least.since + longest * MINUTE;
  const until = Math.min(day, next, rule);
  const end = until === next ? 'booking' : until === rule ? 'rule' : 'day';
  return { until, end } as const;
}

/**
 * Books the space for the caller from this moment on, and checks them in. Answers the booking as JSON text.
 * @throws 400, 404, 409
 */
export async function walkIn(
  tx: WriteTx,
  caller: Caller,
  { room, endDate }: { room: number; endDate: number },
): Promise<string> {
  await placeHere(tx, room);
  const made = await createReservation(tx, caller, {
    startDate: tx.stamp.getTime(),
    endDate,
    allDay: false,
    user: { id: caller.id },
    room: { id: room },
  });
  return checkIn(tx, caller, (JSON.parse(made) as { id: number }).id);
}
