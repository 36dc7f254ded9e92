import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { type Day, fetchAvailable, fetchDay, fetchMine, fetchReservation, PAGE, type Wanted } from './api.ts';

export const dayOptions = (day: Day) =>
  queryOptions({
    queryKey: [...bookingsKey, 'day', day],
    queryFn: ({ signal }) => fetchDay(day, signal),
    placeholderData: keepPreviousData,
  });
export const availableOptions = (wanted: Wanted) =>
  queryOptions({
    queryKey: [...bookingsKey, 'available', wanted],
    queryFn: ({ signal }) => fetchAvailable(wanted, signal),
    placeholderData: keepPreviousData,
  });
export const reservationOptions = (id: number) =>
  queryOptions({
    queryKey: [...bookingsKey, 'one', id],
    queryFn: ({ signal }) => fetchReservation(id, signal),
  });
export const mineOptions = (past: boolean) =>
  infiniteQueryOptions({
    queryKey: [...bookingsKey, 'mine', past],
    queryFn: ({ pageParam, signal }) => fetchMine(past, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
