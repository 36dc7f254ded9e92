import {
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  queryOptions,
  useMutation,
} from '@tanstack/react-query';
import {
  addPlace,
  changePlace,
  countPlaces,
  type Edits,
  fetchContents,
  fetchCountries,
  fetchPlace,
  fetchPlaces,
  fetchSitters,
  fetchStates,
  fetchStops,
  findCostCenters,
  type Kind,
  MOST,
  PAGE,
  type Query,
  removePlace,
} from './api.ts';

const placesKey = ['places'] as const;
const sittersKey = ['places', 'sitters'] as const;
const CATALOGUE = 10 * 60_000;

/** Page after page, in the order that the query names. */
export const placesOptions = <K extends Kind>(kind: K, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...placesKey, kind, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      fetchPlaces(kind, { ...query, limit: PAGE, startAt: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
export const placeCountOptions = (kind: Kind, query: Query) =>
  queryOptions({
    queryKey: [...placesKey, kind, 'count', query],
    queryFn: ({ signal }) => countPlaces(kind, query, signal),
    placeholderData: keepPreviousData,
  });
export const placeOptions = <K extends Kind>(kind: K, id: number) =>
  queryOptions({
    queryKey: [...placesKey, kind, 'one', id],
    queryFn: ({ signal }) => fetchPlace(kind, id, signal),
  });
/** Asked anew whenever it is needed: it says what would be lost now. */
export const contentsOptions = (kind: Kind, id: number) =>
  queryOptions({
    queryKey: [...placesKey, kind, 'contents', id],
    queryFn: ({ signal }) => fetchContents(kind, id, signal),
    staleTime: 0,
  });

/** A short list for a choice: the first of what matches. */
export const choicesOptions = <K extends Kind>(kind: K, query: Query) =>
  queryOptions({
    queryKey: [...placesKey, kind, 'choices', query],
    queryFn: ({ signal }) => fetchPlaces(kind, { limit: MOST, orderBy: 'name', ...query }, signal),
  });
export const floorsOptions = (buildingId: number) =>
  choicesOptions('floor', { buildingId, orderBy: 'level' });
export const roomTypesOptions = choicesOptions('roomType', { orderBy: 'sortOrder' });

export const sittersOptions = (roomId: number) =>
  infiniteQueryOptions({
    queryKey: [...sittersKey, roomId],
    queryFn: ({ pageParam, signal }) => fetchSitters(roomId, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });

export const countriesOptions = queryOptions({
  queryKey: ['countries'],
  queryFn: ({ signal }) => fetchCountries(signal),
  staleTime: CATALOGUE,
});
export const statesOptions = (country: number) =>
  queryOptions({
    queryKey: ['countries', country, 'states'],
    queryFn: ({ signal }) => fetchStates(country, signal),
    staleTime: CATALOGUE,
  });
export const stopsOptions = queryOptions({
  queryKey: ['mail-stops'],
  queryFn: ({ signal }) => fetchStops(signal),
  staleTime: CATALOGUE,
});
export const costCentersOptions = (search: string) =>
  queryOptions({
    queryKey: ['cost-center-choices', search],
    queryFn: ({ signal }) => findCostCenters(search, signal),
    placeholderData: keepPreviousData,
  });

type Save<K extends Kind> = { kind: K; body: Edits[K] } & ({ id: number } | { id?: never; key: string });
export const save = <K extends Kind>(wanted: Save<K>) =>
  wanted.id === undefined
    ? addPlace(wanted.kind, wanted.body, wanted.key)
    : changePlace(wanted.kind, wanted.id, wanted.body);

const removeOptions = mutationOptions({
  mutationFn: ({ kind, id }: { kind: Kind; id: number }) => removePlace(kind, id),
  onSuccess: (_done, { kind, id }, _context, { client }) => {
    client.removeQueries({ queryKey: placeOptions(kind, id).queryKey });
    client.removeQueries({ queryKey: contentsOptions(kind, id).queryKey });
    void client.invalidateQueries({ queryKey: placesKey });
  },
});
export const useRemovePlace = () => useMutation(removeOptions);

export { placesKey, sittersKey };
