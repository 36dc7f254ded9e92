import type { MailEdit } from '#contract/mail.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, managers, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import type { Role } from '#contract/users.ts';
import { noteArrivals } from '#server/modules/mail-notices/service.ts';
import { amend } from './arrange.ts';
import { loadKnown } from './known-repository.ts';
import type { Parcel } from './parcel.ts';
import { renderItems } from './read-repository.ts';
import { checkReferences, referencesOf } from './references.ts';
import { tellOf } from './tell.ts';
import { lastChangeOf } from './trace-repository.ts';
import {
  findOpenParcels,
  insertComment,
  loadParcels,
  removeParcel,
  saveParcels,
} from './write-repository.ts';

/** @throws 404, or 403 without one of the roles in the parcel's center */
async function parcelFor(tx: WriteTx, caller: Caller, id: number, roles: readonly Role[]): Promise<Parcel> {
  const [parcel] = await loadParcels(tx, [id]);
  if (!parcel) throw notFound();
  demand(caller, 'mail', roles, parcel.center);
  return parcel;
}

async function checkFresh(tx: WriteTx, parcel: Parcel, ifMatch: string | undefined) {
  if (namesVersion(ifMatch, parcel.dateUpdated)) return;
  const trace = await lastChangeOf(tx, parcel.id);
  const who = trace ? `${trace.by} changed this parcel on ${trace.at}` : 'Somebody else changed this parcel';
  throw new AppError(409, 'mail.changed-meanwhile', `${who}. Look at the change, then make yours again.`);
}

async function checkNumberFree(tx: WriteTx, parcel: Parcel, key: string | null) {
  if (key === null || key === parcel.trackingKey || parcel.queue === 'OUT') return;
  const [other] = await findOpenParcels(tx, [key]);
  if (other)
    throw new AppError(
      409,
      'mail.number-in-use',
      `Parcel ${other.id} at the desk has this tracking number.`,
      {
        field: 'trackingNumber',
      },
    );
}

/**
 * Corrects a parcel; a delivered one too. Answers it as JSON text.
 * @param ifMatch the If-Match header: the edit counts only if nothing has changed since that dateUpdated
 * @throws 400 naming the attribute, 403, 404, 409 mail.changed-meanwhile or mail.number-in-use
 */
export async function editItem(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { id: named, ...edit }: MailEdit,
  ifMatch: string | undefined,
): Promise<string> {
  if (named !== undefined && named !== id) throw invalid('id', 'is not that of the address');
  const parcel = await parcelFor(tx, caller, id, workers);
  await checkFresh(tx, parcel, ifMatch);
  const known = await loadKnown(tx, referencesOf([edit], [parcel]));
  checkReferences(edit, known, '');
  const after = amend(parcel, edit, known);
  await checkNumberFree(tx, parcel, after.trackingKey);
  await saveParcels(tx, caller.id, [after]);
  if (after.toUser !== parcel.toUser) await noteArrivals(tx, [id]);
  await tellOf(tx, caller, [parcel, after]);
  return (await renderItems(tx, [id])).get(id)!;
}

/** Adds a comment, which is no step on the parcel's way. Answers the parcel as JSON text. */
export async function addComment(tx: WriteTx, caller: Caller, id: number, content: string): Promise<string> {
  const parcel = await parcelFor(tx, caller, id, workers);
  await insertComment(tx, caller.id, id, content);
  await tellOf(tx, caller, [parcel]);
  return (await renderItems(tx, [id])).get(id)!;
}

/** Takes a parcel out of every list, for managers; its traces stay in the database. */
export async function removeItem(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  const parcel = await parcelFor(tx, caller, id, managers);
  await removeParcel(tx, caller.id, id);
  await tellOf(tx, caller, [parcel]);
}
