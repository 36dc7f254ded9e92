import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CenterHoursEdit } from '#contract/center-hours.ts';
import type { OrganisationEdit } from '#contract/organisation.ts';
import { deskOptions } from '#src/directory/mail-queries.ts';
import * as api from './api.ts';

const organisationKey = ['organisation'] as const;
export const organisationOptions = queryOptions({
  queryKey: organisationKey,
  queryFn: ({ signal }) => api.fetchOrganisation(signal),
});
/** Its name, zone and features are part of nearly everything on screen. */
export function useSaveOrganisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: OrganisationEdit) => api.changeOrganisation(edit),
    onSuccess: (now) => {
      client.setQueryData(organisationOptions.queryKey, now);
      return client.invalidateQueries();
    },
  });
}

export const routesKey = ['mail-route'] as const;
export const routeOptions = (id: number) =>
  queryOptions({
    queryKey: [...routesKey, id],
    queryFn: ({ signal }) => api.fetchRoute(id, signal),
  });

/** A write of the desk's catalogue, after which it is read again, also when it was refused. */
export function usePlaceWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    // One after the other: the order of stops is written whole each time.
    scope: { id: 'mail-places' },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: deskOptions.queryKey }),
        client.invalidateQueries({ queryKey: routesKey }),
      ]),
  });
}

export const centersKey = ['centers'] as const;
export const centersOptions = queryOptions({
  queryKey: [...centersKey, 'all'],
  queryFn: ({ signal }) => api.fetchCenters(signal),
});
export const centerHoursOptions = (id: number) =>
  queryOptions({
    queryKey: [...centersKey, id],
    queryFn: ({ signal }) => api.fetchCenterHours(id, signal),
  });
export function useSaveCenter(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: CenterHoursEdit) => api.changeCenterHours(id, edit),
    onSuccess: (now) => client.setQueryData(centerHoursOptions(id).queryKey, now),
  });
}
