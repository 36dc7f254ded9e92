import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { building } from '#contract/places.ts';
import type { Me } from '#contract/users.ts';
import { MAX_PAGE } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const key = ['booking-places'] as const;
const SHOWN = 50;
const A_WHILE = 60_000;
const CATALOGUE = 10 * A_WHILE;

export const buildingOptions = (id: number) =>
  queryOptions({
    queryKey: [...key, 'building', id],
    queryFn: ({ signal }) => http('GET', `/buildings/${id}`, { reply: building, signal }),
    staleTime: A_WHILE,
  });
/** All buildings by name. */
export const allBuildingsOptions = queryOptions({
  queryKey: [...key, 'all-buildings'],
  queryFn: ({ signal }) =>
    http('GET', withQuery('/buildings', { orderBy: 'name', limit: MAX_PAGE }), {
      reply: z.array(building),
      signal,
    }),
  staleTime: CATALOGUE,
});
/** Buildings by name, those that fit the words. */
export const buildingsOptions = (locationSearch: string) =>
  queryOptions({
    queryKey: [...key, 'buildings', locationSearch],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/buildings', { locationSearch, orderBy: 'name', limit: SHOWN }), {
        reply: z.array(building),
        signal,
      }),
    staleTime: A_WHILE,
    placeholderData: keepPreviousData,
  });
/** The building in which somebody sits. */
export function homeOf({ room }: Pick<Me, 'room'>): number | undefined {
  const floor = room.floor as { building?: { id?: number } } | undefined;
  return floor?.building?.id;
}
