import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '#src/lib/http.ts';
import { fetchCodes, fetchDisplays, fetchDoor, fetchNow, type Which } from './api.ts';

/** Read again with the topic `reservations`. */
export const nowKey = ['reservations', 'now'] as const;
const MINUTE = 60_000;

/** Again each minute: what may be done changes with the time. */
export const nowOptions = (room: number) =>
  queryOptions({
    queryKey: [...nowKey, room],
    queryFn: ({ signal }) => fetchNow(room, signal),
    staleTime: 0,
    refetchInterval: MINUTE,
  });
export const codesOptions = (which: Which) =>
  queryOptions({
    queryKey: ['space-codes', which],
    queryFn: ({ signal }) => fetchCodes(which, signal),
    enabled: 'floor' in which || which.rooms.length > 0,
  });
export const displaysOptions = (room: number) =>
  queryOptions({
    queryKey: ['space-displays', room],
    queryFn: ({ signal }) => fetchDisplays(room, signal),
  });

const EVERY = 30_000;
/** A link that is none counts as a guess: it is tried so seldom that it never locks the door beside it out. */
const SELDOM = 10 * MINUTE;
const refused = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 408;

export const doorOptions = (token: string) =>
  queryOptions({
    queryKey: ['door', token],
    queryFn: ({ signal }) => fetchDoor(token, signal),
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (refused(state.error) ? SELDOM : EVERY),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: ({ state }) => !refused(state.error),
  });
