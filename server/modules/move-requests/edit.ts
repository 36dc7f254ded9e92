import { isDeepStrictEqual } from 'node:util';
import type { MoveRequestEdit } from '#contract/moves.ts';
import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { approverOf, centerOf, checkApprover, decides, statusOf } from './create.ts';
import { itemsOf } from './items.ts';
import { isLocked } from './machine.ts';
import type { Item, Request } from './request.ts';
import { mayEdit } from './rights.ts';
import { carryOut } from './steps.ts';
import { answer, record, seenBy } from './tell.ts';
import {
  commentIds,
  insertComments,
  loadItems,
  loadRequest,
  saveItems,
  updateRequest,
} from './write-repository.ts';

type Amended = {
  /** What is another than before, in words. */
  changed: string[];
  values: Record<string, unknown>;
  center: number;
  items: Item[];
  newItems: boolean;
};

/** What of the edit differs from how the request is. @throws 400 */
async function amended(tx: WriteTx, before: Request, edit: MoveRequestEdit): Promise<Amended> {
  const stored = await loadItems(tx, before.id);
  const items = edit.items ? await itemsOf(tx, edit.items, stored) : stored;
  const center = edit.center ? await centerOf(tx, edit.center.id) : before.center;
  const date = edit.date === undefined ? before.date : edit.date;
  const description = edit.description ?? before.description;
  const newItems = !isDeepStrictEqual(items, stored);
  return {
    changed: [
      ...(description === before.description ? [] : ['description']),
      ...(date === before.date ? [] : ['date']),
      ...(center === before.center ? [] : ['center']),
      ...(newItems ? ['items'] : []),
    ],
    values: {
      description,
      date: date === null ? null : new Date(date),
      center_id: center,
      // Another date or other items are tried anew.
      ...(date === before.date && !newItems ? {} : { failure: null, failed_at: null }),
    },
    center,
    items,
    newItems,
  };
}

/** @throws 403, 409 for whoever may not change what it says as it stands */
function checkEdit(caller: Caller, before: Request, { changed }: Amended) {
  if (before.archived)
    throw new AppError(409, 'move.archived', 'This move is in the archive. Take it out of there first.');
  if (before.effected && changed.some((what) => what !== 'description'))
    throw new AppError(409, 'move.done', 'This move has taken effect. File a new one to change it.');
  if (mayEdit(caller, before)) return;
  if (isLocked(before))
    throw new AppError(
      409,
      'move.locked',
      'This move has been decided on and is locked. Ask who can approve it to re-open it; you can still comment.',
    );
  throw forbidden('Only who asked for this move, and those who work on it, can change it.');
}

/** Approves or takes back by `approved`, then goes to the status that is asked for. @throws 403, 409 */
async function decide(tx: WriteTx, caller: Caller, before: Request, edit: MoveRequestEdit, now: Request) {
  const wanted = edit.status ? await statusOf(tx, edit.status.id) : undefined;
  const { approved } = edit;
  let request = now;
  if (typeof approved === 'boolean' && approved !== request.approved) {
    const approver = approved ? await approverOf(tx, caller, request.center, edit.approvedBy) : caller.id;
    request = await carryOut(tx, caller, request, { step: approved ? 'approve' : 'reopen', approver });
  }
  // A status that is sent as it was is no wish to go back to it.
  if (wanted !== undefined && wanted !== before.code)
    request = await carryOut(tx, caller, request, { status: wanted });
  return request;
}

/** Of an approved request: in whose name, when it says another. @throws 400, 403 */
async function renameApprover(tx: WriteTx, caller: Caller, before: Request, edit: MoveRequestEdit) {
  const { approvedBy } = edit;
  if (!approvedBy || !before.approved || approvedBy.id === before.approvedBy) return;
  const approver = await approverOf(tx, caller, before.center, approvedBy);
  if (!(await decides(tx, caller, before.center, await loadItems(tx, before.id))))
    throw forbidden('Only who can approve this move can say who did.');
  await updateRequest(tx, caller.id, before.id, undefined, { approved_by: approver });
}

/** The contents of those that are new. @throws 400 for one without content, or with an id that is none of the request's */
async function newComments(tx: WriteTx, request: number, comments: MoveRequestEdit['comments']) {
  const known = comments?.some(({ id }) => id !== undefined) ? await commentIds(tx, request) : new Set();
  return (comments ?? []).flatMap(({ id, content }, n) => {
    if (id !== undefined && !known.has(id))
      throw invalid(`comments[${n}].id`, `names no comment of this request (id ${id})`);
    if (id !== undefined) return [];
    if (content === undefined) throw invalid(`comments[${n}].content`, 'is required');
    return [content];
  });
}

async function comment(tx: WriteTx, caller: Caller, id: number, contents: readonly string[]) {
  if (contents.length === 0) return;
  await insertComments(tx, caller.id, id, contents);
  await updateRequest(tx, caller.id, id, undefined, {});
  const events = contents.map((note) => ({ kind: 'comment' as const, note: note.slice(0, 4000) }));
  await record(tx, caller, id, events);
}

/** Comments on a request, which everybody may who sees it, locked or not. JSON text. @throws 404 */
export async function addComment(tx: WriteTx, caller: Caller, id: number, content: string): Promise<string> {
  await seenBy(tx, caller, id);
  await comment(tx, caller, id, [content]);
  return answer(tx, caller, id);
}

/**
 * Changes what was sent. Until it is decided on, who asked for it and who works on it may; from then on it is locked to
 * all but those who may re-open it. JSON text.
 * @param ifMatch the If-Match header: the edit counts only if nothing has changed since that dateUpdated
 * @throws 400 naming the attribute, 403, 404, 409
 */
export async function editRequest(
  tx: WriteTx,
  caller: Caller,
  id: number,
  edit: MoveRequestEdit,
  ifMatch: string | undefined,
): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  const before = await seenBy(tx, caller, id);
  if (!namesVersion(ifMatch, before.dateUpdated))
    throw new AppError(
      409,
      'move.changed-meanwhile',
      'Somebody changed this move in between. Look at the change, then make yours again.',
    );
  const after = await amended(tx, before, edit);
  const comments = await newComments(tx, id, edit.comments);
  if (edit.approvedBy?.id !== before.approvedBy) await checkApprover(tx, edit.approvedBy);
  if (after.changed.length > 0) {
    checkEdit(caller, before, after);
    await updateRequest(tx, caller.id, id, undefined, after.values);
    if (after.newItems) await saveItems(tx, id, after.items);
    await record(tx, caller, id, [{ kind: 'changed', note: after.changed.join(', ') }]);
  }
  await comment(tx, caller, id, comments);
  // Not asked again whether the caller sees it: who takes their people off it has changed it all the same.
  const now = (after.changed.length > 0 && (await loadRequest(tx, id, caller.id))) || before;
  const then = await decide(tx, caller, before, edit, now);
  // Who approved some people must not thereby have approved others whom they may not decide on.
  if (
    after.newItems &&
    then.approved &&
    before.approved &&
    !(await decides(tx, caller, after.center, after.items))
  )
    throw forbidden(
      'You are not the manager of everybody who would move. Re-open the move to have it approved.',
    );
  if (then.approved && before.approved) await renameApprover(tx, caller, before, edit);
  return answer(tx, caller, id);
}
