import { CloseButton } from '@mantine/core';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { attachAssetImage, removeAssetImage } from '#src/directory/asset-api.ts';
import { useAssetWrite } from '#src/directory/asset-queries.ts';
import { useMe } from '#src/directory/me.ts';
import { type Photograph, PhotographButton } from '#src/directory/request-photographs.tsx';
import photos from '#src/directory/request.module.css';
import { keepsAssets } from '#src/directory/rights.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import classes from './asset.module.css';

/** As many as an asset bears. */
const MOST_IMAGES = 20;

/** The pictures of an asset, each opening in full; whoever keeps the register adds and removes them. */
export function AssetImages({ asset: { id, images } }: { asset: Asset }) {
  const mayChange = keepsAssets(useMe());
  const { keyFor, settle } = useIntentionKey();
  const add = useAssetWrite(async (taken: Photograph[]) => {
    for (const { image, fileName } of taken) {
      await attachAssetImage(id, image, fileName, keyFor({ image, fileName }));
      settle();
    }
  });
  const remove = useAssetWrite(removeAssetImage);
  const problem = add.error ?? remove.error;
  if (!mayChange && images.length === 0) return null;
  return (
    <section className={classes.section} aria-label={m.assets_images()}>
      <h2>{m.assets_images()}</h2>
      {images.length > 0 && (
        <ul className={photos.photos}>
          {images.map(({ id: image, downloadURL }, at) => (
            <li key={image}>
              <a href={downloadURL} target="_blank" rel="noreferrer">
                <img src={downloadURL} alt={m.assets_image_nth({ nth: at + 1 })} loading="lazy" />
              </a>
              {mayChange && (
                <CloseButton
                  className={photos.drop}
                  size="sm"
                  aria-label={m.assets_image_remove({ nth: at + 1 })}
                  disabled={remove.isPending}
                  onClick={() =>
                    remove.mutate(image, { onSuccess: () => notify({ message: m.assets_image_removed() }) })
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className={photos.wrong} role="alert">
          {problem.message}
        </p>
      )}
      {mayChange && images.length < MOST_IMAGES && (
        <PhotographButton busy={add.isPending} onTake={(taken) => add.mutate(taken)} />
      )}
    </section>
  );
}
