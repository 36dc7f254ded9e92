import type { Database, WriteTx } from '#server/lib/database.ts';
import { addNotices, findArrivals, findCollected, findReminders, type Wanted } from './queue-repository.ts';
import { nextAllowed } from './quiet-times.ts';

/** A van is unloaded for a while: whoever gets three parcels of it gets one message. */
const GATHER_MS = 120_000;

/** @param at when the messages may go at the earliest; quiet times make it later */
const queue = (tx: WriteTx, wanted: Wanted[], at: Date) =>
  addNotices(
    tx,
    wanted.map(({ reachable: { times, zone }, ...notice }) => ({
      ...notice,
      due: nextAllowed(at, times, zone),
    })),
  );
const gathered = (tx: WriteTx) => new Date(tx.stamp.getTime() + GATHER_MS);

/** Parcels have come, or somebody has been found for them: writes to these people, as they wish. */
export async function noteArrivals(tx: WriteTx, items: number[]): Promise<void> {
  if (items.length > 0) await queue(tx, await findArrivals(tx, items), gathered(tx));
}

/** Parcels have been delivered: where somebody else took them, writes to both. */
export async function noteDeliveries(tx: WriteTx, items: number[]): Promise<void> {
  if (items.length > 0) await queue(tx, await findCollected(tx, items), gathered(tx));
}

/** Writes to everybody whose parcels have waited long; for the clock, as often as it likes. */
export async function queueReminders(db: Database, at = new Date()): Promise<void> {
  const organisations = await db.query<{ id: number }>('SELECT all_organisations() AS id');
  for (const { id } of organisations) {
    // Writers of an organisation wait for each other, so only those with something to write become one.
    const due = await db.read(id, (tx) => findReminders(tx, at));
    if (due.length > 0) await db.write(id, async (tx) => queue(tx, await findReminders(tx, at), at));
  }
}
