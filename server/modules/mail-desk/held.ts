import type { Database, WriteTx } from '#server/lib/database.ts';
import { takenTo } from './parcel.ts';
import { tellOf } from './tell.ts';
import { NOTHING_SAID, addStatuses, loadDueParcels, saveParcels } from './write-repository.ts';

/** Brings back to the desk what was held until a time that has come; answers how many. Nobody enters it. */
export async function releaseHeld(tx: WriteTx): Promise<number> {
  const due = await loadDueParcels(tx);
  const back = due.map((parcel) => takenTo(parcel, 'IN'));
  await saveParcels(tx, null, back);
  const statuses = due.map(({ id, center, pendingReason }) => {
    return { ...NOTHING_SAID, item: id, center, reason: pendingReason };
  });
  await addStatuses(tx, null, 'checkin', statuses);
  await tellOf(tx, undefined, back);
  return back.length;
}

/**
 * `releaseHeld` for every organisation that has something due, each in a transaction of its own; answers how
 * many parcels came back. For the clock: call it every few minutes, as often as it likes.
 */
export async function releaseHeldItems(db: Database): Promise<number> {
  const due = await db.query<{ id: number }>('SELECT organisations_with_held_items_due() AS id');
  let count = 0;
  for (const { id } of due) count += await db.write(id, releaseHeld);
  return count;
}
