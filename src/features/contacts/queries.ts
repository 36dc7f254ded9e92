import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { RecordSearch } from '#src/lib/record-search.ts';
import * as api from './api.ts';

export const contactsKey = ['contacts'] as const;

export const contactsOptions = ({ open: _open, ...search }: RecordSearch) =>
  infiniteQueryOptions({
    queryKey: [...contactsKey, 'list', search],
    queryFn: ({ pageParam, signal }) => api.fetchContacts(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < api.PAGE ? undefined : pages.length * api.PAGE),
    placeholderData: keepPreviousData,
  });
export const contactCountOptions = (search: string | undefined) =>
  queryOptions({
    queryKey: [...contactsKey, 'count', search],
    queryFn: ({ signal }) => api.countContacts(search, signal),
    placeholderData: keepPreviousData,
  });
export const contactOptions = (id: number) =>
  queryOptions({
    queryKey: [...contactsKey, 'one', id],
    queryFn: ({ signal }) => api.fetchContact(id, signal),
  });

type Writing = { id: number; body: api.ContactText } | { id?: undefined; body: api.ContactText; key: string };
export function useWriteContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (writing: Writing) =>
      writing.id === undefined
        ? api.addContact(writing.body, writing.key)
        : api.changeContact(writing.id, writing.body),
    onSettled: () => client.invalidateQueries({ queryKey: contactsKey }),
  });
}
export function useDeleteContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.deleteContact,
    onSettled: () => client.invalidateQueries({ queryKey: contactsKey }),
  });
}
