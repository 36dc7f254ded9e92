import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import * as m from '#messages';
import type { SavedFilter as Kept } from '#contract/saved-filters.ts';
import { notify } from '#src/ui/notify.ts';
import { bringOver, oldFilters } from './old-filters.ts';
import { deleteFilter, fetchSavedFilters, saveFilter } from './saved-filter-api.ts';
import { useLiveTopic } from './use-live-topic.ts';

export type SavedFilter<Filters> = { id: number; name: string; filters: Filters };
const key = ['saved-filters'] as const;
/** Stands for one whose number the server has yet to say. */
const UNSAVED = 0;

const optionsOf = (view: string) =>
  queryOptions({
    queryKey: [...key, view],
    queryFn: ({ signal }) => fetchSavedFilters(view, signal),
    staleTime: 5 * 60_000,
  });
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const sorted = (list: readonly Kept[]) => list.toSorted((a, b) => a.name.localeCompare(b.name));

/**
 * A person's named filters of a view, on every device the same. Saving under a known name replaces it.
 * @param read as of an address: an older version may have written them
 * @param wanted whether they are on screen; before that nobody asks for them
 */
export function useSavedFilters<Filters extends object>(
  view: string,
  userId: number,
  read: (raw: Record<string, unknown>) => Filters,
  wanted: boolean,
) {
  const client = useQueryClient();
  const options = optionsOf(view);
  const [old] = useState(() => oldFilters(view, userId).length > 0);
  const { data, error, isPending, refetch } = useQuery({ ...options, enabled: wanted || old });
  useLiveTopic('filters', key);

  /** Shows at once what will be; takes it back when the server says no. */
  const changing = async (change: (list: readonly Kept[]) => Kept[]) => {
    await client.cancelQueries({ queryKey: options.queryKey });
    const before = client.getQueryData(options.queryKey);
    client.setQueryData(options.queryKey, change(before ?? []));
    return () => client.setQueryData(options.queryKey, before);
  };
  const failed = (problem: Error, _input: unknown, takeBack?: () => void) => {
    takeBack?.();
    notify({ message: problem.message, tone: 'danger' });
  };
  const readAgain = () => client.invalidateQueries({ queryKey: options.queryKey });
  const saving = useMutation({
    mutationFn: ({ name, filters }: { name: string; filters: object }) =>
      // What an address holds, without what it leaves out.
      saveFilter({ view, name, filters: JSON.parse(JSON.stringify(filters)) }),
    onMutate: ({ name, filters }) =>
      changing((list) => {
        const now = Date.now();
        const one = { id: UNSAVED, view, name, filters: { ...filters }, dateCreated: now, dateUpdated: now };
        return sorted([...list.filter((other) => !same(other.name, name)), one]);
      }),
    onError: failed,
    onSettled: readAgain,
  });
  const removing = useMutation({
    mutationFn: ({ id }: SavedFilter<Filters>) => deleteFilter(id),
    onMutate: ({ id }) => changing((list) => list.filter((other) => other.id !== id)),
    onSuccess: (_answer, { name, filters }) =>
      notify({
        message: m.mail_saved_deleted({ name }),
        undo: () => saving.mutate({ name, filters }),
      }),
    onError: failed,
    onSettled: readAgain,
  });

  const bring = useEffectEvent((there: readonly Kept[]) => {
    void bringOver(view, userId, there, ({ name, filters }) =>
      saving.mutateAsync({ name, filters: read(filters) }),
    );
  });
  useEffect(() => {
    if (old && data) bring(data);
  }, [old, data]);

  return {
    saved: (data ?? []).map(({ id, name, filters }) => ({ id, name, filters: read(filters) })),
    /** While nothing is known yet. */
    loading: isPending && !error,
    problem: data ? undefined : error?.message,
    tryAgain: () => void refetch(),
    save: (name: string, filters: Filters) => saving.mutate({ name, filters }),
    remove: (one: SavedFilter<Filters>) => removing.mutate(one),
    /** Whether the server knows of it, so that it can be deleted. */
    isKept: ({ id }: SavedFilter<Filters>) => id !== UNSAVED,
  };
}
