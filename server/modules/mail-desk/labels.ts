import { demand, workers, type Caller } from '#server/lib/caller.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { nextRunningNumbers } from './counter-repository.ts';
import { loadLabels } from './label-repository.ts';
import { tellOf } from './tell.ts';
import { loadParcels, saveParcels } from './write-repository.ts';

/**
 * What to print for each parcel, in the order asked for, one as often as it is named; what has no running
 * number gets one. Answers JSON text. @throws 404 naming the element, 403
 */
export async function labelsFor(tx: WriteTx, caller: Caller, body: { id: number }[]): Promise<string> {
  const ids = [...new Set(body.map(({ id }) => id))];
  const parcels = new Map((await loadParcels(tx, ids)).map((parcel) => [parcel.id, parcel]));
  for (const [index, { id }] of body.entries()) {
    const field = `[${index}].id`;
    const parcel = parcels.get(id);
    if (!parcel) throw new AppError(404, 'not-found', `${field}: no such parcel.`, { field });
    demand(caller, 'mail', workers, parcel.center);
  }
  const bare = ids.map((id) => parcels.get(id)!).filter(({ runningNumber }) => runningNumber === null);
  const numbers = await nextRunningNumbers(tx, bare.length);
  const numbered = bare.map((parcel, index) => ({ ...parcel, runningNumber: numbers[index]! }));
  await saveParcels(tx, caller.id, numbered);
  await tellOf(tx, caller, numbered);
  const labels = await loadLabels(tx, ids);
  return `[${body.map(({ id }) => labels.get(id)!).join(',')}]`;
}
