import { memo } from 'react';
import type { SpaceCode } from '#contract/space-code.ts';
import * as m from '#messages';
import { qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { FitText } from '#src/ui/fit-text.tsx';
import type { Layout } from '#src/ui/label-layouts.ts';
import { fullAddress } from './full-address.ts';
import classes from './labels.module.css';

/** The label at a desk or a door: what it is called, where it is, and its code. */
export const CodeLabel = memo(function CodeLabel({ space, layout }: { space: SpaceCode; layout: Layout }) {
  const large = layout.name === 'roll';
  return (
    <article className={classes.label} data-layout={layout.name} aria-label={space.name}>
      <div className={classes.words}>
        <FitText
          className={classes.name}
          text={space.name}
          least={large ? 3.4 : 2.8}
          most={large ? 11 : 6.5}
        />
        <div className={classes.where} dir="auto">
          {space.floor.name}
        </div>
        <div className={classes.where} dir="auto">
          {space.building.name}
        </div>
        <div className={classes.small}>{m.code_labels_scan()}</div>
      </div>
      <img className={classes.qr} src={qrCodeUrl(fullAddress(space.url))} alt="" decoding="sync" />
    </article>
  );
});
