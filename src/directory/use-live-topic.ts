import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Change } from '#src/lib/events.ts';
import { listenForChanges } from '#src/lib/events.ts';

/** Reads again what begins with this key whenever somebody changes a record of the topic; the key is constant. */
export function useLiveTopic(topic: Change['topic'], queryKey: readonly unknown[]): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listenForChanges({
        changed: (change) => change.topic === topic && void client.invalidateQueries({ queryKey }),
        missed: () => {},
      }),
    [client, topic, queryKey],
  );
}
