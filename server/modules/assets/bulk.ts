import type { z } from 'zod';
import type { AssetBefore, assetBulk, AssetBulkDone, AssetEdit, assetUndo } from '#contract/assets.ts';
import type { Ref } from '#contract/wire.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { amended, checkReferences, linesOf } from './amend.ts';
import { noteAssets } from './history.ts';
import { standing, type Standing } from './read-repository.ts';
import { hideAssets, updateAssets, type AssetRow } from './write-repository.ts';

/** All of them, each once, in the order of the list. @throws 400 naming the one that there is not */
async function demandAll(tx: WriteTx, assets: readonly Ref[]): Promise<Standing[]> {
  const ids = assets.map(({ id }) => id);
  const there = await standing(tx, ids);
  return [...new Set(ids)].map((id) => {
    const found = there.get(id);
    if (!found)
      throw invalid(`assets[${ids.indexOf(id)}].id`, `names no asset of your organisation (id ${id})`);
    return found;
  });
}

const refOf = (id: number | null) => (id === null ? null : { id });
/** What of `before` is otherwise in `after`, in the words of the API. */
function beforeOf(id: number, before: AssetRow, after: AssetRow): AssetBefore {
  const moved = before.room !== after.room || before.owner !== after.owner;
  return {
    id,
    ...(before.model !== after.model && { model: { id: before.model } }),
    ...(moved && { room: refOf(before.room), owner: refOf(before.owner) }),
    ...(before.managed !== after.managed && { managed: before.managed }),
    ...(before.active !== after.active && { active: before.active }),
    ...(before.condition !== after.condition && { condition: before.condition }),
  };
}

type Planned = { before: Standing; edit: AssetEdit; path: string };
async function apply(tx: WriteTx, caller: Caller, planned: Planned[]): Promise<string> {
  const changed = planned.flatMap(({ before, edit }) => {
    const after = amended(before, edit);
    const lines = linesOf(before.id, before, after);
    return lines.length > 0 ? [{ id: before.id, before, after, lines }] : [];
  });
  if (changed.length > 0) {
    await updateAssets(
      tx,
      changed.map(({ id, after }) => ({ ...after, id })),
    );
    await noteAssets(
      tx,
      caller.id,
      changed.flatMap(({ lines }) => lines),
    );
    await announce(tx, { topic: 'assets', ids: changed.map(({ id }) => id), by: caller.id });
  }
  const done: AssetBulkDone = {
    dateUpdated: tx.stamp.getTime(),
    assets: changed.map(({ id, before, after }) => beforeOf(id, before, after)),
  };
  return JSON.stringify(done);
}

/** Sets the same for all of these, or nothing; JSON text of what they had before. @throws 400 naming the attribute, 409 */
export async function editMany(
  tx: WriteTx,
  caller: Caller,
  { assets, set }: z.output<typeof assetBulk>,
): Promise<string> {
  const there = await demandAll(tx, assets);
  const planned = there.map((before) => ({ before, edit: set, path: 'set.' }));
  await checkReferences(tx, planned);
  return apply(tx, caller, planned);
}

/** Puts back what a change of many has told. @throws 400 naming the attribute, 409 when one has been changed since */
export async function undoMany(
  tx: WriteTx,
  caller: Caller,
  { dateUpdated, assets }: z.output<typeof assetUndo>,
): Promise<string> {
  const there = await demandAll(tx, assets);
  const planned = there.map((before) => {
    const index = assets.findIndex(({ id }) => id === before.id);
    return { before, edit: assets[index]!, path: `assets[${index}].` };
  });
  await checkReferences(tx, planned);
  const changed = planned.find(({ before }) => before.dateUpdated !== dateUpdated);
  if (changed)
    throw new AppError(
      409,
      'assets.changed-meanwhile',
      `Asset ${changed.before.id} has been changed since. Look at the change first: nothing was put back.`,
      { field: changed.path.slice(0, -1) },
    );
  return apply(tx, caller, planned);
}

/** Takes all of these out of the register, or nothing; answers how many. @throws 400 naming the one that there is not */
export async function removeMany(tx: WriteTx, caller: Caller, assets: readonly Ref[]): Promise<number> {
  const ids = (await demandAll(tx, assets)).map(({ id }) => id);
  await hideAssets(tx, ids, true);
  return told(tx, caller, ids, 'removed');
}

/**
 * Puts back those of these that have been removed, or nothing; answers how many.
 * @throws 400 naming the one that there never was, 409 when another bears its number by now
 */
export async function restoreMany(tx: WriteTx, caller: Caller, assets: readonly Ref[]): Promise<number> {
  const ids = [...new Set(assets.map(({ id }) => id))];
  const removed = await standing(tx, ids, true);
  await demandAll(
    tx,
    assets.filter(({ id }) => !removed.has(id)),
  );
  const gone = ids.filter((id) => removed.has(id));
  await hideAssets(tx, gone, false);
  return told(tx, caller, gone, 'restored');
}

async function told(tx: WriteTx, caller: Caller, ids: number[], kind: 'removed' | 'restored') {
  await noteAssets(
    tx,
    caller.id,
    ids.map((asset) => ({ asset, kind })),
  );
  await announce(tx, { topic: 'assets', ids, by: caller.id });
  return ids.length;
}
