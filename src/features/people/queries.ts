import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import * as api from './api.ts';
import type { PeopleFilters } from './search.ts';

/** All that a change of a person may touch. */
export const peopleKey = ['directory'] as const;

export const peopleOptions = (filters: PeopleFilters) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'list', filters],
    queryFn: ({ pageParam, signal }) => api.fetchPeople(filters, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < api.PAGE ? undefined : pages.length * api.PAGE),
    // While somebody types, the last answer stays until the next is there.
    placeholderData: keepPreviousData,
  });
export const countOptions = ({ sort: _sort, desc: _desc, ...filters }: PeopleFilters) =>
  queryOptions({
    queryKey: [...peopleKey, 'count', filters],
    queryFn: ({ signal }) => api.fetchCount(filters, signal),
    placeholderData: keepPreviousData,
  });

/** Who was deactivated, the last one first. */
export const goneOptions = (find: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'gone', find],
    queryFn: ({ pageParam, signal }) => api.fetchGone(find, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < api.PAGE ? undefined : pages.length * api.PAGE),
    placeholderData: keepPreviousData,
  });
export const goneCountOptions = (find: string | undefined) =>
  queryOptions({
    queryKey: [...peopleKey, 'gone-count', find],
    queryFn: ({ signal }) => api.fetchGoneCount(find, signal),
    placeholderData: keepPreviousData,
  });

export const personOptions = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'person', id],
    queryFn: ({ signal }) => api.fetchPerson(id, signal),
  });
export const rolesOptions = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'roles', id],
    queryFn: ({ signal }) => api.fetchRoles(id, signal),
  });
export const invitationOptions = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'invitation', id],
    queryFn: ({ signal }) => api.fetchInvitation(id, signal),
  });
export const reportsOptions = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'reports', id],
    queryFn: ({ signal }) => api.fetchReports(id, signal),
  });
export const topsOptions = queryOptions({
  queryKey: [...peopleKey, 'tops'],
  queryFn: ({ signal }) => api.fetchTops(signal),
});
export const wayUpOptions = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'way-up', id],
    queryFn: ({ signal }) => api.fetchWayUp(id, signal),
  });
export const centerRolesOptions = queryOptions({
  queryKey: [...peopleKey, 'center-roles'],
  queryFn: ({ signal }) => api.fetchCenterRoles(signal),
});

export const centersOptions = queryOptions({
  queryKey: ['centers'],
  queryFn: ({ signal }) => api.fetchCenters(signal),
  staleTime: 10 * 60_000,
});
export const typesOptions = queryOptions({
  queryKey: ['user-types'],
  queryFn: ({ signal }) => api.fetchTypes(signal),
  staleTime: 10 * 60_000,
});
export const categoriesOptions = queryOptions({
  queryKey: ['cost-center-categories'],
  queryFn: ({ signal }) => api.fetchCategories(signal),
  staleTime: 10 * 60_000,
});
