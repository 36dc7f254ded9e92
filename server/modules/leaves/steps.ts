import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import type { LeaveStatus } from '#contract/leaves.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { demandNone, look } from './check.ts';
import { takeEffect, undoEffect } from './effect.ts';
import type { Found } from './read-repository.ts';
import { answer, record, seenBy } from './record.ts';
import { loadTypes } from './types.ts';
import { giveBackDays, managerAt, setStanding } from './write-repository.ts';

export type Step = 'approve' | 'reject' | 'withdraw' | 'cancel';
type Said = { id?: number | undefined; comment?: string | null | undefined };

const targets: Record<Step, LeaveStatus> = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  cancel: 'cancelled',
};
const whoMay: Record<Step, string> = {
  approve:
    'Only the manager whose turn it is, who stands in for them, or a site administrator can approve this leave.',
  reject:
    'Only the manager whose turn it is, who stands in for them, or a site administrator can reject this leave.',
  withdraw: 'Only who asked for this leave can withdraw it.',
  cancel:
    'The person can cancel this leave until it is over, and whoever approved it and site administrators at any time.',
};

/** In whose stead the caller decides: that of a manager who is away. */
const insteadOf = ({ manager }: Found, caller: Caller) =>
  manager === null || manager === caller.id || caller.siteAdmin ? null : manager;

async function approve(tx: WriteTx, caller: Caller, leave: Found, comment: string): Promise<void> {
  const [type] = await loadTypes(tx, [leave.type]);
  demandNone((await look(tx, leave, type!, leave.id)).conflicts);
  const given = leave.given + 1;
  // The chain may have become shorter since it was asked for.
  const more = given < leave.approvals && (await managerAt(tx, leave.user, given)) !== null;
  const event = { by: caller.id, insteadOf: insteadOf(leave, caller), comment };
  if (more) {
    await setStanding(tx, caller.id, leave.id, { state: 'pending', given });
    return record(tx, leave.id, { kind: 'endorsed', ...event });
  }
  await setStanding(tx, caller.id, leave.id, { state: 'approved', given, approvals: given, comment });
  await record(tx, leave.id, { kind: 'approved', ...event });
  await takeEffect(tx, caller, leave.id, leave);
}

async function end(
  tx: WriteTx,
  caller: Caller,
  leave: Found,
  state: 'rejected' | 'withdrawn' | 'cancelled',
  comment: string,
): Promise<void> {
  await setStanding(tx, caller.id, leave.id, { state, comment });
  // What has passed of a leave that is going on has been taken.
  const going = state === 'cancelled' && leave.startDate < leave.today && leave.endDate >= leave.today;
  await giveBackDays(tx, leave.id, going ? leave.today : null);
  if (state === 'cancelled') await undoEffect(tx, caller, leave.id);
  const instead = state === 'rejected' ? insteadOf(leave, caller) : null;
  await record(tx, leave.id, { kind: state, by: caller.id, insteadOf: instead, comment });
}

/**
 * Takes a leave a step on; one that the caller has taken before leaves no trace. JSON text.
 * @throws 400, 403 and 409 with a sentence, 404
 */
export async function takeStep(
  tx: WriteTx,
  caller: Caller,
  id: number,
  step: Step,
  said: Said,
): Promise<string> {
  const leave = await seenBy(tx, caller, id);
  if (said.id !== undefined && said.id !== id) throw invalid('id', 'is not that of the address');
  const comment = said.comment?.trim() ?? '';
  const decides = step === 'approve' || step === 'reject';
  if (decides && leave.user === caller.id)
    throw forbidden('Nobody decides on their own leave. Your manager or a site administrator does.');
  if (leave.state === targets[step] && (!decides || leave.decidedBy === caller.id))
    return answer(tx, caller, id);
  if (leave.state !== (step === 'cancel' ? 'approved' : 'pending'))
    throw new AppError(
      409,
      'leave.state',
      step === 'cancel' && leave.state === 'pending'
        ? 'This leave has not been approved yet. Withdraw it instead.'
        : step === 'withdraw' && leave.state === 'approved'
          ? 'This leave has been approved. Cancel it instead.'
          : `This leave is ${leave.state} already. Load it again.`,
    );
  if (!leave.allowed.includes(step)) throw forbidden(whoMay[step]);
  if (step === 'approve') await approve(tx, caller, leave, comment);
  else await end(tx, caller, leave, targets[step] as 'rejected' | 'withdrawn' | 'cancelled', comment);
  return answer(tx, caller, id);
}
