import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { home } from '#contract/home.ts';
import { type Change, listenForChanges } from '#src/lib/events.ts';
import { http } from '#src/lib/http.ts';

const homeKey = ['home'] as const;
/**
 * Everything on the page, in one answer. It hears of changes only while it is open: whoever comes back from another
 * page, where they have asked for something, has it read again.
 */
export const homeOptions = queryOptions({
  queryKey: homeKey,
  staleTime: 1000,
  queryFn: ({ signal }) => http('GET', '/home', { reply: home, signal }),
});

const topics: ReadonlySet<Change['topic']> = new Set([
  'reservations',
  'mail',
  'service',
  'moves',
  'assets',
  'asset-audits',
  'asset-loans',
  'leaves',
]);
/** Changes within this time are one, ms: a busy mail desk says something with every scan. */
const GATHER = 600;

/** Reads the page again when something that it tells of has changed; one question at a time. */
export function useLiveHome(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [running, again] = [false, false];
    const run = async () => {
      timer = undefined;
      running = true;
      await client.invalidateQueries({ queryKey: homeKey });
      running = false;
      if (again) schedule();
    };
    const schedule = () => {
      again = running;
      if (!running) timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({
      changed: ({ topic }) => topics.has(topic) && schedule(),
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
