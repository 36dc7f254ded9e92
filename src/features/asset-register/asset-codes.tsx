import { lazy, Suspense } from 'react';
import { Skeleton } from '@mantine/core';
import * as m from '#messages';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import classes from './asset.module.css';

const CodePictures = lazy(() => import('./code-pictures.tsx'));

/** The code that its label bears, to be scanned off the screen or printed. */
export function AssetCodes({ asset }: { asset: Asset }) {
  const code = labelCodeOf(asset);
  return (
    <section className={classes.section} aria-label={m.assets_code()}>
      <h2>{m.assets_code()}</h2>
      <Suspense fallback={<Skeleton height={96} />}>
        <CodePictures id={asset.id} code={code} />
      </Suspense>
      <div>
        <LinkButton
          to="/assets/labels"
          search={{ ids: String(asset.id) }}
          variant="default"
          size="compact-md"
          leftSection={<PrintIcon size={15} />}
        >
          {m.assets_label_print()}
        </LinkButton>
      </div>
    </section>
  );
}
