import { useMemo, useState } from 'react';
import type { ServiceRequest } from '#contract/service-requests.ts';

/** Which of the requests on screen are chosen; what has left the list is no longer. */
export function useChosen(requests: readonly ServiceRequest[]) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => requests.filter(({ id }) => chosen.has(String(id))), [requests, chosen]);
  const selection = useMemo(() => new Set(selected.map(({ id }) => String(id))), [selected]);
  return { selected, selection, choose, clear: () => choose(new Set()) };
}
