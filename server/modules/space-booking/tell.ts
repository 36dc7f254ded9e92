import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';

/** Tells every open dashboard which bookings changed. @param by none: the clock */
export async function tell(tx: WriteTx, by: number | undefined, ids: number[]): Promise<void> {
  if (ids.length > 0) await announce(tx, { topic: 'reservations', ids, ...(by !== undefined && { by }) });
}
