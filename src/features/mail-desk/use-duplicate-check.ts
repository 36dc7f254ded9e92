import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { trackingKey } from '#contract/tracking-number.ts';
import type { Store } from '#src/lib/store.ts';
import { alreadyHere, changeRow, type Draft } from './draft.ts';
import { openOptions } from './queries.ts';

/** Looks whether a number is at the desk already and marks its row; scanning goes on meanwhile. True when it is. */
export function useDuplicateCheck(store: Store<Draft>) {
  const client = useQueryClient();
  return useCallback(
    async (key: string, number: string): Promise<boolean> => {
      try {
        const found = await client.query(openOptions({ search: number.slice(0, 200) }));
        const item = found.find((open) => trackingKey(open.trackingNumber ?? '') === trackingKey(number));
        if (item) store.set(changeRow(store.get(), key, { already: alreadyHere(item) }));
        return item?.currentQueue === 'IN';
      } catch {
        // Nothing is lost: the check-in itself tells of duplicates and adds none.
        return false;
      }
    },
    [client, store],
  );
}
