import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { findAsset, isPerson, isRoom, type AssetNow } from './asset-repository.ts';
import { checkPerson, loanFor, refused } from './check.ts';
import { tell } from './lend.ts';
import { updateLoan, type Stored } from './loan-repository.ts';
import { bringBack, handTo } from './register.ts';
import { reminderOf, reservationReminderOf } from './rules.ts';
import { demandKeeper, render } from './steps.ts';
import { takenBy } from './taken.ts';

/** @throws 409 when the asset has been promised to somebody else meanwhile */
async function checkFree(tx: WriteTx, loan: Stored, asset: AssetNow, since = loan.since) {
  const refusal = await takenBy(tx, { asset, since, until: loan.until, except: loan.id });
  if (refusal) throw refusal;
}

/** Takes the handing over back: it is where it was, and what was reserved is reserved again. */
async function undoLending(tx: WriteTx, caller: Caller, loan: Stored, asset: AssetNow | undefined) {
  const again = loan.wasReserved && loan.until > tx.stamp.getTime() && asset !== undefined;
  const reminder = again ? await reservationReminderOf(tx, loan.since) : null;
  await updateLoan(tx, caller.id, loan.id, {
    state: again ? 'reserved' : 'cancelled',
    lent_at: null,
    lent_by: null,
    home_room_id: null,
    home_owner_id: null,
    home_condition: null,
    flag: null,
    flagged_at: null,
    remind_at: reminder === null ? null : new Date(reminder),
  });
  if (!asset || asset.owner !== loan.user) return;
  const room = loan.homeRoom !== null && (await isRoom(tx, loan.homeRoom)) ? loan.homeRoom : null;
  const owner = loan.homeOwner !== null && (await isPerson(tx, loan.homeOwner)) ? loan.homeOwner : null;
  const condition = loan.homeCondition ?? asset.condition;
  await bringBack(tx, caller, asset, {
    to: { room, owner },
    condition,
    note: 'Not lent after all',
    by: loan.user,
  });
}

/** Takes the return back: it is out again. @throws 400, 409 */
async function undoReturn(tx: WriteTx, caller: Caller, loan: Stored, asset: AssetNow | undefined) {
  if (!asset) throw refused('removed', 'This asset has been removed from the register since.');
  const [later] = await tx.query(
    `SELECT FROM asset_loan WHERE organisation_id = current_organisation() AND asset_id = $1 AND id <> $2 AND lent_at >= $3`,
    [loan.asset, loan.id, new Date(loan.returnedAt!)],
  );
  if (later) throw refused('lent-since', `${asset.name} has been lent to somebody else since.`);
  await checkPerson(tx, loan.user);
  await checkFree(tx, loan, asset);
  await updateLoan(tx, caller.id, loan.id, {
    state: 'out',
    returned_at: null,
    returned_by: null,
    return_notes: null,
    return_condition: null,
    remind_at: new Date(await reminderOf(tx, loan.until)),
  });
  await handTo(tx, caller, asset, {
    user: loan.user,
    note: 'Not returned after all',
    condition: loan.homeCondition,
  });
}

/** @throws 409 */
async function undoCancelling(tx: WriteTx, caller: Caller, loan: Stored, asset: AssetNow | undefined) {
  if (!asset) throw refused('removed', 'This asset has been removed from the register since.');
  if (!loan.wasReserved || loan.until <= tx.stamp.getTime())
    throw refused('over', 'This time is over. Lend it anew.');
  await checkPerson(tx, loan.user);
  await checkFree(tx, loan, asset);
  const reminder = await reservationReminderOf(tx, loan.since);
  await updateLoan(tx, caller.id, loan.id, {
    state: 'reserved',
    cancellation_reason: null,
    remind_at: reminder === null ? null : new Date(reminder),
  });
}

/**
 * Takes the last step back: handing over, returning, cancelling. Borrowers take back their own cancelling alone. Answers
 * the loan as JSON text. @throws 400, 403, 404, 409
 */
export async function undo(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  const loan = await loanFor(tx, caller, id);
  if (loan.state === 'reserved') throw refused('reserved', 'There is nothing to take back.');
  const asset = await findAsset(tx, loan.asset);
  if (loan.state !== 'cancelled') demandKeeper(caller);
  if (loan.state === 'out') await undoLending(tx, caller, loan, asset);
  else if (loan.state === 'returned') await undoReturn(tx, caller, loan, asset);
  else await undoCancelling(tx, caller, loan, asset);
  await tell(tx, caller, [id]);
  return render(tx, id);
}
