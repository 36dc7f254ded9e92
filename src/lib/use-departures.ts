import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Calls back with what has left a list since it was last drawn. Another `list` begins anew, and so does one
 * that was not loaded (undefined) before.
 */
export function useDepartures<T extends { id: number }>(
  list: unknown,
  rows: readonly T[] | undefined,
  onDepart: (gone: readonly T[]) => void,
): void {
  const before = useRef<{ list: unknown; rows: readonly T[] | undefined }>(undefined);
  const tell = useEffectEvent(onDepart);
  useEffect(() => {
    const known = before.current && before.current.list === list ? before.current.rows : undefined;
    before.current = { list, rows };
    if (!known || !rows) return;
    const here = new Set(rows.map(({ id }) => id));
    const gone = known.filter(({ id }) => !here.has(id));
    if (gone.length > 0) tell(gone);
  }, [list, rows]);
}
