import { z } from 'zod';
import { centerHours, type CenterHoursEdit } from '#contract/center-hours.ts';
import { routeWithStops } from '#contract/mail-places.ts';
import { organisation, type OrganisationEdit } from '#contract/organisation.ts';
import { center } from '#contract/users.ts';
import { MAX_PAGE, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export const fetchOrganisation = (signal: AbortSignal) =>
  http('GET', '/organisation', { reply: organisation, signal });
export const changeOrganisation = (body: OrganisationEdit) =>
  http('PUT', '/organisation', { reply: organisation, body });

/** What managers of the mail desk keep, as its addresses call it. */
export type PlaceKind = 'routes' | 'mailstops' | 'locations' | 'packageTypes' | 'couriers';
/** Those that have an order of their own. */
export type SortedKind = 'locations' | 'packageTypes';
type PlaceText = {
  name?: string;
  forShipping?: boolean;
  sortOrder?: number;
  stops?: { id: number }[];
  center?: { id: number } | null;
};
export const addPlace = (kind: PlaceKind, body: PlaceText & { name: string }, idempotencyKey: string) =>
  http('POST', `/mail/${kind}`, { body, idempotencyKey });
export const changePlace = (kind: PlaceKind, id: number, body: PlaceText) =>
  http('PUT', `/mail/${kind}/${id}`, { body });
export const hidePlace = (kind: PlaceKind, id: number) =>
  http('DELETE', `/mail/${kind}/${id}`, { reply: removed });
export const restorePlace = (kind: PlaceKind, id: number) => http('PUT', `/mail/${kind}/${id}/restore`);

export const sortPlaces = (kind: SortedKind, ids: readonly number[]) =>
  http('PUT', `/mail/${kind}/order`, { body: ids.map((id) => ({ id })) });

export const fetchRoute = (id: number, signal?: AbortSignal) =>
  http('GET', `/mail/routes/${id}`, { reply: routeWithStops, ...(signal && { signal }) });

const centers = z.array(center);
export const fetchCenters = (signal: AbortSignal) =>
  http('GET', withQuery('/centers', { orderBy: 'name', limit: MAX_PAGE }), { reply: centers, signal });
export const fetchCenterHours = (id: number, signal: AbortSignal) =>
  http('GET', `/centers/${id}/hours`, { reply: centerHours, signal });
export const changeCenterHours = (id: number, body: CenterHoursEdit) =>
  http('PUT', `/centers/${id}/hours`, { reply: centerHours, body });
