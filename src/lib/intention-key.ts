import { useRef } from 'react';
import { randomKey } from './random-key.ts';

/**
 * Keys for `Idempotency-Key`: the same key as long as the same body is tried again, a new one for another
 * body or after `settle`. A reply that was lost on its way can then be asked for again without doing the
 * thing twice.
 */
export function useIntentionKey() {
  const last = useRef<{ body: string; key: string }>(undefined);
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body);
      if (last.current?.body !== text) last.current = { body: text, key: randomKey() };
      return last.current.key;
    },
    settle: () => {
      last.current = undefined;
    },
  };
}
