import type { MoveRequestCreate, MoveStatusCode } from '#contract/moves.ts';
import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { itemsOf } from './items.ts';
import { findCenter, findStatus, findThere } from './reference-repository.ts';
import type { Item } from './request.ts';
import { mayDecide } from './rights.ts';
import { answer, record } from './tell.ts';
import { countManaged, insertComments, insertRequest, saveItems } from './write-repository.ts';

const peopleOf = (items: readonly Item[]) => [...new Set(items.flatMap(({ user }) => user ?? []))];

/** @throws 400 */
export async function statusOf(tx: Tx, id: number): Promise<MoveStatusCode> {
  const code = await findStatus(tx, id);
  if (code === undefined) throw invalid('status', `names no status of moves (id ${id})`);
  return code;
}
/** @throws 400 */
export async function centerOf(tx: Tx, id: number | undefined): Promise<number> {
  const center = await findCenter(tx, id);
  if (center === undefined)
    throw invalid(
      'center',
      id === undefined ? 'is missing: there is no move center' : `names no move center (id ${id})`,
    );
  return center;
}
/** Whether the caller may decide on a request with these items. */
export const decides = async (tx: Tx, caller: Caller, center: number, items: readonly Item[]) =>
  mayDecide(caller, { center, ...(await countManaged(tx, peopleOf(items), caller.id)) });

/** @throws 400 */
export async function checkApprover(tx: Tx, given: { id: number } | null | undefined): Promise<void> {
  if (given && !(await findThere(tx, 'user', [given.id])).has(given.id))
    throw invalid('approvedBy', `names no person of your organisation (id ${given.id})`);
}
/**
 * In whose name something is approved: the caller's, unless a manager of the center names somebody else.
 * @throws 400, 403
 */
export async function approverOf(
  tx: Tx,
  caller: Caller,
  center: number,
  given: { id: number } | null | undefined,
): Promise<number> {
  if (!given) return caller.id;
  await checkApprover(tx, given);
  if (given.id !== caller.id && !may(caller, 'move', managers, center))
    throw forbidden('You can approve in your own name only.');
  return given.id;
}

/**
 * Files a request; anybody may. As anything but pending it is filed by whoever may approve it. Its status is kept as
 * it was sent, as the documents' sample has it; nothing takes effect before it is approved. JSON text.
 * @throws 400 naming the attribute, 403, 409
 */
export async function createRequest(tx: WriteTx, caller: Caller, body: MoveRequestCreate): Promise<string> {
  const code = await statusOf(tx, body.status.id);
  const center = await centerOf(tx, body.center?.id);
  const items = await itemsOf(tx, body.items ?? [], []);
  const approved = body.approved ?? code === 'apr';
  if (approved !== (code === 'apr') && code === 'apr')
    throw invalid('approved', 'is false, and the status says that it is approved');
  if (approved && code === '0') throw invalid('approved', 'is true, and the status says that it is rejected');
  if (code === 'don')
    throw new AppError(
      409,
      'move.not-approved',
      'A move is done when it has taken effect. File it as pending.',
      {
        field: 'status',
      },
    );
  await checkApprover(tx, body.approvedBy);
  if ((approved || code !== 'pen') && !(await decides(tx, caller, center, items)))
    throw forbidden(
      'Only the manager of everybody who moves, or a manager of the move center, can approve a move. File it as pending, without “approved”.',
    );
  const approver = approved ? await approverOf(tx, caller, center, body.approvedBy) : null;
  const id = await insertRequest(tx, caller.id, code, {
    center_id: center,
    description: body.description,
    date: typeof body.date === 'number' ? new Date(body.date) : null,
    approved,
    approved_by: approver,
    approved_at: approved ? tx.stamp : null,
  });
  await saveItems(tx, id, items);
  await insertComments(
    tx,
    caller.id,
    id,
    (body.comments ?? []).map(({ content }) => content),
  );
  await record(tx, caller, id, [
    { kind: 'opened' },
    ...(approved ? [{ kind: 'approved' as const }] : []),
    ...(code === 'sub' && approved ? [{ kind: 'started' as const }] : []),
    ...(code === '0' ? [{ kind: 'rejected' as const }] : []),
  ]);
  return answer(tx, caller, id);
}
