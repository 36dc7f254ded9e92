import { memo } from 'react';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { useMe } from '#src/directory/me.ts';
import { code128Url, qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { FitText } from '#src/ui/fit-text.tsx';
import { barsFor, type Layout } from '#src/ui/label-layouts.ts';
import { labelAddress } from './label-address.ts';
import classes from './labels.module.css';

/**
 * The label on a thing: whose it is, what it is, its code as bars, and as QR where a phone's
 * own camera finds its page. No place: it moves.
 */
export const LabelCard = memo(function LabelCard({ asset, layout }: { asset: Asset; layout: Layout }) {
  const { organisation } = useMe();
  const code = labelCodeOf(asset);
  const bars = barsFor(code);
  const large = layout.name === 'roll';
  return (
    <article className={classes.label} data-layout={layout.name} aria-label={`${asset.name}, ${code}`}>
      <div className={classes.words}>
        <bdi className={classes.small}>{organisation.name}</bdi>
        <FitText
          className={classes.name}
          text={asset.name}
          least={large ? 3.2 : 2.4}
          most={large ? 8 : 4.4}
        />
        {bars && <img className={classes.bars} src={code128Url(bars)} alt="" decoding="sync" />}
        <span className={classes.code}>{code}</span>
      </div>
      <img className={classes.qr} src={qrCodeUrl(labelAddress(asset.id))} alt="" decoding="sync" />
    </article>
  );
});
