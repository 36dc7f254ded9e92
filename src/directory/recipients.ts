import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { type Recipient, recipient } from '#contract/mail.ts';
import { userShort } from '#contract/users.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const recipients = z.array(recipient);
const SHOWN = 12;

const colleagues = z.array(userShort.extend({ color: z.string(), employeeId: z.string().nullish() }));

/** People by name, for who does not work at the desk: without what only the desk is told of them. */
export const colleaguesOptions = (search: string) =>
  queryOptions({
    queryKey: ['colleagues', search],
    queryFn: async ({ signal }): Promise<Recipient[]> => {
      const found = await http('GET', withQuery('/users', { search, limit: SHOWN }), {
        reply: colleagues,
        signal,
      });
      return found.map(({ employeeId, ...person }) => ({
        ...person,
        ...(employeeId && { employeeId }),
        alerts: [],
        openItems: 0,
      }));
    },
    enabled: search !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

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
