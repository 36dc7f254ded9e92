import { readStored, removeStored, writeStored } from '#src/lib/storage.ts';

type Old = { name: string; filters: Record<string, unknown> };
const isList = (value: unknown): value is Old[] =>
  Array.isArray(value) &&
  value.every(
    (one) => typeof one?.name === 'string' && typeof one.filters === 'object' && one.filters !== null,
  );
const keyOf = (view: string, userId: number) => `${view}.filters.${userId}`;
const underWay = new Set<string>();

/** Filters of a view that an earlier version kept on this device alone. */
export const oldFilters = (view: string, userId: number): readonly Old[] =>
  readStored(keyOf(view, userId), isList, []);

/**
 * Brings them to where all devices have them, once: what has arrived is forgotten here, so that it does not come back
 * when it is deleted later. Of one name, what is there already stays.
 */
export async function bringOver(
  view: string,
  userId: number,
  there: readonly { name: string }[],
  save: (one: Old) => Promise<unknown>,
): Promise<void> {
  const key = keyOf(view, userId);
  if (underWay.has(key)) return;
  underWay.add(key);
  try {
    const known = new Set(there.map(({ name }) => name.toLowerCase()));
    let left = oldFilters(view, userId);
    while (left.length > 0) {
      const [one, ...others] = left as [Old, ...Old[]];
      if (!known.has(one.name.trim().toLowerCase())) await save(one);
      left = others;
      if (left.length > 0) writeStored(key, left);
      else removeStored(key);
    }
  } catch {
    // They stay on this device, and are brought over another time.
  } finally {
    underWay.delete(key);
  }
}
