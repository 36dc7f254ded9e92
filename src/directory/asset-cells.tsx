import * as m from '#messages';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { PlaceIcon } from '#src/ui/asset-icons.tsx';
import { PersonIcon } from '#src/ui/icons.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './asset.module.css';
import { ConditionBadge } from './asset-condition.tsx';

/** Where an asset is, in words: its space with what lies around it, or who has it. */
export function assetPlace({ room, owner }: Pick<Asset, 'room' | 'owner'>): string {
  if (owner) return owner.name;
  return room ? [room.name, room.floor.name, room.floor.building.name].join(' · ') : m.assets_nowhere();
}

/** Its own name with that of its model where they differ. */
export const assetNames = ({ name, model }: Pick<Asset, 'name' | 'model'>): string =>
  [name, ...(model.name === name ? [] : [model.name])].join(' · ');

/** An asset in a few words. */
export const assetLabel = (asset: Asset): string => [labelCodeOf(asset), asset.name].join(', ');

/** A space or a person, each with its sign. */
export function AssetPlace({ asset }: { asset: Pick<Asset, 'room' | 'owner'> }) {
  const { room, owner } = asset;
  const Icon = owner ? PersonIcon : PlaceIcon;
  const text = assetPlace(asset);
  return (
    <span className={classes.place} data-none={!room && !owner ? true : undefined}>
      <Icon size={14} />
      <bdi className={classes.clip} title={text}>
        {owner?.name ?? (room ? [room.name, room.floor.building.name].join(' · ') : text)}
      </bdi>
    </span>
  );
}

/** When somebody last had it before their eyes, and where. */
export function AssetSeen({ seen }: Pick<Asset, 'seen'>) {
  if (!seen) return <span className={classes.dim}>{m.assets_never_seen()}</span>;
  return (
    <span className={classes.clip}>
      <When ms={seen.at} />
      {seen.room && <bdi className={classes.dim}> · {seen.room.name}</bdi>}
    </span>
  );
}

/** An asset in two lines, for a phone and wherever one is shown in a list. */
export function AssetCard({ asset }: { asset: Asset }) {
  return (
    <>
      <span className={classes.cardLine}>
        <bdi className={classes.cardName} title={assetNames(asset)}>
          {assetNames(asset)}
        </bdi>
        {asset.condition === 'good' ? (
          <span className={classes.tag}>{labelCodeOf(asset)}</span>
        ) : (
          <ConditionBadge condition={asset.condition} />
        )}
      </span>
      <span className={classes.cardLine}>
        <span className={classes.cardPlace}>
          <AssetPlace asset={asset} />
        </span>
        <span className={classes.end}>
          {asset.condition === 'good' ? (
            <span className={classes.dim}>{asset.seen ? <When ms={asset.seen.at} /> : m.assets_never()}</span>
          ) : (
            <span className={classes.tag}>{labelCodeOf(asset)}</span>
          )}
        </span>
      </span>
    </>
  );
}
