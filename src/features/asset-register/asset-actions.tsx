import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { removeAsset, restoreAssets, verifyAsset } from '#src/directory/asset-api.ts';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { keepsAssets } from '#src/directory/rights.ts';
import { PlaceIcon, SeenIcon } from '#src/ui/asset-icons.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { AssetForm } from './asset-form.tsx';
import { LoanLink } from './loan-link.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import classes from './asset.module.css';

const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
const look = { variant: 'default', size: 'compact-md' } as const;

/** What may be done with an asset; the first is what somebody does who stands before it. */
export function AssetActions({ asset, onGone }: { asset: Asset; onGone: () => void }) {
  const me = useMe();
  const mayChange = keepsAssets(me);
  const [doing, setDoing] = useState<'place' | 'edit'>();
  const see = useAssetWrite(() => verifyAsset(asset.id));
  const restore = useAssetWrite(restoreAssets);
  const remove = useAssetWrite(removeAsset);
  const { room } = asset;
  return (
    <div className={classes.actions}>
      {mayChange && (
        <>
          <Button
            size="compact-md"
            leftSection={<SeenIcon size={16} />}
            loading={see.isPending}
            onClick={() =>
              see.mutate(undefined, {
                onSuccess: () =>
                  notify({
                    message: room ? m.assets_seen_done_in({ space: room.name }) : m.assets_seen_done(),
                    tone: 'success',
                  }),
                onError: failed,
              })
            }
          >
            {room ? m.assets_see_here() : m.assets_see()}
          </Button>
          <Button {...look} leftSection={<PlaceIcon size={15} />} onClick={() => setDoing('place')}>
            {m.assets_elsewhere()}
          </Button>
          <Button {...look} leftSection={<PencilIcon size={15} />} onClick={() => setDoing('edit')}>
            {m.assets_edit()}
          </Button>
        </>
      )}
      {mayChange && <LoanLink asset={asset} />}
      {uses(me, 'service') && (
        <LinkButton
          to="/requests/new"
          search={{ assetId: asset.id, ...(room && { roomId: room.id }) }}
          {...look}
          leftSection={<RequestIcon size={15} />}
        >
          {m.assets_ask()}
        </LinkButton>
      )}
      {mayChange && (
        <Button
          {...look}
          leftSection={<TrashIcon size={15} />}
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(asset.id, {
              onSuccess: () => {
                notify({
                  message: m.assets_removed_one({ name: asset.name }),
                  undo: () =>
                    restore.mutate([asset.id], {
                      onSuccess: () => notify({ message: m.assets_restored({ count: 1 }) }),
                      onError: failed,
                    }),
                });
                onGone();
              },
              onError: failed,
            })
          }
        >
          {m.assets_remove()}
        </Button>
      )}
      {doing === 'place' && <PlaceDialog asset={asset} onClose={() => setDoing(undefined)} />}
      {doing === 'edit' && <AssetForm asset={asset} onClose={() => setDoing(undefined)} />}
    </div>
  );
}
