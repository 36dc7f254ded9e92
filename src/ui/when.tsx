import { useSyncExternalStore } from 'react';
import { formatDateTime, formatRelative } from '#src/lib/dates.ts';

/** One clock for all moments on the page, which ticks only while there are some. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, 60_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** "3h ago", kept right while the page stays open, with the full moment on hover. Epoch milliseconds. */
export function When({ ms }: { ms: number }) {
  const current = useSyncExternalStore(subscribe, () => now);
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms)}>
      {formatRelative(ms, current)}
    </time>
  );
}
