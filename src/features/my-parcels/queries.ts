import { infiniteQueryOptions, mutationOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { MailItem } from '#contract/mail.ts';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { refreshMail } from '#src/directory/mail-cache.ts';
import {
  fetchDelivered,
  fetchOpen,
  type Forward,
  forwardItem,
  type Hold,
  holdItem,
  PAGE,
  releaseItem,
} from './api.ts';

const mineKey = [...mailKeys.all, 'mine'] as const;

/** The caller's parcels that are not delivered yet, newest first. */
export const openParcelsOptions = queryOptions({
  queryKey: [...mineKey, 'open'],
  queryFn: ({ signal }) => fetchOpen(signal),
});
export const deliveredParcelsOptions = infiniteQueryOptions({
  queryKey: [...mineKey, 'delivered'],
  queryFn: ({ pageParam, signal }) => fetchDelivered(pageParam, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
});
export type Wish =
  | { kind: 'hold'; id: number; body: Hold }
  | { kind: 'forward'; id: number; body: Forward }
  | { kind: 'release'; id: number };

const say = (wish: Wish): Promise<MailItem> => {
  if (wish.kind === 'hold') return holdItem(wish.id, wish.body);
  return wish.kind === 'forward' ? forwardItem(wish.id, wish.body) : releaseItem(wish.id);
};
const wishOptions = mutationOptions({
  mutationFn: say,
  onSuccess: (now, _wish, _before, { client }) => {
    client.setQueryData(mailKeys.item(now.id), now);
    client.setQueryData(openParcelsOptions.queryKey, (items) =>
      items?.map((item) => (item.id === now.id ? now : item)),
    );
  },
  // A refusal says that the parcel stands elsewhere than shown.
  onSettled: (_now, _error, _wish, _before, { client }) => refreshMail(client),
});
export const useWish = () => useMutation(wishOptions);
