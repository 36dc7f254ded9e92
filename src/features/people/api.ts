import { z } from 'zod';
import { centerRole, chartPerson, deactivatedPerson, invitation, userTypeName } from '#contract/people.ts';
import { center, permission, type Role, user } from '#contract/users.ts';
import { count } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { parametersOf, type PeopleFilters } from './search.ts';

const users = z.array(user);
const chartPeople = z.array(chartPerson);

/** How many one page of the directory brings. */
export const PAGE = 50;
/** The most that one call answers. */
export const MOST = 500;

export const fetchPeople = (
  { sort = 'name', desc, ...filters }: PeopleFilters,
  startAt: number,
  signal: AbortSignal,
) =>
  http(
    'GET',
    withQuery('/users', {
      ...parametersOf(filters),
      orderBy: sort,
      orderByType: desc && 'desc',
      limit: PAGE,
      startAt: startAt || undefined,
    }),
    { reply: users, signal },
  );
export const fetchCount = async (filters: PeopleFilters, signal: AbortSignal) =>
  (await http('GET', withQuery('/users/count', parametersOf(filters)), { reply: count, signal })).count;

export const fetchGone = (find: string | undefined, startAt: number, signal: AbortSignal) =>
  http('GET', withQuery('/users/deactivated', { search: find, limit: PAGE, startAt: startAt || undefined }), {
    reply: z.array(deactivatedPerson),
    signal,
  });
export const fetchGoneCount = async (find: string | undefined, signal: AbortSignal) =>
  (await http('GET', withQuery('/users/deactivated/count', { search: find }), { reply: count, signal }))
    .count;

export const fetchPerson = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}`, { reply: user, signal });
export const fetchRoles = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}/permissions?limit=${MOST}`, { reply: z.array(permission), signal });
export const fetchInvitation = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}/invite`, { reply: invitation, signal });
export const fetchReports = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}/reports?limit=${MOST}`, { reply: chartPeople, signal });
export const fetchTops = (signal: AbortSignal) =>
  http('GET', `/users/chart?limit=${MOST}`, { reply: chartPeople, signal });
export const fetchWayUp = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}/managers`, { reply: chartPeople, signal });
export const fetchCenterRoles = (signal: AbortSignal) =>
  http('GET', '/centers/roles', { reply: z.array(centerRole), signal });
export const fetchCenters = (signal: AbortSignal) =>
  http('GET', `/centers?limit=${MOST}`, { reply: z.array(center), signal });
/** Categories of cost centers, the organisation's default one first. */
export const fetchCategories = (signal: AbortSignal) =>
  http('GET', `/categories?limit=${MOST}&orderBy=id`, {
    reply: z.array(z.object({ id: z.int(), name: z.string() })),
    signal,
  });
export const fetchTypes = (signal: AbortSignal) =>
  http('GET', '/users/types', { reply: z.array(userTypeName), signal });

export const createPerson = (body: object, idempotencyKey: string) =>
  http('POST', '/users', { reply: user, body, idempotencyKey });
export const savePerson = (id: number, body: object) => http('PUT', `/users/${id}`, { reply: user, body });
export const removePerson = (id: number) => http('DELETE', `/users/${id}`);
export const restorePerson = (id: number) => http('PUT', `/users/${id}/restore`, { reply: user });
export const invitePerson = (id: number) => http('POST', `/users/${id}/invite`, { reply: invitation });
export const sendPhotograph = (id: number, image: string, fileName: string) =>
  http('POST', `/users/${id}/attachAvatar`, { reply: user, body: { image, fileName } });

export type HeldRole = { role: Role; center: { id: number } };
export const setRoles = (id: number, held: readonly HeldRole[]) =>
  http('PUT', `/users/${id}/permissions`, {
    body: held.map(({ role, center: { id: centerId } }) => ({ role, center: { id: centerId } })),
  });
