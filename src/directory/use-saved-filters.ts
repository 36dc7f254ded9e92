import { useState } from 'react';
import { readStored, writeStored } from '#src/lib/storage.ts';

export type SavedFilter<Filters> = { name: string; filters: Filters };

const isList = (value: unknown): value is { name: string; filters: Record<string, unknown> }[] =>
  Array.isArray(value) &&
  value.every(
    (one) => typeof one?.name === 'string' && typeof one.filters === 'object' && one.filters !== null,
  );

/**
 * A person's named filters of a view, kept on this device. Saving under a known name replaces it.
 * @param read as of an address: an older version may have written them
 */
export function useSavedFilters<Filters>(
  view: string,
  userId: number,
  read: (raw: Record<string, unknown>) => Filters,
) {
  const key = `${view}.filters.${userId}`;
  const [saved, setSaved] = useState<readonly SavedFilter<Filters>[]>(() =>
    readStored(key, isList, []).map(({ name, filters }) => ({ name, filters: read(filters) })),
  );
  const keep = (next: readonly SavedFilter<Filters>[]) => {
    writeStored(key, next);
    setSaved(next);
  };
  return {
    saved,
    save: (name: string, filters: Filters) =>
      keep(
        [...saved.filter((one) => one.name !== name), { name, filters }].sort((a, b) =>
          a.name.localeCompare(b.name),
        ),
      ),
    remove: (name: string) => keep(saved.filter((one) => one.name !== name)),
  };
}
