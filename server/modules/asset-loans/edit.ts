import type { AssetLoanEdit } from '#contract/asset-loans.ts';
import { forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { queueLetters } from './letter-repository.ts';
import {
  assetToLend,
  checkFresh,
  checkPerson,
  checkSameId,
  checkStart,
  checkTimes,
  keeps,
  loanFor,
  refused,
} from './check.ts';
import { tell } from './lend.ts';
import { updateLoan, type LoanChange, type Stored } from './loan-repository.ts';
import { reminderOf, reservationReminderOf } from './rules.ts';
import { render } from './steps.ts';
import { takenBy } from './taken.ts';

/** The new times of what is reserved or out. @throws 400 naming the attribute, 409 */
async function timesOf(tx: WriteTx, caller: Caller, loan: Stored, edit: AssetLoanEdit): Promise<LoanChange> {
  const [since, until] = [edit.startDate ?? loan.since, edit.dueDate ?? loan.until];
  if (since === loan.since && until === loan.until) return {};
  const now = tx.stamp.getTime();
  if (loan.state === 'returned' || loan.state === 'cancelled')
    throw refused(loan.state, 'This loan is over. Lend the asset anew.');
  if (since !== loan.since && loan.state === 'out')
    throw refused('out', 'It has been handed over: its start cannot change.', 'startDate');
  if (since !== loan.since) checkStart(since, now);
  checkTimes({ since, until }, now);
  const asset = await assetToLend(tx, loan.asset, caller);
  const refusal = await takenBy(tx, { asset, since, until, except: loan.id });
  if (refusal) throw refusal;
  const reminder =
    loan.state === 'out' ? await reminderOf(tx, until) : await reservationReminderOf(tx, since);
  return { during: [since, until], remind_at: reminder === null ? null : new Date(reminder) };
}

/** Changes what is given: extends a loan, moves a reservation. JSON text. @throws 400, 403, 404, 409 */
export async function editLoan(
  tx: WriteTx,
  caller: Caller,
  { id, edit, ifMatch }: { id: number; edit: AssetLoanEdit; ifMatch: string | undefined },
): Promise<string> {
  checkSameId(edit.id, id);
  const loan = await loanFor(tx, caller, id);
  await checkFresh(tx, loan, ifMatch);
  if (loan.state !== 'reserved' && !keeps(caller))
    throw forbidden('Ask the asset center to change what you have borrowed.');
  const change = await timesOf(tx, caller, loan, edit);
  if (edit.user && edit.user.id !== loan.user) {
    if (!keeps(caller)) throw forbidden('Whoever works in the asset center reserves for others.');
    if (loan.state !== 'reserved')
      throw refused(loan.state, 'Take it back first, then lend it anew.', 'user');
    await checkPerson(tx, edit.user.id);
    change.user_id = edit.user.id;
  }
  if (edit.notes !== undefined) change.notes = edit.notes ?? '';
  if (Object.keys(change).length > 0) {
    await updateLoan(tx, caller.id, id, change);
    await tell(tx, caller, [id]);
  }
  return render(tx, id);
}

/** Has the borrower of what is out written to now. JSON text of the loan. @throws 404, 409 */
export async function remindNow(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  const loan = await loanFor(tx, caller, id);
  if (loan.state !== 'out') throw refused(loan.state, 'It is not out, so there is nobody to remind.');
  const late = loan.until <= tx.stamp.getTime();
  await queueLetters(tx, [{ user: loan.user, kind: late ? 'overdue' : 'due-soon', loan: id }]);
  return render(tx, id);
}
