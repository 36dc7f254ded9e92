import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ChartPerson } from '#contract/people.ts';
import { chartRows } from './chart-rows.ts';
import { reportsOptions, topsOptions, wayUpOptions } from './queries.ts';
import type { ChartSearch } from './search.ts';

const NOBODY: ChartPerson[] = [];

/**
 * The tree as far as it is open. Reports are asked for when somebody is opened; whoever the address names is shown
 * with the way up to them.
 */
export function useChart({ root, person }: ChartSearch) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  // Another person looked for is shown even below somebody who was closed by hand.
  const [shown, setShown] = useState(person);
  if (shown !== person) {
    setShown(person);
    setClosed(new Set());
  }
  const tops = useQuery({ ...topsOptions, enabled: root === undefined });
  const above = useQuery({ ...wayUpOptions(root ?? 0), enabled: root !== undefined });
  const way = useQuery({ ...wayUpOptions(person ?? 0), enabled: person !== undefined });
  const begin = useMemo(() => {
    if (root !== undefined) return above.data?.slice(-1) ?? NOBODY;
    // Whoever has neither manager nor reports stands beside the tree; looked for, they are shown all the same.
    const first = way.data?.[0];
    const known = tops.data ?? NOBODY;
    return first && tops.data && !known.some(({ id }) => id === first.id) ? [first, ...known] : known;
  }, [root, above.data, tops.data, way.data]);

  // One top is open from the start, and so is the way to the person that the address names.
  const expanded = useMemo(() => {
    const all = new Set(opened);
    if (begin.length === 1) all.add(begin[0]!.id);
    for (const { id } of way.data?.slice(0, -1) ?? []) all.add(id);
    for (const id of closed) all.delete(id);
    return all;
  }, [opened, closed, begin, way.data]);

  const asked = [...expanded];
  const levels = useQueries({ queries: asked.map((id) => reportsOptions(id)) });
  const below = new Map(asked.map((id, at) => [id, levels[at]]));
  const rows = chartRows(begin, expanded, (id) => below.get(id)?.data);

  return {
    rows,
    /** The managers above the first row, from the top down. */
    above: (root === undefined ? undefined : above.data?.slice(0, -1)) ?? NOBODY,
    pending: root === undefined ? tops.isPending : above.isPending,
    error: root === undefined ? tops.error : above.error,
    wayError: way.error,
    found: way.data?.at(-1)?.id,
    levelOf: (id: number) => below.get(id),
    open: (ids: readonly number[]) => {
      setOpened((before) => new Set([...before, ...ids]));
      setClosed((before) => new Set([...before].filter((id) => !ids.includes(id))));
    },
    close: (id: number) => {
      setOpened((before) => new Set([...before].filter((one) => one !== id)));
      setClosed((before) => new Set([...before, id]));
    },
    retry: () => void client.refetchQueries({ queryKey: topsOptions.queryKey.slice(0, 1), type: 'active' }),
  };
}
export type Chart = ReturnType<typeof useChart>;
