import { loanStateAfter, type LoanState, type LoanStep } from '#contract/asset-loan-rules.ts';
import type { LoanReturn } from '#contract/asset-loans.ts';
import { forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { findAsset, isPerson, isRoom } from './asset-repository.ts';
import { assetToLend, checkPerson, checkSameId, checkTimes, keeps, loanFor, refused } from './check.ts';
import { tell } from './lend.ts';
import { renderLoans, updateLoan, type Stored } from './loan-repository.ts';
import { bringBack, handTo } from './register.ts';
import { reminderOf } from './rules.ts';
import { takenBy } from './taken.ts';

const standing: Record<LoanState, string> = {
  reserved: 'is reserved and has not been handed over.',
  out: 'has been handed over.',
  returned: 'has come back.',
  cancelled: 'was cancelled. Reserve it anew.',
};
export const render = async (tx: WriteTx, id: number) => (await renderLoans(tx, [id]))[0]!;

/** Whether the step is still to be taken: a repeat is harmless. @throws 409 */
function isOpen(loan: Stored, step: LoanStep): boolean {
  const after = loanStateAfter(loan.state, step);
  if (!after) throw refused(loan.state, `This asset ${standing[loan.state]}`);
  return after !== loan.state;
}

/** Hands over what was reserved. Answers the loan as JSON text; a repeat changes nothing. @throws 400, 404, 409 */
export async function handOver(
  tx: WriteTx,
  caller: Caller,
  { id, dueDate, notes }: { id: number; dueDate?: number | undefined; notes?: string | null | undefined },
): Promise<string> {
  const loan = await loanFor(tx, caller, id);
  if (!isOpen(loan, 'handOver')) return render(tx, id);
  const now = tx.stamp.getTime();
  const until = dueDate ?? loan.until;
  const since = Math.min(loan.since, now);
  checkTimes({ since, until }, now);
  const asset = await assetToLend(tx, loan.asset, caller);
  await checkPerson(tx, loan.user);
  const refusal = await takenBy(tx, { asset, since, until, except: id });
  if (refusal) throw refusal;
  await updateLoan(tx, caller.id, id, {
    state: 'out',
    during: [since, until],
    lent_at: tx.stamp,
    lent_by: caller.id,
    home_room_id: asset.room,
    home_owner_id: asset.owner,
    home_condition: asset.condition,
    remind_at: new Date(await reminderOf(tx, until)),
    ...(notes && { notes }),
  });
  await handTo(tx, caller, asset, { user: loan.user, note: notes ?? null });
  await tell(tx, caller, [id]);
  return render(tx, id);
}

/** Where what comes back belongs: where it was, unless that is no more. */
async function homeOf(tx: WriteTx, loan: Stored) {
  if (loan.homeRoom !== null && (await isRoom(tx, loan.homeRoom)))
    return { room: loan.homeRoom, owner: null };
  if (loan.homeOwner !== null && (await isPerson(tx, loan.homeOwner)))
    return { room: null, owner: loan.homeOwner };
  return { room: null, owner: null };
}

/**
 * Takes an asset back. It goes where it was, unless the body names a room or somebody has put it elsewhere since; what
 * is lost goes nowhere. Answers the loan as JSON text; a repeat changes nothing. @throws 400, 404, 409
 */
export async function takeBack(tx: WriteTx, caller: Caller, id: number, body: LoanReturn): Promise<string> {
  checkSameId(body?.id, id);
  const loan = await loanFor(tx, caller, id);
  if (!isOpen(loan, 'return')) return render(tx, id);
  const room = body?.room?.id;
  if (room !== undefined && !(await isRoom(tx, room)))
    throw invalid('room', 'names no space of your organisation');
  const asset = await findAsset(tx, loan.asset);
  const condition = body?.condition ?? (asset?.condition as 'good' | undefined) ?? 'good';
  await updateLoan(tx, caller.id, id, {
    state: 'returned',
    returned_at: tx.stamp,
    returned_by: caller.id,
    return_notes: body?.notes || null,
    return_condition: condition,
    flag: null,
    flagged_at: null,
    remind_at: null,
  });
  if (asset) {
    const stays = asset.owner !== loan.user;
    const nowhere = { room: null, owner: null };
    let to = stays ? asset : await homeOf(tx, loan);
    if (condition === 'lost') to = nowhere;
    if (room !== undefined) to = { room, owner: null };
    await bringBack(tx, caller, asset, { to, condition, note: body?.notes ?? null, by: loan.user });
  }
  await tell(tx, caller, [id]);
  return render(tx, id);
}

/** Cancels a reservation. Answers it as JSON text; a repeat changes nothing. @throws 404, 409 */
export async function cancel(
  tx: WriteTx,
  caller: Caller,
  id: number,
  reason: string | null | undefined,
): Promise<string> {
  const loan = await loanFor(tx, caller, id);
  if (!isOpen(loan, 'cancel')) return render(tx, id);
  await updateLoan(tx, caller.id, id, {
    state: 'cancelled',
    cancellation_reason: reason || null,
    remind_at: null,
  });
  await tell(tx, caller, [id]);
  return render(tx, id);
}

/** @throws 403 for borrowers, who do not lend */
export function demandKeeper(caller: Caller): void {
  if (!keeps(caller)) throw forbidden('Whoever works in the asset center does this.');
}
