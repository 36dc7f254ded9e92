import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { type Recipient, recipient } from '#contract/mail.ts';
import { userShort } from '#contract/users.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const recipients = z.array(recipient);
const SHOWN = 12;

const colleagues = z.array(
  userShort.extend({
    color: z.string(),
    employeeId: z.string().nullish(),
    department: z.string().nullish(),
    mailStop: z.object({ id: z.int(), name: z.string() }).nullish(),
    room: z.looseObject({ id: z.int().optional(), name: z.string().optional() }).nullish(),
  }),
);

/** What lies around a space, in words. */
function placeIn({ id, name, floor }: NonNullable<z.infer<typeof colleagues>[number]['room']>) {
  if (id === undefined || name === undefined) return {};
  const around = floor as { name?: string; building?: { name?: string } } | undefined;
  return { room: { id, name, floor: around?.name ?? '', building: around?.building?.name ?? '' } };
}

/**
 * People by every word of name, e-mail, employee id, space or mail stop, for who does not work at the desk: without
 * what only the desk is told of them.
 */
export const colleaguesOptions = (search: string) =>
  queryOptions({
    queryKey: ['colleagues', search],
    queryFn: async ({ signal }): Promise<Recipient[]> => {
      const path = withQuery('/users', { find: search, orderBy: 'name', limit: SHOWN });
      const found = await http('GET', path, { reply: colleagues, signal });
      return found.map(({ employeeId, department, mailStop, room, ...person }) => ({
        ...person,
        ...(employeeId && { employeeId }),
        ...(department && { department }),
        ...(mailStop && { mailStop }),
        ...(room && placeIn(room)),
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
