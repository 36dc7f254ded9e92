import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import { count as countReply, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { listParameters, type RecordSearch } from '#src/lib/record-search.ts';

/** A record that clients may give attributes of their own. */
export type OpenRecord = { id: number; dateCreated: number; dateUpdated: number } & Record<string, unknown>;
/** What is written of one; null takes an attribute away. */
export type Attributes = Record<string, unknown>;
export type Writing = { id: number; body: Attributes } | { id?: undefined; body: Attributes; key: string };

const PAGE = 100;

/** How records of one kind are read and written; `topic` is their address, and the topic of their changes. */
export function openRecords<T extends OpenRecord>(topic: 'contacts' | 'agreements', one: z.ZodType<T>) {
  const key = [topic] as const;
  const path = `/${topic}`;
  return {
    topic,
    key,
    listOptions: ({ open: _open, ...search }: RecordSearch) =>
      infiniteQueryOptions({
        queryKey: [...key, 'list', search],
        queryFn: ({ pageParam, signal }) =>
          http('GET', withQuery(path, { ...listParameters(search), startAt: pageParam, limit: PAGE }), {
            reply: z.array(one),
            signal,
          }),
        initialPageParam: 0,
        getNextPageParam: (page: T[], pages: T[][]) => (page.length < PAGE ? undefined : pages.length * PAGE),
        placeholderData: keepPreviousData,
      }),
    countOptions: (search: string | undefined) =>
      queryOptions({
        queryKey: [...key, 'count', search],
        queryFn: async ({ signal }) =>
          (await http('GET', withQuery(`${path}/count`, { search }), { reply: countReply, signal })).count,
        placeholderData: keepPreviousData,
      }),
    oneOptions: (id: number) =>
      queryOptions({
        queryKey: [...key, 'one', id],
        queryFn: ({ signal }) => http('GET', `${path}/${id}`, { reply: one, signal }),
      }),
    write: (writing: Writing): Promise<T> =>
      writing.id === undefined
        ? http('POST', path, { reply: one, body: writing.body, idempotencyKey: writing.key })
        : http('PUT', `${path}/${writing.id}`, { reply: one, body: writing.body }),
    remove: (id: number) => http('DELETE', `${path}/${id}`, { reply: removed }),
  };
}
export type OpenRecords<T extends OpenRecord> = ReturnType<typeof openRecords<T>>;

export function useWriteRecord<T extends OpenRecord>({ key, write }: OpenRecords<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
export function useDeleteRecord<T extends OpenRecord>({ key, remove }: OpenRecords<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: remove,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
