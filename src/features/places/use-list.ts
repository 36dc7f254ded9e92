import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Kind, PlaceOf, Query } from './api.ts';
import { placeCountOptions, placesOptions } from './queries.ts';

/** A list of places as the house grid takes it, with how many there are in all. */
export function usePlaces<K extends Kind>(kind: K, query: Query, { ready = true } = {}) {
  const list = useInfiniteQuery({ ...placesOptions(kind, query), enabled: ready });
  const { data: count } = useQuery({ ...placeCountOptions(kind, query), enabled: ready });
  const rows = useMemo(() => (list.data?.pages.flat() ?? []) as PlaceOf<K>[], [list.data]);
  return { list, rows, count };
}
