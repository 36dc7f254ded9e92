import type { AssetCondition } from '#contract/assets.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { noteAssets, placeAssets } from '#server/modules/assets/service.ts';
import type { AssetNow } from './asset-repository.ts';

type Place = { room: number | null; owner: number | null };

/** The borrower has it from now on; the history says so. @param condition absent: stays */
export async function handTo(
  tx: WriteTx,
  caller: Caller,
  asset: AssetNow,
  { user, note, condition }: { user: number; note?: string | null; condition?: string | null },
): Promise<void> {
  const from = { room: asset.room, owner: asset.owner };
  await placeAssets(tx, caller.id, [
    { asset: asset.id, owner: user, ...(condition && { condition: condition as AssetCondition }) },
  ]);
  await noteAssets(tx, caller.id, [
    { asset: asset.id, kind: 'lent', from, to: { owner: user }, note: note ?? null },
  ]);
}

/** It is where it belongs again, in this condition; the history says so. */
export async function bringBack(
  tx: WriteTx,
  caller: Caller,
  asset: AssetNow,
  { to, condition, note, by }: { to: Place; condition: string; note: string | null; by: number },
): Promise<void> {
  const place =
    to.room !== null
      ? { room: to.room }
      : to.owner !== null
        ? { owner: to.owner }
        : { room: null, owner: null };
  await noteAssets(tx, caller.id, [{ asset: asset.id, kind: 'returned', from: { owner: by }, to, note }]);
  await placeAssets(tx, caller.id, [{ asset: asset.id, ...place, condition: condition as AssetCondition }]);
}
