import type { MailEdit } from '#contract/mail.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { amend } from './arrange.ts';
import { dropDelegate, findPersonsParcels } from './departure-repository.ts';
import { loadKnown } from './known-repository.ts';
import type { Parcel } from './parcel.ts';
import { referencesOf } from './references.ts';
import { tellOf } from './tell.ts';
import { saveParcels } from './write-repository.ts';

/** The edit that takes a person off a parcel. */
export function without(user: number, recipientName: string, { toUser, deliverTo }: Parcel): MailEdit {
  if (toUser === null) return { deliverTo: null, recipientName };
  if (toUser !== user) return { deliverTo: { id: toUser } };
  return { toUser: null, deliverTo: deliverTo === user ? null : undefined, recipientName };
}

/**
 * To be called when a person is taken out of the directory. Their open parcels keep the name as a label would,
 * and wait in the exceptions; what somebody else was to be given for them goes to that person; what they were
 * to be given for somebody else goes back to that one. They collect for nobody any more.
 */
export async function recipientLeft(tx: WriteTx, user: number, by?: { id: number }): Promise<void> {
  await dropDelegate(tx, user);
  const found = await findPersonsParcels(tx, user);
  const parcels = found.map(({ name: _name, ...parcel }) => parcel);
  const known = await loadKnown(tx, { ...referencesOf([], parcels), names: [] });
  const after = found.map(({ name, ...parcel }) => amend(parcel, without(user, name, parcel), known));
  await saveParcels(tx, by?.id ?? null, after);
  await tellOf(tx, by, [...parcels, ...after]);
}
