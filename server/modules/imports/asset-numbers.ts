import type { AssetEdit } from '#contract/assets.ts';
import type { Tx } from '#server/lib/database.ts';
import {
  findBearing,
  standing,
  unnumbered,
  type AssetRow,
  type Standing,
} from '#server/modules/assets/service.ts';
import { groupBy } from './plan.ts';

/** The assets of these folded local ids and serial numbers. */
export async function openNumbers(tx: Tx, uids: readonly string[], serials: readonly string[]) {
  const bearing = await findBearing(tx, { uids, serials });
  const assets = await standing(tx, [...new Set(bearing.map(({ id }) => id))]);
  const byUid = new Map(bearing.flatMap(({ id, uid }) => (uid === null ? [] : [[uid, id]])));
  const bySerial = groupBy(bearing, ({ serial }) => serial);
  return {
    withUid: (key: string | undefined): Standing | undefined =>
      key === undefined ? undefined : assets.get(byUid.get(key) ?? 0),
    withSerial: (key: string | undefined): Standing[] =>
      key === undefined ? [] : (bySerial.get(key) ?? []).flatMap(({ id }) => assets.get(id) ?? []),
  };
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);
const valueOf = (asset: AssetRow, name: string): unknown => {
  const value = name in asset ? asset[name as keyof AssetRow] : asset.attributes[name];
  return trimmed(value ?? null);
};
/** Whether an asset stands as a row says: blanks around a text do not count, for no cell has them. */
export const asSaid = (asset: AssetRow, said: readonly string[], after: AssetRow): boolean =>
  said.every((name) => JSON.stringify(valueOf(asset, name)) === JSON.stringify(valueOf(after, name)));
/** What a row says something of, as attributes of what is kept. */
export const saidBy = (edit: AssetEdit): string[] => [
  ...new Set(
    Object.keys(edit).flatMap((name) => (name === 'room' || name === 'owner' ? ['room', 'owner'] : name)),
  ),
];

/**
 * Assets without a number are known by all that a row says of them, each for one row: as many such rows as the
 * register has assets that stand so are there already.
 */
export async function openUnnumbered(tx: Tx, models: readonly number[]) {
  const assets = models.length === 0 ? [] : await unnumbered(tx, models);
  const keyed = new Map<string, Map<string, Standing[]>>();
  const taken = new Set<number>();
  const keyOf = (asset: AssetRow, said: readonly string[]) =>
    JSON.stringify(said.map((name) => valueOf(asset, name)));
  return (said: readonly string[], after: AssetRow): Standing | undefined => {
    const shape = JSON.stringify(said);
    let byKey = keyed.get(shape);
    if (!byKey) {
      byKey = new Map();
      for (const asset of assets.toReversed()) {
        const key = keyOf(asset, said);
        const same = byKey.get(key);
        if (same) same.push(asset);
        else byKey.set(key, [asset]);
      }
      keyed.set(shape, byKey);
    }
    const some = byKey.get(keyOf(after, said)) ?? [];
    for (let one = some.pop(); one; one = some.pop())
      if (!taken.has(one.id)) {
        taken.add(one.id);
        return one;
      }
    return undefined;
  };
}
