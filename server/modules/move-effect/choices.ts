import type { MovePreview } from '#contract/move-effect.ts';
import type { Ref } from '#contract/wire.ts';
import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { mayEdit, mayWork, record, seenBy } from '#server/modules/move-requests/service.ts';
import { chooseAssets, chooseHeir, itemById } from './effect-repository.ts';
import { peopleBySaying } from './people-repository.ts';
import { worldOf } from './present-repository.ts';
import { previewOf } from './preview.ts';
import { requestsOf } from './request-repository.ts';

/** An item of a request that has yet to take effect, for whoever may change it or works on it. @throws 403, 404, 409 */
async function itemFor(tx: WriteTx, caller: Caller, id: number) {
  const item = await itemById(tx, id);
  if (!item) throw notFound();
  const concerned = await seenBy(tx, caller, item.request);
  if (!mayEdit(caller, concerned) && !mayWork(caller, concerned)) throw forbidden();
  if ((await requestsOf(tx, [item.request])).length === 0)
    throw new AppError(409, 'move.over', 'This move is over. What it changed stays as it is.');
  return item;
}

async function chosen(tx: WriteTx, caller: Caller, request: number): Promise<MovePreview> {
  await record(tx, caller, request, [{ kind: 'changed' }]);
  return previewOf(tx, caller, request);
}

/** Has exactly these assets taken along; null: the usual ones. Answers the preview. @throws 400, 403, 404, 409 */
export async function takeAlong(tx: WriteTx, caller: Caller, id: number, assets: readonly Ref[] | null) {
  const item = await itemFor(tx, caller, id);
  const ids = assets?.map((asset) => asset.id) ?? null;
  const asked = (ids ?? []).map(
    (asset) => ({ key: 0, kind: 'equipment', person: null, asset, to: null }) as const,
  );
  const there = (await worldOf(tx, asked)).assets;
  for (const [place, asset] of (ids ?? []).entries()) {
    const field = `assets[${place}]`;
    if (!there.has(asset)) throw invalid(field, 'does not exist');
    if (there.get(asset)!.gone)
      throw new AppError(409, 'move.asset-gone', 'This asset is in the register no more.', { field });
  }
  await chooseAssets(tx, id, ids);
  return chosen(tx, caller, item.request);
}

/** Has somebody take over from the person who leaves; null: their manager. Answers the preview. @throws 400, 403, 404, 409 */
export async function nameHeir(tx: WriteTx, caller: Caller, id: number, heir: Ref | null) {
  const item = await itemFor(tx, caller, id);
  if (heir && !(await peopleBySaying(tx, [String(heir.id)])).has(String(heir.id)))
    throw invalid('heir', 'does not exist');
  if (heir && item.kind !== 'terminate')
    throw new AppError(409, 'move.nobody-leaves', 'Nobody leaves by this: there is nothing to take over.', {
      field: 'heir',
    });
  if (heir && heir.id === item.person) throw invalid('heir', 'must be somebody else');
  await chooseHeir(tx, id, heir?.id ?? null);
  return chosen(tx, caller, item.request);
}
