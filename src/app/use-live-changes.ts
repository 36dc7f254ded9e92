import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meOptions } from '#src/directory/me.ts';
import { sessionExpired } from '#src/lib/connection.ts';
import { listenForChanges, startEvents } from '#src/lib/events.ts';
import { useStore } from '#src/lib/store.ts';

/**
 * Keeps the stream of others' changes open while somebody is signed in. Features listen for their topics
 * with `listenForChanges`; after a gap everything on screen is asked for again, here, for all of them.
 */
export function useLiveChanges(): void {
  const queryClient = useQueryClient();
  const expired = useStore(sessionExpired);
  useEffect(() => {
    if (expired) return;
    const unlisten = listenForChanges({
      changed: () => {},
      missed: () => void queryClient.invalidateQueries(),
    });
    // An ordinary call tells a lost session (401) from a lost server; both are shown elsewhere.
    const probe = () => void queryClient.refetchQueries({ queryKey: meOptions.queryKey });
    const stop = startEvents(probe);
    return () => {
      unlisten();
      stop();
    };
  }, [queryClient, expired]);
}
