import type { AssetLoanCreate, AssetReservationCreate } from '#contract/asset-loans.ts';
import { forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { assetToLend, centerFor, checkPerson, checkStart, checkTimes, keeps, refused } from './check.ts';
import { insertLoan, renderLoans } from './loan-repository.ts';
import { handTo } from './register.ts';
import { reminderOf, reservationReminderOf } from './rules.ts';
import { takenBy } from './taken.ts';

/** Tells every open dashboard which loans changed. */
export const tell = (tx: WriteTx, caller: Caller, ids: number[]) =>
  announce(tx, { topic: 'asset-loans', ids, by: caller.id });

/** Hands an asset over now. Answers the loan as JSON text. @throws 400 naming the attribute, 403, 409 asset-loans.taken … */
export async function lend(tx: WriteTx, caller: Caller, body: AssetLoanCreate): Promise<string> {
  const now = tx.stamp.getTime();
  const center = await centerFor(tx, caller, body.center?.id);
  const asset = await assetToLend(tx, body.asset.id, caller);
  await checkPerson(tx, body.user.id);
  const slot = { since: now, until: body.dueDate };
  checkTimes(slot, now);
  const taken = () => takenBy(tx, { asset, ...slot });
  const refusal = await taken();
  if (refusal) throw refusal;
  const id = await insertLoan(tx, caller.id, {
    asset: asset.id,
    user: body.user.id,
    center,
    ...slot,
    notes: body.notes ?? '',
    remindAt: await reminderOf(tx, body.dueDate),
    handed: asset,
  });
  if (id === undefined) throw (await taken()) ?? refused('taken', `${asset.name} is taken.`, 'asset');
  await handTo(tx, caller, asset, { user: body.user.id, note: body.notes ?? null });
  await tell(tx, caller, [id]);
  return (await renderLoans(tx, [id]))[0]!;
}

/** Reserves an asset. Answers the reservation as JSON text. @throws 400 naming the attribute, 403, 409 */
export async function reserve(tx: WriteTx, caller: Caller, body: AssetReservationCreate): Promise<string> {
  const now = tx.stamp.getTime();
  const user = body.user?.id ?? caller.id;
  if (user !== caller.id && !keeps(caller))
    throw forbidden('You may reserve for yourself. Whoever works in the asset center reserves for others.');
  const center = await centerFor(tx, caller, body.center?.id);
  const asset = await assetToLend(tx, body.asset.id, caller);
  await checkPerson(tx, user);
  const slot = { since: body.startDate, until: body.dueDate };
  checkTimes(slot, now);
  checkStart(slot.since, now);
  const refusal = await takenBy(tx, { asset, ...slot });
  if (refusal) throw refusal;
  const id = await insertLoan(tx, caller.id, {
    asset: asset.id,
    user,
    center,
    ...slot,
    notes: body.notes ?? '',
    remindAt: await reservationReminderOf(tx, slot.since),
  });
  if (id === undefined)
    throw (await takenBy(tx, { asset, ...slot })) ?? refused('taken', `${asset.name} is taken.`, 'asset');
  await tell(tx, caller, [id]);
  return (await renderLoans(tx, [id]))[0]!;
}
