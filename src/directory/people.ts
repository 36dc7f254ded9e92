import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { http } from '#src/lib/http.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** What somebody is called, where only the id is known. */
export const personNameOptions = (id: number) =>
  queryOptions({
    queryKey: ['people', id, 'name'],
    queryFn: ({ signal }) => http('GET', `/users/${id}`, { reply: named, signal }),
    staleTime: 10 * 60_000,
  });
