import { mutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CategoryTree, MemberEdit } from '#contract/cost-centers.ts';
import * as api from './api.ts';
import { moveIn, type Place } from './moves.ts';
import { costKeys, refreshCosts } from './queries.ts';

export type Move = {
  category: number;
  id: number;
  place: Place;
  done?: () => void;
  failed: (error: Error) => void;
};
const mutationKey = [...costKeys.all, 'move'];
const moveOptions = mutationOptions({
  mutationKey,
  // One after the other: each was chosen on the tree that the one before leaves.
  scope: { id: 'cost-centers-move' },
  mutationFn: ({ id, place }: Move) => api.moveItem(id, place),
  onMutate: async ({ category, id, place }, { client }) => {
    const queryKey = costKeys.tree(category);
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData<CategoryTree>(queryKey);
    if (before) client.setQueryData(queryKey, moveIn(before, id, place));
    return () => client.setQueryData(queryKey, before);
  },
  onSuccess: (_item, { done }) => done?.(),
  onError: (error, { failed }, restore) => {
    restore?.();
    failed(error);
  },
  // While others wait, the server's tree would show them where they were.
  onSettled: (_item, _error, _move, _restore, { client }) =>
    client.isMutating({ mutationKey }) === 1 ? refreshCosts(client) : undefined,
});
/** The tree shows the move at once; a refused one goes back. */
export const useMoveItem = () => useMutation(moveOptions);

/** A write after which everything about cost centers is read again, also when it was refused. */
function useWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => refreshCosts(client) });
}

type Writing<T> = { id: number; body: T } | { id?: undefined; body: T; key: string };
type WritingItem = { id: number; body: api.ItemText } | { id?: undefined; body: api.NewItem; key: string };
export const useWriteItem = () =>
  useWrite((writing: WritingItem) =>
    writing.id === undefined
      ? api.addItem(writing.body, writing.key)
      : api.changeItem(writing.id, writing.body),
  );
export const useDeleteItem = () => useWrite(api.deleteItem);

export const useWriteCategory = () =>
  useWrite((writing: Writing<api.CategoryText>) =>
    writing.id === undefined
      ? api.addCategory(writing.body, writing.key)
      : api.changeCategory(writing.id, writing.body),
  );
export const useDeleteCategory = () => useWrite(api.deleteCategory);

export const useWriteDepth = () =>
  useWrite((writing: Writing<api.DepthText>) =>
    writing.id === undefined
      ? api.addDepth(writing.body, writing.key)
      : api.changeDepth(writing.id, writing.body),
  );
export const useDeleteDepth = () => useWrite(api.deleteDepth);

type MemberWriting = { item: number; of: 'users' | 'rooms'; edit: MemberEdit };
/** What it did can be undone: the way back must not wait for everything to be read again. */
export function useChangeMembers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ item, of, edit }: MemberWriting) => api.changeMembers(item, of, edit),
    onSettled: () => void refreshCosts(client),
  });
}
