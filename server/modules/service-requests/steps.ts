import type { z } from 'zod';
import type { completeBody, holdBody, stepBody } from '#contract/service-requests.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import { demand, managers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import { viewerOf, worksAt } from './crew.ts';
import { stepFrom, type Step } from './machine.ts';
import { findHoldReason } from './reference-repository.ts';
import type { Request } from './request.ts';
import { answer, record, seenBy, workOf } from './tell.ts';
import { setOperators, updateRequests, type Values } from './write-repository.ts';

type Said = Partial<
  NonNullable<z.output<typeof holdBody> | z.output<typeof completeBody> | z.output<typeof stepBody>> &
    Pick<NonNullable<z.output<typeof holdBody>>, 'reason'> &
    Pick<NonNullable<z.output<typeof completeBody>>, 'signedBy'>
>;

/** What the new state stores beside itself. */
function standing(tx: WriteTx, state: Request['state'], said: Said): Values {
  const held = state === 'hold';
  const closed = state === 'completed' || state === 'rejected';
  return {
    state,
    held_at: held ? tx.stamp : null,
    hold_reason_id: held ? (said.reason?.id ?? null) : null,
    hold_note: held ? said.note || null : null,
    closed_at: closed ? tx.stamp : null,
    closing_note: closed ? said.note || null : undefined,
    signed_by: closed ? said.signedBy || null : undefined,
  };
}

/**
 * Takes a request a step on. A step that the caller has taken already leaves no trace. Answers it as JSON text.
 * @param signature read before, for `complete`
 * @throws 400, 403 for whoever is no operator of the center, 404, 409 with the reason for a step that is not to be taken
 */
export async function takeStep(
  { tx, caller, files }: { tx: WriteTx; caller: Caller; files: FileStore },
  id: number,
  step: Step,
  said: Said,
  signature?: Image,
): Promise<string> {
  if (said.id !== undefined && said.id !== id) throw invalid('id', 'is not that of the address');
  const request = await workOf(tx, caller, id);
  const { reason } = said;
  if (reason && !(await findHoldReason(tx, reason.id, request.center)))
    throw invalid('reason', `names no reason of this center (id ${reason.id})`);
  const outcome = stepFrom(request, caller.id, step);
  if (outcome && 'why' in outcome) throw new AppError(409, outcome.code, outcome.why);
  if (!outcome) return answer(tx, caller, id);
  const { state, operators, kind } = outcome;
  const stored =
    signature && state === 'completed' ? await files.storeImage(tx, signature, 'maintenance') : undefined;
  // A step within a state leaves what the state stores.
  const values = state === request.state ? {} : standing(tx, state, said);
  await updateRequests(tx, caller.id, [id], { ...values, signature_id: stored });
  await setOperators(
    tx,
    operators.map((operator) => ({ ...operator, request: id })),
  );
  const to = kind === 'held' ? (reason?.id ?? null) : null;
  await record(tx, caller, [request], [{ request: id, kind, to, note: said.note }]);
  return answer(tx, caller, id);
}

/** A manager's word on what needs it before anybody works. JSON text. @throws 403, 404, 409 when nothing waits */
export async function decide(
  tx: WriteTx,
  caller: Caller,
  id: number,
  verdict: 'approved' | 'declined',
  said: Said,
): Promise<string> {
  if (said.id !== undefined && said.id !== id) throw invalid('id', 'is not that of the address');
  const acting = await withStandIns(tx, caller);
  const request = await workOf(tx, acting, id);
  demand(acting, 'maintenance', managers, request.center);
  if (request.approval !== 'awaiting' || request.state !== 'new')
    throw new AppError(409, 'service.nothing-to-approve', 'This request waits for no approval.');
  const values = verdict === 'declined' ? standing(tx, 'rejected', said) : {};
  await updateRequests(tx, caller.id, [id], { ...values, approval: verdict });
  await record(tx, caller, [request], [{ request: id, kind: verdict, note: said.note }]);
  return answer(tx, acting, id);
}

/**
 * Cancels a request: it is in no list and at no address any more, and stays in the database. Whoever works in the
 * center may, and who asked for it while it is new. @throws 404, 409
 */
export async function cancelRequest(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  const request = await seenBy(tx, caller, id);
  const staff = worksAt(viewerOf(caller), request.center);
  if (!staff && request.state !== 'new')
    throw new AppError(
      409,
      'service.under-way',
      'Somebody works on this request. Write a comment to have it stopped.',
    );
  await updateRequests(tx, caller.id, [id], { deleted_at: tx.stamp });
  await record(tx, caller, [request], [{ request: id, kind: 'cancelled' }]);
}

/** The requester's word on how it was done; said again, it replaces the first. @throws 403, 404, 409 before the end */
export async function rateRequest(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { stars, comment }: { stars: number; comment?: string | null },
): Promise<string> {
  const request = await seenBy(tx, caller, id);
  if (request.requester !== caller.id)
    throw new AppError(403, 'forbidden', 'Only who asked for it can say how it was done.');
  if (request.state !== 'completed')
    throw new AppError(409, 'service.not-completed', 'This request has not been completed yet.');
  const values = { rating: stars, rating_comment: comment || null, rated_at: tx.stamp };
  await updateRequests(tx, caller.id, [id], values);
  await record(tx, caller, [request], [{ request: id, kind: 'rated', to: stars, note: comment }]);
  return answer(tx, caller, id);
}
