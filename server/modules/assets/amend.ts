import type { AssetEdit } from '#contract/assets.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import { openAttributes } from '#server/lib/open-attributes.ts';
import type { NewAssetEvent } from './history.ts';
import { inUse, type AssetRow } from './write-repository.ts';

const plain = [
  'managed',
  'active',
  'condition',
  'name',
  'boxLength',
  'titleLocation',
  'localUID',
  'serialNumber',
] as const;
/** What is ours; any other attribute is kept as it was sent. */
const known = [...plain, 'model', 'room', 'owner', 'seen', 'images'];
/** Of these names those under which an attribute of one's own can be kept. */
export const ownAttributes = (names: readonly string[]): Set<string> =>
  new Set(
    names.filter((name) => !known.includes(name) && !['id', 'dateCreated', 'dateUpdated'].includes(name)),
  );

export const blank: AssetRow = {
  model: 0,
  room: null,
  owner: null,
  managed: false,
  active: true,
  condition: 'good',
  name: null,
  boxLength: null,
  titleLocation: null,
  localUID: null,
  serialNumber: null,
  attributes: {},
};

/** In a space or with an owner, never both: setting one drops the other; with both the owner counts. */
function placed({ room, owner }: Pick<AssetRow, 'room' | 'owner'>, edit: Pick<AssetEdit, 'room' | 'owner'>) {
  if (edit.owner) return { room: null, owner: edit.owner.id };
  if (edit.room) return { room: edit.room.id, owner: null };
  return { room: edit.room === null ? null : room, owner: edit.owner === null ? null : owner };
}

/** The asset as the edit leaves it. @throws 400 for unknown attributes that are too long */
export function amended(before: AssetRow, edit: AssetEdit): AssetRow {
  const { set, unset } = openAttributes(edit, known);
  const attributes = Object.fromEntries(
    Object.entries({ ...before.attributes, ...set }).filter(([name]) => !unset.includes(name)),
  );
  const sent = Object.fromEntries(
    plain.flatMap((name) => (edit[name] === undefined ? [] : [[name, edit[name]]])),
  ) as Partial<AssetRow>;
  const name = edit.name === undefined ? before.name : edit.name?.trim() ? edit.name : null;
  const after = { ...before, ...sent, name, ...placed(before, edit), attributes };
  return edit.model ? { ...after, model: edit.model.id } : after;
}

const conditionLine = (before: AssetRow, after: AssetRow): NewAssetEvent['kind'] | undefined => {
  if (before.condition === after.condition) return undefined;
  if (after.condition !== 'good') return after.condition;
  return before.condition === 'lost' ? 'found' : undefined;
};

/** What is another than before, for the history. */
export function linesOf(
  asset: number,
  before: AssetRow,
  after: AssetRow,
  note?: string | null,
): NewAssetEvent[] {
  const lines: NewAssetEvent[] = [];
  const differ = (name: keyof AssetRow) => before[name] !== after[name];
  const state = conditionLine(before, after);
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  const fields = [
    ...(['model', ...plain] as const).filter((name) => differ(name) && !(name === 'condition' && state)),
    ...[...names].filter(
      (name) => JSON.stringify(before.attributes[name]) !== JSON.stringify(after.attributes[name]),
    ),
  ];
  if (fields.length > 0) lines.push({ asset, kind: 'changed', fields });
  if (state) lines.push({ asset, kind: state, note });
  if (differ('room') || differ('owner'))
    lines.push({
      asset,
      kind: 'placed',
      from: { room: before.room, owner: before.owner },
      to: { room: after.room, owner: after.owner },
      note,
    });
  return lines;
}

type Wanted = { path: string; edit: AssetEdit; before?: AssetRow | undefined };
const called = { model: 'asset model', room: 'space', owner: 'person' } as const;
/**
 * That what these edits refer to is there; what an asset has already may be gone by now.
 * @throws 400 naming the attribute
 */
export async function checkReferences(
  tx: Tx,

  wanted: readonly Wanted[],
): Promise<void> {
  for (const what of ['model', 'room', 'owner'] as const) {
    const fresh = wanted.filter(({ edit, before }) => edit[what] && edit[what].id !== before?.[what]);
    const there = await inUse(tx, what, [...new Set(fresh.map(({ edit }) => edit[what]!.id))]);
    for (const { path, edit } of fresh)
      if (!there.has(edit[what]!.id))
        throw invalid(
          `${path}${what}`,
          `names no ${called[what]} of your organisation (id ${edit[what]!.id})`,
        );
  }
}
