import type { AssetCondition } from '#contract/assets.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { amended, linesOf } from './amend.ts';
import { noteAssets, type NewAssetEvent } from './history.ts';
import { standing } from './read-repository.ts';
import { updateAssets, updateSeen } from './write-repository.ts';

// What other modules do with assets: they have looked already at who may, and that what they name is there.

const refOf = (id: number | null | undefined) => (id === undefined || id === null ? id : { id });
type Change = {
  asset: number;
  /** Absent: stays. Setting one drops the other; null takes it away. */
  room?: number | null;
  owner?: number | null;
  condition?: AssetCondition;
  note?: string | null;
};

/**
 * Puts assets into spaces or with owners, or says in what condition they are, and writes it into their history. Answers
 * those that were otherwise before; what is gone is left out. @param by null: the server by itself
 */
export async function placeAssets(
  tx: WriteTx,
  by: number | null,
  changes: readonly Change[],
): Promise<number[]> {
  const there = await standing(
    tx,
    changes.map(({ asset }) => asset),
  );
  const changed = changes.flatMap(({ asset, room, owner, condition, note }) => {
    const before = there.get(asset);
    if (!before) return [];
    const after = {
      ...before,
      ...amended(before, { room: refOf(room), owner: refOf(owner), condition }),
    };
    const lines = linesOf(asset, before, after, note);
    return lines.length > 0 ? [{ after, lines }] : [];
  });
  if (changed.length === 0) return [];
  const ids = changed.map(({ after }) => after.id);
  await updateAssets(
    tx,
    changed.map(({ after }) => after),
  );
  await noteAssets(
    tx,
    by,
    changed.flatMap(({ lines }) => lines),
  );
  await announce(tx, { topic: 'assets', ids, ...(by !== null && { by }) });
  return ids;
}

type Sighting = {
  asset: number;
  /** Where; absent: where it belongs. */
  room?: number | null | undefined;
  /** confirmed: by whoever has it, who may not have looked just now. */
  kind?: 'seen' | 'confirmed';
  note?: string | null;
};

/** Notes who had these before their eyes, when and where. What was lost is found with it. */
export async function sawAssets(tx: WriteTx, by: number, sightings: readonly Sighting[]): Promise<void> {
  const there = await standing(
    tx,
    sightings.map(({ asset }) => asset),
  );
  const seen = sightings.flatMap(({ asset, room, kind = 'seen', note }) => {
    const before = there.get(asset);
    return before ? [{ asset, room: room === undefined ? before.room : room, kind, note, before }] : [];
  });
  if (seen.length === 0) return;
  await updateSeen(
    tx,
    by,
    seen.map(({ asset, room }) => ({ asset, room })),
  );
  await noteAssets(
    tx,
    by,
    seen.flatMap(({ asset, room, kind, note, before }): NewAssetEvent[] => [
      { asset, kind, to: { room }, note },
      ...(before.condition === 'lost' ? [{ asset, kind: 'found' as const }] : []),
    ]),
  );
  await announce(tx, { topic: 'assets', ids: seen.map(({ asset }) => asset), by });
}
