import * as m from '#messages';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { ConditionBadge } from '#src/directory/asset-condition.tsx';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { AssetActions } from './asset-actions.tsx';
import { AssetCodes } from './asset-codes.tsx';
import { AssetFacts } from './asset-facts.tsx';
import { AssetHistory } from './asset-history.tsx';
import { AssetImages } from './asset-images.tsx';
import { AssetRequests } from './asset-requests.tsx';
import classes from './asset.module.css';

type Props = { asset: Asset; onGone: () => void };

/** All there is to say of an asset, and what may be done with it. */
export function AssetBody({ asset, onGone }: Props) {
  const service = uses(useMe(), 'service');
  return (
    <div className={classes.body}>
      <div className={classes.lead}>
        <span className={classes.tag}>{labelCodeOf(asset)}</span>
        <ConditionBadge condition={asset.condition} />
        {!asset.active && <span className={classes.dim}>{m.assets_inactive()}</span>}
      </div>
      <AssetActions asset={asset} onGone={onGone} />
      <section className={classes.section} aria-label={m.assets_facts()}>
        <h2>{m.assets_facts()}</h2>
        <AssetFacts asset={asset} />
      </section>
      <AssetImages asset={asset} />
      <AssetCodes asset={asset} />
      {service && <AssetRequests id={asset.id} />}
      <AssetHistory id={asset.id} />
    </div>
  );
}
