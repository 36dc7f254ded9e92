import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from '#src/lib/events.ts';
import { placesKey, sittersKey } from './queries.ts';

/** Changes within this time are one: an import of a thousand rooms asks once. */
const GATHER = 300;

/** Shows others' changes of places, and of who sits where: what is on screen is asked for again, in place. */
export function useLivePlaces(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let all = false;
    let due = false;
    let running = false;
    const run = async () => {
      running = true;
      timer = undefined;
      const queryKey = all ? placesKey : sittersKey;
      [all, due] = [false, false];
      await client.invalidateQueries({ queryKey });
      running = false;
      // One refetch at a time: begun anew with every change of many, none would ever end.
      if (due) schedule();
    };
    const schedule = () => {
      timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic !== 'places' && topic !== 'users') return;
        all ||= topic === 'places';
        due = true;
        if (!running) schedule();
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
