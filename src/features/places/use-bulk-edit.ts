import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Room, RoomEdit } from '#contract/places.ts';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { changePlace } from './api.ts';
import { placeOptions, placesKey } from './queries.ts';

export type Refused = { space: Room; reason: string };
export type BulkProgress = { done: number; total: number; refused: Refused[]; running: boolean };

/**
 * Makes the same change to many spaces, one after the other. Each is whole or untouched; a refusal does not stop
 * the others, but without a connection or a session the rest is not tried and counts as refused.
 */
export function useBulkEdit() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress>();
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const run = async (spaces: readonly Room[], body: RoomEdit): Promise<Refused[]> => {
    stopped.current = false;
    const refused: Refused[] = [];
    const tell = (done: number, running: boolean) =>
      setProgress({ done, total: spaces.length, refused: [...refused], running });
    tell(0, true);
    let cut: string | undefined;
    for (const [at, space] of spaces.entries()) {
      if (stopped.current) cut ??= m.places_bulk_stopped();
      if (cut !== undefined) {
        refused.push({ space, reason: cut });
        continue;
      }
      try {
        const saved = await changePlace('room', space.id, body);
        client.setQueryData(placeOptions('room', saved.id).queryKey, saved);
      } catch (error) {
        const reason = error instanceof Error ? error.message : m.shell_error_unknown();
        refused.push({ space, reason });
        if (error instanceof ApiError && [0, 401, 403].includes(error.status)) cut = reason;
      }
      tell(at + 1, true);
    }
    tell(spaces.length, false);
    await client.invalidateQueries({ queryKey: placesKey });
    return refused;
  };
  return {
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
    forget: () => setProgress(undefined),
  };
}
