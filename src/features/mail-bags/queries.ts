import { mutationOptions, type QueryClient, queryOptions, useMutation } from '@tanstack/react-query';
import { refreshMail } from '#src/directory/mail-cache.ts';
import { mailKeys } from '#src/directory/mail-queries.ts';
import {
  type BagWithItems,
  createBag,
  fetchBag,
  fetchBags,
  putIn,
  receiveBag,
  sendBag,
  takeOut,
} from './api.ts';
import type { BagState } from './search.ts';

const bagsKey = [...mailKeys.all, 'bags'] as const;

export const bagsOptions = (state: BagState) =>
  queryOptions({ queryKey: [...bagsKey, state], queryFn: ({ signal }) => fetchBags(state, signal) });
export const bagOptions = (id: number) =>
  queryOptions({ queryKey: [...bagsKey, id], queryFn: ({ signal }) => fetchBag(id, signal) });

const show = (client: QueryClient, bag: BagWithItems) =>
  client.setQueryData(bagOptions(bag.id).queryKey, bag);

const createOptions = mutationOptions({
  mutationFn: ({ from, to, key }: { from: number; to: number; key: string }) => createBag(from, to, key),
  onSuccess: (bag, _asked, _before, { client }) => {
    show(client, bag);
    return refreshMail(client);
  },
});
export const useCreateBag = () => useMutation(createOptions);

export type BagChange =
  | { kind: 'put' | 'take'; id: number; items: readonly number[] }
  | { kind: 'send'; id: number }
  | { kind: 'receive'; id: number; found?: readonly number[] };

function change(asked: BagChange): Promise<BagWithItems> {
  if (asked.kind === 'send') return sendBag(asked.id);
  if (asked.kind === 'receive') return receiveBag(asked.id, asked.found);
  return asked.kind === 'put' ? putIn(asked.id, asked.items) : takeOut(asked.id, asked.items);
}
const changeOptions = mutationOptions({
  mutationFn: change,
  // One after the other: a quick hand scans the next parcel before the last is in.
  scope: { id: 'mail-bag' },
  onSuccess: (bag, _asked, _before, { client }) => show(client, bag),
  onSettled: (_bag, _error, _asked, _before, { client }) => refreshMail(client),
});
export const useBagChange = () => useMutation(changeOptions);
