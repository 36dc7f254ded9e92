import {
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  queryOptions,
  useMutation,
} from '@tanstack/react-query';
import { alertsKey, refreshAlerts } from '#src/directory/alerts.ts';
import { addAlert, type AlertText, changeAlert, countAlerts, deleteAlert, fetchAlerts, PAGE } from './api.ts';

/** Standing notes, newest first, page after page. */
export const alertsOptions = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...alertsKey, 'list', search],
    queryFn: ({ pageParam, signal }) => fetchAlerts(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const alertCountOptions = (search: string | undefined) =>
  queryOptions({
    queryKey: [...alertsKey, 'count', search],
    queryFn: ({ signal }) => countAlerts(search, signal),
    placeholderData: keepPreviousData,
  });

export type Writing = { id: number; body: AlertText } | { id?: undefined; body: AlertText; key: string };
const writeOptions = mutationOptions({
  mutationFn: (writing: Writing) =>
    writing.id === undefined ? addAlert(writing.body, writing.key) : changeAlert(writing.id, writing.body),
  onSuccess: (_now, _writing, _before, { client }) => refreshAlerts(client),
});
export const useWriteAlert = () => useMutation(writeOptions);

const deleteOptions = mutationOptions({
  mutationFn: deleteAlert,
  // Also after a refusal: somebody else deleted it.
  onSettled: (_answer, _error, _id, _before, { client }) => refreshAlerts(client),
});
export const useDeleteAlert = () => useMutation(deleteOptions);
