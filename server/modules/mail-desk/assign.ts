import type { z } from 'zod';
import type { assignBody } from '#contract/mail-exceptions.ts';
import { isOpen } from '#contract/mail-state.ts';
import { notFound } from '#server/lib/app-error.ts';
import { demand, workers, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { noteArrivals } from '#server/modules/mail-notices/service.ts';
import { amend } from './arrange.ts';
import { loadKnown } from './known-repository.ts';
import { renderItems } from './read-repository.ts';
import { suggestRecipients } from './recipient-repository.ts';
import { checkReferences, referencesOf } from './references.ts';
import { alreadyDelivered, parcelsOf } from './steps.ts';
import { tellOf } from './tell.ts';
import { loadParcels, saveParcels } from './write-repository.ts';

const SUGGESTIONS = 8;

/**
 * Says who parcels are for, all or nothing. Answers them as a JSON array in the order given.
 * @throws 400, 404 and 409 naming the element, 403
 */
export async function assign(tx: WriteTx, caller: Caller, body: z.infer<typeof assignBody>): Promise<string> {
  const edits = body.map(({ id, toUser }, index) => ({ id, toUser, prefix: `[${index}].` }));
  const parcels = await parcelsOf(tx, caller, edits);
  const before = [...parcels.values()];
  const known = await loadKnown(tx, referencesOf(edits, before));
  const after = [];
  for (const { id, toUser, prefix } of edits) {
    checkReferences({ toUser }, known, prefix);
    const now = parcels.get(id)!;
    if (!isOpen(now.queue)) throw await alreadyDelivered(tx, { id, prefix });
    after.push(amend(now, { toUser }, known));
  }
  await saveParcels(tx, caller.id, after);
  await noteArrivals(tx, [...parcels.keys()]);
  await tellOf(tx, caller, [...before, ...after]);
  const json = await renderItems(tx, [...parcels.keys()]);
  return `[${edits.map(({ id }) => json.get(id)!).join(',')}]`;
}

/** People whom the label of a parcel may mean, best first, as JSON text. @throws 404, 403 */
export async function suggestionsFor(tx: Tx, caller: Caller, id: number): Promise<string> {
  const [parcel] = await loadParcels(tx, [id]);
  if (!parcel) throw notFound();
  demand(caller, 'mail', workers, parcel.center);
  return suggestRecipients(tx, parcel.recipientName ?? '', SUGGESTIONS);
}
