import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { user } from '#contract/users.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** What somebody is called, where only the id is known. */
export const personNameOptions = (id: number) =>
  queryOptions({
    queryKey: ['people', id, 'name'],
    queryFn: ({ signal }) => http('GET', `/users/${id}`, { reply: named, signal }),
    staleTime: 10 * 60_000,
  });

/** At most 500 people with all that the directory knows of them, in this order; who is not there is left out. */
export async function fetchPeople(ids: readonly number[]) {
  const query = { userId: ids.join(','), limit: ids.length };
  const found = await http('GET', withQuery('/users', query), { reply: z.array(user) });
  const known = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Somebody with all that the directory knows of them. */
export const wholePersonOptions = (id: number) =>
  queryOptions({
    queryKey: ['people', id, 'whole'],
    queryFn: ({ signal }) => http('GET', `/users/${id}`, { reply: user, signal }),
    staleTime: 60_000,
  });
