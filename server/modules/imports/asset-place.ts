import type { Tx } from '#server/lib/database.ts';
import { openOwners, ownerFields } from './asset-owners.ts';
import type { AssetLine } from './asset-rows.ts';
import { openSpaces, type SpaceKeys } from './asset-spaces.ts';
import type { Problems } from './plan.ts';

/** Folded words of a row. */
export type PlaceKeys = SpaceKeys & Record<(typeof ownerFields)[number], string | undefined>;
type Place = { owner?: { id: number }; room?: { id: number } };

/**
 * Finds where assets are. With both an owner and a space the owner counts, and that is told; whom or what there is
 * not is refused, or left out and told.
 */
export async function openPlaces(tx: Tx, lines: readonly AssetLine[], keys: readonly PlaceKeys[]) {
  const filled = (words: readonly (string | undefined)[]) => [
    ...new Set(words.filter((word) => word !== undefined)),
  ];
  const ownerOf = await openOwners(tx, filled(keys.flatMap((key) => ownerFields.map((field) => key[field]))));
  const spaceOf = await openSpaces(
    tx,
    filled(keys.flatMap(({ space, location }) => [space, location])),
    lines.flatMap(({ words }) => words.spaceId ?? []),
  );
  /** undefined when the row is refused. @param now where the asset is */
  return (
    { row, words }: AssetLine,
    key: PlaceKeys,
    now: { room: number | null; owner: number | null } | undefined,
    found: Problems,
    notices: Problems,
  ): Place | undefined => {
    const refusing = words.unknownPlaces === 'refuse';
    const doubt = (field: string, message: string) => {
      if (refusing) found.add(row, field, message, { problem: 'unknown' });
      else notices.add(row, field, `${message.split(';')[0]}; left out`, { problem: 'unknown' });
    };
    const who = ownerFields.find((field) => key[field] !== undefined);
    const owner = who && ownerOf(who, key[who]!, words[who]!, now?.owner ?? null);
    if (typeof owner === 'number') {
      const field = (['space', 'location'] as const).find((one) => key[one] !== undefined);
      if (field)
        notices.add(
          row,
          field,
          `“${words[field]}” is left out: an asset with an owner is where the owner is`,
        );
      return { owner: { id: owner } };
    }
    if (owner) doubt(who, owner.message);
    const room = spaceOf(key, words, now?.room ?? null);
    if (typeof room === 'object') doubt(room.field, room.message);
    if (refusing && (owner || typeof room === 'object')) return undefined;
    return typeof room === 'number' ? { room: { id: room } } : {};
  };
}
