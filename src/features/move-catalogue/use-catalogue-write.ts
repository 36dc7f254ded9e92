import { useMutation, useQueryClient } from '@tanstack/react-query';
import { moveCatalogueKey, movesKey } from '#src/directory/move-queries.ts';

/** A write of types or tasks, after which they and the moves that show them are read again. */
export function useCatalogueWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: moveCatalogueKey }),
        client.invalidateQueries({ queryKey: movesKey }),
      ]),
  });
}
