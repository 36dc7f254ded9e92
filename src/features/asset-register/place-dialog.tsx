import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { type AssetBody, editAsset, verifyAsset } from '#src/directory/asset-api.ts';
import { AssetPlaceField, type AssetWhere, placeBody, whereOf } from '#src/directory/asset-place-field.tsx';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';

/** Says where an asset is from now on; in a space, that it has just been seen there as well. */
export function PlaceDialog({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const before = whereOf(asset);
  const [where, setWhere] = useState<AssetWhere>(
    before.kind === 'nowhere' ? { kind: 'room', room: null } : before,
  );
  const [seen, setSeen] = useState(true);
  const [wrong, setWrong] = useState<string>();
  const undo = useAssetWrite(() => editAsset(asset.id, placeBody(before) ?? {}));
  const place = useAssetWrite(async (body: AssetBody) => {
    const placed = await editAsset(asset.id, body);
    if (seen && body.room) await verifyAsset(asset.id, body.room.id);
    return placed;
  });
  const submit = () => {
    const body = placeBody(where);
    if (!body) return setWrong(m.assets_place_missing());
    setWrong(undefined);
    place.mutate(body, {
      onSuccess: () => {
        notify({
          message: m.assets_placed({ name: asset.name }),
          undo: () =>
            undo.mutate(undefined, {
              onSuccess: () => notify({ message: m.assets_undone() }),
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            }),
        });
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={m.assets_place_title()}
      submitLabel={m.assets_place_save()}
      busy={place.isPending}
      problem={wrong ?? place.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AssetPlaceField value={where} onChange={setWhere} />
      {where.kind === 'room' && (
        <Checkbox
          label={m.assets_place_seen()}
          checked={seen}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
