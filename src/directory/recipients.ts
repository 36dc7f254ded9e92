import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { recipient } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const recipients = z.array(recipient);
const SHOWN = 12;

/** People by any part of name, employee id, mail stop or space, best match first. */
export const recipientsOptions = (search: string) =>
  queryOptions({
    queryKey: ['recipients', search],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/mail/recipients', { search, limit: SHOWN }), { reply: recipients, signal }),
    enabled: search !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
