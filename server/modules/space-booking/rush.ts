import type { ReservationCreate } from '#contract/reservations.ts';
import type { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { sharedLooks } from '#server/lib/turns.ts';
import { refusalOf } from './create.ts';

const look = sharedLooks<AppError | undefined>();
/** Who of this process is storing a booking of that slot just now. */
const storing = new Map<string, Promise<unknown>>();

/**
 * Many want the same slot at once: whether it is taken is looked at for all of them together, without becoming one of the
 * organisation's writers, who wait for each other; and one at a time tries to store it, while the rest wait and look again.
 * It decides nothing: what `store` meets is decided by the database.
 * @throws 409 space-booking.taken, and what `store` throws
 */
export async function inRush<T>(
  db: Database,
  { organisation }: Caller,
  body: ReservationCreate,
  store: () => Promise<T>,
): Promise<T> {
  const { room, startDate, endDate, allDay } = body;
  const key = [organisation, room.id, startDate, endDate, allDay].join(' ');
  for (;;) {
    const refusal = await look(key, () => refusalOf(db, organisation, body));
    if (refusal) throw refusal;
    const other = storing.get(key);
    if (!other) break;
    await other;
  }
  const stored = store();
  // Nothing is awaited between the question and this, so there is one at a time.
  const settled = stored.then(
    () => storing.delete(key),
    () => storing.delete(key),
  );
  storing.set(key, settled);
  return stored;
}
