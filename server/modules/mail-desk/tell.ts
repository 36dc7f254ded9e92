import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { ParcelFields } from './parcel.ts';

type Told = Pick<ParcelFields, 'toUser' | 'deliverTo'> & { id: number };

/** Tells the desks, and the people whose parcels these are or were, that they changed. @param caller none: the clock */
export async function tellOf(
  tx: WriteTx,
  caller: Pick<Caller, 'id'> | undefined,
  parcels: Told[],
): Promise<void> {
  if (parcels.length === 0) return;
  const users = parcels.flatMap(({ toUser, deliverTo }) => [toUser, deliverTo]).filter((id) => id !== null);
  await announce(tx, {
    topic: 'mail',
    ids: [...new Set(parcels.map(({ id }) => id))],
    ...(caller && { by: caller.id }),
    users: [...new Set(users)],
  });
}
