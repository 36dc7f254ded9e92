import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { spaceUse, whoIsIn } from '#contract/space-use.ts';
import { API, http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type { InPerson, UsedSpace, SpaceUse } from '#contract/space-use.ts';
const PAGE = 100;
const MINUTE = 60_000;

/** Read again with the topic `reservations`. */
export const inKey = ['space-use', 'in'] as const;

type InWish = {
  day: string;
  buildingId: number | undefined;
  floorId: number | undefined;
  search: string | undefined;
  team: true | undefined;
};
export const inOptions = (wish: InWish) =>
  infiniteQueryOptions({
    queryKey: [...inKey, wish],
    queryFn: ({ pageParam, signal }) =>
      http('GET', withQuery('/reservations/in', { ...wish, limit: PAGE, startAt: pageParam }), {
        reply: whoIsIn,
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ people }, pages) => (people.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });

export type UseWish = {
  from: string;
  until: string;
  buildingId: number | undefined;
  floorId: number | undefined;
  type: number | undefined;
  order: 'most' | 'least';
};
/** Not read again with every booking: it adds up those of weeks. */
export const reportOptions = (wish: UseWish) =>
  queryOptions({
    queryKey: ['space-use', 'report', wish],
    queryFn: ({ signal }) => http('GET', withQuery('/stats/reservations', wish), { reply: spaceUse, signal }),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
/** Every space as a file; a plain link, so that the browser writes it as it comes. */
export const reportFile = (wish: UseWish): string => API + withQuery('/stats/reservations.csv', wish);
