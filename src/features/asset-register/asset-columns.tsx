import * as m from '#messages';
import { type Asset, labelCodeOf } from '#contract/assets.ts';
import { AssetPlace, AssetSeen, assetNames } from '#src/directory/asset-cells.tsx';
import { ConditionBadge } from '#src/directory/asset-condition.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './register.module.css';

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);

/** What the register shows of each asset. */
export const assetColumns = (): GridColumn<Asset>[] => [
  {
    id: 'localUID',
    header: m.assets_tag(),
    width: 120,
    grow: 0.4,
    sortable: true,
    cell: (asset) => <span className={classes.tag}>{labelCodeOf(asset)}</span>,
  },
  {
    id: 'name',
    header: m.assets_name_model(),
    width: 190,
    grow: 1.6,
    sortable: true,
    cell: (asset) => (
      <span className={classes.name} data-inactive={asset.active ? undefined : true}>
        <Clip text={assetNames(asset)} />
        {!asset.active && <span className={classes.dim}>{m.assets_inactive()}</span>}
      </span>
    ),
  },
  {
    id: 'type',
    header: m.assets_type(),
    width: 110,
    grow: 0.6,
    cell: ({ model }) => <Clip text={model.type.name} />,
  },
  {
    id: 'room.name',
    header: m.assets_place(),
    width: 170,
    grow: 1.2,
    sortable: true,
    cell: (asset) => <AssetPlace asset={asset} />,
  },
  {
    id: 'seen.at',
    header: m.assets_last_seen(),
    width: 160,
    grow: 0.8,
    sortable: true,
    cell: (asset) => <AssetSeen seen={asset.seen} />,
  },
  {
    id: 'condition',
    header: m.assets_condition(),
    width: 116,
    grow: 0,
    sortable: true,
    cell: ({ condition }) => <ConditionBadge condition={condition} />,
  },
];
