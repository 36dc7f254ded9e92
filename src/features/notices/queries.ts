import {
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import * as m from '#messages';
import { notify } from '#src/ui/notify.ts';
import {
  fetchNotices,
  fetchPreferences,
  fetchUnread,
  markAllRead,
  markRead,
  PAGE,
  putAway,
  savePreferences,
  takeBackAll,
} from './api.ts';

/** Everything that a change of somebody's notices asks for again. */
export const noticesKey = ['app-notices'] as const;
const NEWEST = 12;

export const unreadOptions = queryOptions({
  queryKey: [...noticesKey, 'unread'],
  queryFn: ({ signal }) => fetchUnread(signal),
});
/** Those that the bell shows. */
export const newestOptions = queryOptions({
  queryKey: [...noticesKey, 'newest'],
  queryFn: ({ signal }) => fetchNotices({ limit: NEWEST }, signal),
});
/** Page after page, the newest first. */
export const noticesOptions = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...noticesKey, 'list', unread],
    queryFn: ({ pageParam, signal }) =>
      fetchNotices({ startAt: pageParam, ...(unread && { unread }) }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
export const preferencesOptions = queryOptions({
  queryKey: ['notice-preferences'],
  queryFn: ({ signal }) => fetchPreferences(signal),
});

/** Said in the corner; the list says by itself what has become of it. */
const failed = (error: Error) => notify({ message: error.message, tone: 'danger' });
const markOptions = mutationOptions({
  mutationFn: markRead,
  onError: failed,
  onSettled: (_now, _error, _mark, _before, { client }) => client.invalidateQueries({ queryKey: noticesKey }),
});
export const useMark = () => useMutation(markOptions);
const putAwayOptions = mutationOptions({
  mutationFn: putAway,
  onError: failed,
  onSettled: (_now, _error, _id, _before, { client }) => client.invalidateQueries({ queryKey: noticesKey }),
});
export const usePutAway = () => useMutation(putAwayOptions);

/** Marks everything up to the newest that is on screen, with a way back. */
export function useReadAll() {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: noticesKey });
  return useMutation({
    mutationFn: markAllRead,
    onSuccess: ({ count, readAt }) =>
      notify({
        message: m.news_all_read({ count }),
        undo: () => void takeBackAll(readAt).then(anew, failed),
      }),
    onError: failed,
    onSettled: anew,
  });
}

const saveOptions = mutationOptions({
  mutationFn: savePreferences,
  onSuccess: (now, _edit, _before, { client }) => {
    client.setQueryData(preferencesOptions.queryKey, now);
    // Whether letters about parcels come is told there as well.
    return client.invalidateQueries({ queryKey: ['mail-preferences'] });
  },
});
export const useSavePreferences = () => useMutation(saveOptions);
