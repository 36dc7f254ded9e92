import { useState } from 'react';
import { readStored, writeStored } from '#src/lib/storage.ts';
import { filtersOf, type MailFilters, readMailSearch } from './filters.ts';

export type SavedFilter = { name: string; filters: MailFilters };
const keyOf = (userId: number) => `mail-desk.filters.${userId}`;

const isList = (value: unknown): value is { name: string; filters: Record<string, unknown> }[] =>
  Array.isArray(value) &&
  value.every(
    (one) => typeof one?.name === 'string' && typeof one.filters === 'object' && one.filters !== null,
  );

/** A person's named filters, kept on this device. Saving under a known name replaces it. */
export function useSavedFilters(userId: number) {
  const [saved, setSaved] = useState<readonly SavedFilter[]>(() =>
    // Read like an address: an older version may have written them.
    readStored(keyOf(userId), isList, []).map(({ name, filters }) => ({
      name,
      filters: filtersOf(readMailSearch(filters)),
    })),
  );
  const keep = (next: readonly SavedFilter[]) => {
    writeStored(keyOf(userId), next);
    setSaved(next);
  };
  return {
    saved,
    save: (name: string, filters: MailFilters) =>
      keep(
        [...saved.filter((one) => one.name !== name), { name, filters }].sort((a, b) =>
          a.name.localeCompare(b.name),
        ),
      ),
    remove: (name: string) => keep(saved.filter((one) => one.name !== name)),
  };
}
