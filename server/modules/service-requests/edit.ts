import type { ServiceRequestEdit } from '#contract/service-requests.ts';
import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import { demand, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { answersTo } from './answers.ts';
import { checkAsset, checkThere, nothing, warningOf } from './create.ts';
import { crew, viewerOf, worksAt } from './crew.ts';
import { earliestRequired } from './promise.ts';
import { findTerms, loadAnswers, replaceAnswers, type Terms } from './reference-repository.ts';
import type { NewEvent, Request } from './request.ts';
import { over } from './machine.ts';
import { answer, record, seenBy } from './tell.ts';
import { updateRequests } from './write-repository.ts';

/** @throws 409 for what is closed, and for a customer's that somebody works on */
function checkOpen({ state }: Request, staff: boolean) {
  if (state === 'completed' || state === 'rejected') throw new AppError(409, 'service.closed', over[state]);
  if (!staff && state !== 'new')
    throw new AppError(
      409,
      'service.under-way',
      'Somebody works on this request. Write a comment to have it changed.',
    );
}

/** What is another than before, for the log; with the terms by which the clock goes from here on. */
function changesOf(before: Request, after: Request, minutes: number | null): NewEvent[] {
  const { id: request } = before;
  const terms = { type: after.type, priority: after.priority, center: after.center, minutes };
  const line = (kind: 'type' | 'priority' | 'center' | 'room', clocked: boolean): NewEvent[] =>
    before[kind] === after[kind]
      ? []
      : [{ request, kind, from: before[kind], to: after[kind], ...(clocked && { terms }) }];
  const required: NewEvent[] =
    before.dateRequired === after.dateRequired
      ? []
      : [{ request, kind: 'required', from: before.dateRequired, to: after.dateRequired }];
  return [
    ...line('type', true),
    ...line('priority', true),
    ...line('center', true),
    ...required,
    ...line('room', false),
  ];
}

/** Where the edit would leave the request. @throws 400, 403 */
async function amended(
  tx: WriteTx,
  caller: Caller,
  before: Request,
  edit: ServiceRequestEdit,
  staff: boolean,
) {
  await checkThere(tx, edit);
  if (!staff && edit.requester && edit.requester.id !== before.requester)
    throw forbidden('Whoever works in the center can change who asked.');
  const terms = await findTerms(
    tx,
    edit.type?.id ?? before.type,
    edit.type !== undefined && edit.type.id !== before.type,
  );
  if (!terms) throw nothing('type', 'request type', edit.type!.id);
  const moved = terms.id === before.type ? before.center : (terms.center ?? before.center);
  const center = edit.center?.id ?? moved;
  if (edit.center && edit.center.id !== before.center) demand(caller, 'maintenance', crew, before.center);
  const chosen = edit.priority?.id ?? before.priority;
  const after: Request = {
    ...before,
    center,
    type: terms.id,
    requester: edit.requester?.id ?? before.requester,
    priority: staff || terms.customerPriority ? chosen : before.priority,
    room: edit.room?.id ?? before.room,
    asset: edit.asset === undefined ? before.asset : (edit.asset?.id ?? null),
    needed: terms.id === before.type ? before.needed : terms.operators,
    dateRequired:
      edit.dateRequired !== undefined && (staff || terms.customerDate)
        ? edit.dateRequired
        : before.dateRequired,
    // Another type may ask for an approval that nobody has given yet, or for none.
    approval:
      terms.id === before.type || before.state !== 'new'
        ? before.approval
        : terms.approval
          ? 'awaiting'
          : null,
  };
  checkAsset(terms, after.asset);
  return { after, terms };
}

async function editAnswers(tx: WriteTx, before: Request, terms: Terms, edit: ServiceRequestEdit) {
  const given = [...(edit.fieldValue ?? []), ...(edit.valueFields ?? [])];
  if (given.length === 0 && terms.id === before.type) return;
  await replaceAnswers(tx, before.id, answersTo(terms.fields, given, await loadAnswers(tx, before.id)));
}

/**
 * Changes what was sent: whoever works in the center, until it is closed; who asked for it, while it is new. Answers
 * it as JSON text.
 * @param ifMatch the If-Match header: the edit counts only if nothing has changed since that dateUpdated
 * @throws 400 naming the attribute, 403, 404, 409
 */
export async function editRequest(
  tx: WriteTx,
  caller: Caller,
  id: number,
  edit: ServiceRequestEdit,
  ifMatch: string | undefined,
): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  const before = await seenBy(tx, caller, id);
  const staff = worksAt(viewerOf(caller), before.center);
  checkOpen(before, staff);
  if (!namesVersion(ifMatch, before.dateUpdated))
    throw new AppError(
      409,
      'service.changed-meanwhile',
      'Somebody changed this request in between. Look at the change, then make yours again.',
    );
  const { after, terms } = await amended(tx, caller, before, edit, staff);
  await editAnswers(tx, before, terms, edit);
  const promise = await earliestRequired(tx, after, tx.stamp);
  const events = changesOf(before, after, promise.minutes);
  const asset =
    edit.asset === undefined ? {} : { asset_id: after.asset, asset_name: edit.asset?.name ?? null };
  await updateRequests(tx, caller.id, [id], {
    ...asset,
    center_id: after.center,
    requester_id: after.requester,
    service_type_id: after.type,
    priority_id: after.priority,
    room_id: after.room,
    operators_needed: after.needed,
    approval: after.approval,
    date_required: new Date(after.dateRequired),
    warning: events.length > 0 ? JSON.stringify(warningOf(after.dateRequired, promise)) : undefined,
    description: edit.description === null ? '' : edit.description,
    asset_status: edit.assetStatus === null ? '' : edit.assetStatus,
  });
  if (after.approval !== before.approval)
    events.push({ request: id, kind: after.approval === 'awaiting' ? 'awaiting' : 'approved' });
  await record(tx, caller, [{ ...after, operators: before.operators }], events);
  return answer(tx, caller, id);
}
