import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from '#src/lib/events.ts';
import { peopleKey } from './queries.ts';

/** Changes within this time are one: an import of hundreds of people asks once. */
const GATHER = 300;

/** Shows what others change about people while the page is open. */
export function useLivePeople(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic !== 'users') return;
        timer ??= setTimeout(() => {
          timer = undefined;
          void client.invalidateQueries({ queryKey: peopleKey });
        }, GATHER);
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
