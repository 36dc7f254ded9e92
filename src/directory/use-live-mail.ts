import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from '#src/lib/events.ts';
import { noteChanger } from './changers.ts';
import { flash } from './flashes.ts';
import { mailKeys } from './mail-queries.ts';

/** Changes within this time are one: a check-in of fifty parcels asks once. */
const GATHER = 150;

/** Shows others' changes: what is on screen is asked for again, in place, and their rows light up. */
export function useLiveMail(ownId: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let changed = new Set<number>();
    let others = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    const run = async () => {
      running = true;
      timer = undefined;
      const [ids, lit] = [changed, others];
      [changed, others] = [new Set(), new Set()];
      await refresh(client, ids);
      flash(lit);
      running = false;
      // One refetch at a time: begun anew with every change, none would ever end on a busy day.
      if (changed.size > 0) schedule();
    };
    const schedule = () => {
      timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({
      changed: ({ topic, ids, by }) => {
        if (topic !== 'mail') return;
        if (by !== undefined) noteChanger(ids, by);
        for (const id of ids) {
          changed.add(id);
          if (by !== ownId) others.add(id);
        }
        if (!running) schedule();
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, ownId]);
}

function refresh(client: QueryClient, ids: ReadonlySet<number>) {
  return client.invalidateQueries({
    queryKey: mailKeys.all,
    predicate: ({ queryKey: [, kind, id] }) => kind !== 'item' || ids.has(id as number),
  });
}
