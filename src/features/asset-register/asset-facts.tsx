import type { ReactNode } from 'react';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { otherAttributes } from '#src/lib/other-attributes.ts';
import { Facts } from '#src/ui/facts.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './asset.module.css';

/** Attributes that the page tells; any other is listed after them. */
const known = [
  'name',
  'model',
  'managed',
  'active',
  'boxLength',
  'titleLocation',
  'localUID',
  'serialNumber',
  'room',
  'owner',
  'condition',
  'seen',
  'images',
];

/** What is known of an asset, one line each; what clients keep of their own comes last. */
export function AssetFacts({ asset }: { asset: Asset }) {
  const { model, seen } = asset;
  const facts: { label: string; value: ReactNode }[] = [
    { label: m.assets_place(), value: <Place asset={asset} /> },
    {
      label: m.assets_last_seen(),
      value: seen ? (
        <>
          <When ms={seen.at} />
          {seen.room && <bdi> · {seen.room.name}</bdi>}
          <span className={classes.dim}> {m.assets_seen_by({ name: seen.by.name })}</span>
        </>
      ) : (
        m.assets_never_seen()
      ),
    },
    { label: m.assets_model(), value: model.name },
    {
      label: m.assets_manufacturer(),
      value: [model.manufacturer, model.modelNumber].filter(Boolean).join(' · '),
    },
    { label: m.assets_type(), value: model.type.name },
    { label: m.assets_serial(), value: asset.serialNumber },
    { label: m.assets_local_uid(), value: asset.localUID },
    { label: m.assets_managed(), value: asset.managed ? m.assets_yes() : undefined },
    { label: m.assets_box_length(), value: asset.boxLength },
    { label: m.assets_title_location(), value: asset.titleLocation },
    ...otherAttributes(asset, known),
    { label: m.assets_added(), value: formatDateTime(asset.dateCreated) },
    { label: m.assets_changed(), value: formatDateTime(asset.dateUpdated) },
  ];
  return <Facts facts={facts} />;
}

function Place({ asset: { room, owner } }: { asset: Asset }) {
  if (owner)
    return (
      <TextLink to="/people/$userId" params={{ userId: owner.id }} size="sm">
        <bdi>{owner.name}</bdi>
      </TextLink>
    );
  if (!room) return m.assets_nowhere();
  return (
    <>
      <TextLink to="/spaces/$roomId" params={{ roomId: room.id }} size="sm">
        <bdi>{room.name}</bdi>
      </TextLink>
      <span className={classes.dim}> {[room.floor.name, room.floor.building.name].join(' · ')}</span>
    </>
  );
}
