import * as m from '#messages';
import type { Asset, AssetCondition } from '#contract/assets.ts';
import type { AssetBody } from '#src/directory/asset-api.ts';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { type AssetWhere, placeBody, whereOf } from '#src/directory/asset-place-field.tsx';

/** What the form of an asset holds. */
export type AssetFields = {
  model: { id: number; name: string } | null;
  /** '': goes by the name of its model. */
  name: string;
  localUID: string;
  serialNumber: string;
  where: AssetWhere;
  condition: AssetCondition;
  active: boolean;
  managed: boolean;
};
export const fieldNames = ['model', 'name', 'localUID', 'serialNumber', 'where', 'condition'] as const;

export const blankFields = (): AssetFields => ({
  model: null,
  name: '',
  localUID: '',
  serialNumber: '',
  where: { kind: 'room', room: null },
  condition: 'good',
  active: true,
  managed: false,
});
export const fieldsOf = (asset: Asset): AssetFields => ({
  model: { id: asset.model.id, name: asset.model.name },
  name: asset.name === asset.model.name ? '' : asset.name,
  localUID: asset.localUID ?? '',
  serialNumber: asset.serialNumber ?? '',
  where: whereOf(asset),
  condition: asset.condition,
  active: asset.active,
  managed: asset.managed,
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const text = (value: string) => value.trim() || null;

/** What is another than before, as it is sent; the model always where it is chosen anew. */
export function bodyOf(now: AssetFields, before: AssetFields): AssetBody {
  const is = (name: keyof AssetFields) => !same(now[name], before[name]);
  return {
    ...(is('model') && now.model && { model: { id: now.model.id } }),
    ...(is('name') && { name: text(now.name) }),
    ...(is('localUID') && { localUID: text(now.localUID) }),
    ...(is('serialNumber') && { serialNumber: text(now.serialNumber) }),
    ...(is('where') && placeBody(now.where)),
    ...(is('condition') && { condition: now.condition }),
    ...(is('active') && { active: now.active }),
    ...(is('managed') && { managed: now.managed }),
  };
}

const flag = (value: boolean) => (value ? m.assets_yes() : m.assets_no());
const whereWords = (where: AssetWhere) =>
  (where.kind === 'room' ? where.room?.name : where.kind === 'owner' ? where.owner?.name : undefined) ??
  m.assets_nowhere();

/** What differs between two states of an asset, in words. */
export function differences(
  before: AssetFields,
  now: AssetFields,
): { label: string; from: string; to: string }[] {
  const said: { name: keyof AssetFields; label: string; words: (fields: AssetFields) => string }[] = [
    { name: 'model', label: m.assets_model(), words: ({ model }) => model?.name ?? '' },
    { name: 'name', label: m.assets_name(), words: ({ name }) => name },
    { name: 'localUID', label: m.assets_local_uid(), words: ({ localUID }) => localUID },
    { name: 'serialNumber', label: m.assets_serial(), words: ({ serialNumber }) => serialNumber },
    { name: 'where', label: m.assets_place(), words: ({ where }) => whereWords(where) },
    {
      name: 'condition',
      label: m.assets_condition(),
      words: ({ condition }) => conditionLabels[condition](),
    },
    { name: 'active', label: m.assets_active(), words: ({ active }) => flag(active) },
    { name: 'managed', label: m.assets_managed(), words: ({ managed }) => flag(managed) },
  ];
  return said
    .filter(({ name }) => !same(before[name], now[name]))
    .map(({ label, words }) => ({ label, from: words(before) || '–', to: words(now) || '–' }));
}
