import * as m from '#messages';
import {
  type AssetSet,
  changeAssets,
  removeAssets,
  restoreAssets,
  setLendable,
  undoAssets,
} from '#src/directory/asset-api.ts';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { notify } from '#src/ui/notify.ts';

type Lendable = { ids: readonly number[]; lendable: boolean };
const failed = ({ message }: Error) => notify({ message, tone: 'danger' });

/** Changes of many assets at once: all of them or none, each with a way back. */
export function useBulk() {
  const undo = useAssetWrite(undoAssets);
  const restore = useAssetWrite(restoreAssets);
  const change = useAssetWrite(async ({ ids, set }: { ids: readonly number[]; set: AssetSet }) => {
    const done = await changeAssets(ids, set);
    const message = m.assets_bulk_changed({ count: done.assets.length });
    if (done.assets.length === 0) return notify({ message: m.assets_bulk_same() });
    notify({
      message,
      undo: () =>
        undo.mutate(done, { onSuccess: () => notify({ message: m.assets_undone() }), onError: failed }),
    });
  });
  const remove = useAssetWrite(async (ids: readonly number[]) => {
    const { count } = await removeAssets(ids);
    notify({
      message: m.assets_removed({ count }),
      undo: () =>
        restore.mutate(ids, {
          onSuccess: (back) => notify({ message: m.assets_restored({ count: back.count }) }),
          onError: failed,
        }),
    });
  });
  const lend = useAssetWrite(({ ids, lendable }: Lendable) => setLendable(ids, lendable));
  const letReserve = ({ ids, lendable }: Lendable, onDone?: () => void) =>
    lend.mutate(
      { ids, lendable },
      {
        onSuccess: ({ count, ids: changed }) => {
          onDone?.();
          if (count === 0) return notify({ message: m.assets_bulk_same() });
          const message = lendable
            ? m.assets_bulk_lendable({ count })
            : m.assets_bulk_not_lendable({ count });
          // What takes it back is said in turn, and can be taken back.
          notify({ message, undo: () => letReserve({ ids: changed, lendable: !lendable }) });
        },
        onError: failed,
      },
    );
  return {
    change,
    /** Whether everybody may reserve these. A refusal is said in a notice. */
    letReserve,
    busy: change.isPending || remove.isPending || lend.isPending,
    /** A refusal is said in a notice. */
    remove: (ids: readonly number[], onDone: () => void) =>
      remove.mutate(ids, { onSuccess: onDone, onError: failed }),
  };
}
