import { useCallback, useState } from 'react';
import { readStored, writeStored } from '#src/lib/storage.ts';

const MOST = 20_000;
const areIds = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length <= MOST && value.every((id) => Number.isSafeInteger(id));

/**
 * Which items of a category are open, kept on this device: an address with thousands of them would be none.
 * @returns undefined for a category that was never opened here
 */
export function useExpanded(category: number) {
  const key = `cost-centers.${category}`;
  const [expanded, setExpanded] = useState<ReadonlySet<number> | undefined>(() => {
    const stored = readStored<number[] | undefined>(key, areIds, undefined);
    return stored && new Set(stored);
  });
  const change = useCallback(
    (next: ReadonlySet<number>) => {
      setExpanded(next);
      writeStored(key, [...next]);
    },
    [key],
  );
  return [expanded, change] as const;
}
