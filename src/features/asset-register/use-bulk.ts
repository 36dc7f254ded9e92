import * as m from '#messages';
import {
  type AssetSet,
  changeAssets,
  removeAssets,
  restoreAssets,
  undoAssets,
} from '#src/directory/asset-api.ts';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { notify } from '#src/ui/notify.ts';

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
  return {
    change,
    busy: change.isPending || remove.isPending,
    /** A refusal is said in a notice. */
    remove: (ids: readonly number[], onDone: () => void) =>
      remove.mutate(ids, { onSuccess: onDone, onError: failed }),
  };
}
