import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { notice } from '#contract/mail-notices.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { mailKeys } from './mail-queries.ts';

export const mailNotices = z.array(notice);
/** Under what every change of a parcel asks for again: a check-in writes messages. */
export const noticesKey = [...mailKeys.all, 'notices'] as const;
/** Milliseconds. What the clock sends, no change of a parcel tells of. */
export const NOTICES_ANEW = 20_000;
const MOST = 20;

/** The latest messages about a parcel, newest first. */
export const itemNoticesOptions = (itemId: number) =>
  queryOptions({
    queryKey: [...noticesKey, 'item', itemId],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/mail/notices', { itemId, orderBy: 'id', orderByType: 'desc', limit: MOST }), {
        reply: mailNotices,
        signal,
      }),
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === 'waiting') ? NOTICES_ANEW : false,
  });
