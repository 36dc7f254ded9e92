import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { RecordSearch } from '#src/lib/record-search.ts';
import * as api from './api.ts';

export const agreementsKey = ['agreements'] as const;

export const agreementsOptions = ({ open: _open, ...search }: RecordSearch) =>
  infiniteQueryOptions({
    queryKey: [...agreementsKey, 'list', search],
    queryFn: ({ pageParam, signal }) => api.fetchAgreements(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < api.PAGE ? undefined : pages.length * api.PAGE),
    placeholderData: keepPreviousData,
  });
export const agreementCountOptions = (search: string | undefined) =>
  queryOptions({
    queryKey: [...agreementsKey, 'count', search],
    queryFn: ({ signal }) => api.countAgreements(search, signal),
    placeholderData: keepPreviousData,
  });
export const agreementOptions = (id: number) =>
  queryOptions({
    queryKey: [...agreementsKey, 'one', id],
    queryFn: ({ signal }) => api.fetchAgreement(id, signal),
  });

type Writing =
  | { id: number; body: api.AgreementText }
  | { id?: undefined; body: api.AgreementText; key: string };
export function useWriteAgreement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (writing: Writing) =>
      writing.id === undefined
        ? api.addAgreement(writing.body, writing.key)
        : api.changeAgreement(writing.id, writing.body),
    onSettled: () => client.invalidateQueries({ queryKey: agreementsKey }),
  });
}
export function useDeleteAgreement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.deleteAgreement,
    onSettled: () => client.invalidateQueries({ queryKey: agreementsKey }),
  });
}
