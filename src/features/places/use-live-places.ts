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
    const run = () => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: all ? placesKey : sittersKey });
      all = false;
    };
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic !== 'places' && topic !== 'users') return;
        all ||= topic === 'places';
        timer ??= setTimeout(run, GATHER);
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
