import type { AssetEdit } from '#contract/assets.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { amended, blank, checkReferences, linesOf } from './amend.ts';
import { noteAssets } from './history.ts';
import { sawAssets } from './keep.ts';
import { renderAssets, standing, type Standing } from './read-repository.ts';
import { hideAssets, inUse, insertAssets, updateAssets } from './write-repository.ts';

/** The asset as JSON text, told to everybody who has it open. */
async function finish(tx: WriteTx, by: number, id: number): Promise<string> {
  await announce(tx, { topic: 'assets', ids: [id], by });
  return (await renderAssets(tx, [id])).get(id)!;
}

/** @throws 404 */
export async function demandAsset(tx: WriteTx, id: number): Promise<Standing> {
  const found = (await standing(tx, [id])).get(id);
  if (!found) throw notFound('There is no such asset.');
  return found;
}

/** Adds an asset; answers it as JSON text. @throws 400 naming the attribute, 409 for a number that another bears */
export async function createAsset(
  tx: WriteTx,
  caller: Caller,
  { id: _sent, ...edit }: Omit<AssetEdit, 'id'> & { id?: unknown },
): Promise<string> {
  await checkReferences(tx, [{ path: '', edit }]);
  const row = amended(blank, edit);
  const [id] = await insertAssets(tx, [row]);
  await noteAssets(tx, caller.id, [{ asset: id!, kind: 'added', to: { room: row.room, owner: row.owner } }]);
  return finish(tx, caller.id, id!);
}

/**
 * Changes what was sent; answers the asset as JSON text.
 * @param ifMatch the If-Match header: the edit counts only if nothing has changed since that dateUpdated
 * @throws 400 naming the attribute, 404, 409
 */
export async function editAsset(
  tx: WriteTx,
  caller: Caller,
  id: number,
  edit: AssetEdit,
  ifMatch: string | undefined,
): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  const before = await demandAsset(tx, id);
  if (!namesVersion(ifMatch, before.dateUpdated))
    throw new AppError(
      409,
      'assets.changed-meanwhile',
      'Somebody changed this asset in between. Look at the change, then make yours again.',
    );
  await checkReferences(tx, [{ path: '', edit, before }]);
  const after = amended(before, edit);
  await updateAssets(tx, [{ ...after, id }]);
  await noteAssets(tx, caller.id, linesOf(id, before, after));
  return finish(tx, caller.id, id);
}

/** Takes an asset out of the register; its history stays. @throws 404 */
export async function removeAsset(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  await demandAsset(tx, id);
  await hideAssets(tx, [id], true);
  await noteAssets(tx, caller.id, [{ asset: id, kind: 'removed' }]);
  await announce(tx, { topic: 'assets', ids: [id], by: caller.id });
}

/** Notes that the caller has it before them, here or where it belongs. @throws 400 naming the attribute, 404 */
export async function verifyAsset(
  tx: WriteTx,
  caller: Caller,
  id: number,
  body: { id?: number | undefined; room?: { id: number } | null | undefined } | null | undefined,
): Promise<void> {
  if (body?.id !== undefined && body.id !== id) throw invalid('id', 'is not that of the address');
  await demandAsset(tx, id);
  const room = body?.room?.id;
  if (room !== undefined && !(await inUse(tx, 'room', [room])).has(room))
    throw invalid('room', `names no space of your organisation (id ${room})`);
  await sawAssets(tx, caller.id, [{ asset: id, room }]);
}
