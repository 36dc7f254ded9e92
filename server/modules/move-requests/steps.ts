import type { MoveStatusCode } from '#contract/moves.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import { stepFrom, stepTo, stepTowards, type Refusal, type Step, type Stepped } from './machine.ts';
import type { Request } from './request.ts';
import { demandStep, mayRemove } from './rights.ts';
import { answer, record, seenBy } from './tell.ts';
import { updateRequest } from './write-repository.ts';

const isRefusal = (outcome: Stepped | Refusal): outcome is Refusal => 'why' in outcome;

/** What a step stores beside the status. */
function standing(tx: WriteTx, before: Request, after: Stepped, by: number) {
  const decided = after.approved !== before.approved;
  return {
    ...(decided && {
      approved: after.approved,
      approved_by: after.approved ? by : null,
      approved_at: after.approved ? tx.stamp : null,
    }),
    ...(after.archived !== before.archived && { archived_at: after.archived ? tx.stamp : null }),
    // What has failed once is tried anew by whoever decides on it anew.
    ...(after.code !== before.code && { failure: null, failed_at: null }),
  };
}

/**
 * Takes a request a step on, or to a status; one that it has taken before leaves no trace. Answers how it stands then.
 * @throws 403 with a sentence, 409 with the reason for a step that is not to be taken
 */
export async function carryOut(
  tx: WriteTx,
  caller: Caller,
  request: Request,
  by: { step: Step; approver?: number; note?: string | null | undefined } | { status: MoveStatusCode },
): Promise<Request> {
  const outcome = 'step' in by ? stepFrom(request, by.step) : stepTowards(request, by.status);
  demandStep(caller, request, 'step' in by ? by.step : by.status === 'don' ? 'start' : stepTo[by.status]);
  if (!outcome) return request;
  if (isRefusal(outcome)) throw new AppError(409, outcome.code, outcome.why);
  const { kind, ...after } = outcome;
  await updateRequest(
    tx,
    caller.id,
    request.id,
    after.code === request.code ? undefined : after.code,
    standing(tx, request, outcome, ('approver' in by && by.approver) || caller.id),
  );
  await record(tx, caller, request.id, [{ kind, note: 'note' in by ? by.note : undefined }]);
  return { ...request, ...after };
}
/** A step by its own address. JSON text. @throws 400, 403, 404, 409 */
export async function takeStep(
  tx: WriteTx,
  caller: Caller,
  id: number,
  step: Step,
  said: { id?: number | undefined; note?: string | null | undefined },
): Promise<string> {
  if (said.id !== undefined && said.id !== id) throw invalid('id', 'is not that of the address');
  // Decides who is there: a manager, or who stands in while they are on leave.
  const acting = step === 'approve' || step === 'reject' ? await withStandIns(tx, caller) : caller;
  await carryOut(tx, acting, await seenBy(tx, acting, id), { step, note: said.note });
  return answer(tx, acting, id);
}

/**
 * Removes a request: it is in no list and at no address any more, and stays in the database. @throws 403, 404
 */
export async function removeRequest(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  const request = await seenBy(tx, caller, id);
  if (!mayRemove(caller, request))
    throw new AppError(
      403,
      'forbidden',
      request.effected
        ? 'This move has taken effect. Only a manager of the move center can remove it.'
        : 'Only who asked for this move, or who can approve it, can remove it.',
    );
  await record(tx, caller, id, [{ kind: 'removed' }]);
  await updateRequest(tx, caller.id, id, undefined, { deleted_at: tx.stamp });
}
