import { z } from 'zod';
import { slaExplained } from '#contract/service-clock.ts';
import { earliestDate, serviceCatalogue } from '#contract/service-requests-catalogue.ts';
import { commentsHtml, serviceComment, serviceEvent } from '#contract/service-requests-work.ts';
import {
  serviceRequest,
  type ServiceRequestCreate,
  type ServiceRequestEdit,
  type ServiceState,
} from '#contract/service-requests.ts';
import { attachment } from '#contract/users.ts';
import { count as countReply, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** What narrows a list of requests down, as the list itself and its count take it. */
export type RequestFilter = {
  search?: string | undefined;
  mine?: boolean | undefined;
  open?: boolean | undefined;
  awaitingApproval?: boolean | undefined;
  assigned?: 'me' | undefined;
  pastDue?: boolean | undefined;
  unassigned?: boolean | undefined;
  priority?: 'low' | 'high' | undefined;
  /** One or several, with commas between them. */
  state?: ServiceState | (string & {}) | undefined;
  requestTypeId?: string | undefined;
  centerId?: string | undefined;
  priorityId?: string | undefined;
  roomId?: string | undefined;
  assetId?: number | undefined;
  requesterId?: string | undefined;
  operatorId?: string | undefined;
  openedFrom?: number | undefined;
  openedUntil?: number | undefined;
  orderBy?: string | undefined;
  orderByType?: 'asc' | 'desc' | undefined;
};
type Page = { startAt?: number; limit?: number };

const root = '/maintenance/requests';
const requests = z.array(serviceRequest);

export const fetchRequests = (filter: RequestFilter, page: Page, signal?: AbortSignal) =>
  http('GET', withQuery(root, { ...filter, ...page }), { reply: requests, ...(signal && { signal }) });
export const countRequests = async (filter: RequestFilter, signal?: AbortSignal) =>
  (
    await http('GET', withQuery(`${root}/count`, filter), {
      reply: countReply,
      ...(signal && { signal }),
    })
  ).count;
export const fetchRequest = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}`, { reply: serviceRequest, signal });
export const fetchEvents = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/events`, { reply: z.array(serviceEvent), signal });
export const fetchComments = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/comments`, { reply: z.array(serviceComment), signal });
export const fetchClock = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/clock`, { reply: slaExplained, signal });
export const fetchCatalogue = (signal: AbortSignal) =>
  http('GET', '/service/catalogue', { reply: serviceCatalogue, signal });
/** Epoch milliseconds: when something of the type can be required at the earliest. */
export const fetchEarliest = async (priority: number, type: number, center: number, signal: AbortSignal) =>
  (
    await http(
      'GET',
      withQuery(`/maintenance/priorities/${priority}/earliestRequiredDate`, {
        typeId: type,
        centerId: center,
      }),
      { reply: earliestDate, signal },
    )
  ).time;

export const createRequest = (body: ServiceRequestCreate, key: string) =>
  http('POST', root, { reply: serviceRequest, body, idempotencyKey: key });
/** @param version the dateUpdated that the edit was made on; 409 when somebody was quicker */
export const editRequest = (id: number, body: ServiceRequestEdit, version: number) =>
  http('PUT', `${root}/${id}`, { reply: serviceRequest, body, ifMatch: `"${version}"` });
export const cancelRequest = (id: number) => http('DELETE', `${root}/${id}`, { reply: removed });
export const addComment = (id: number, comment: string, internal: boolean, key: string) =>
  http('POST', `${root}/${id}/addComment`, {
    reply: commentsHtml,
    body: { comment, internal },
    idempotencyKey: key,
  });
/** @param image a data: URL */
export const attachImage = (id: number, image: string, fileName: string, key: string) =>
  http('POST', `${root}/${id}/attachImage`, {
    reply: attachment,
    body: { image, fileName },
    idempotencyKey: key,
  });
export const rateRequest = (id: number, stars: number, comment: string) =>
  http('PUT', `${root}/${id}/rate`, { reply: serviceRequest, body: { stars, comment: comment || null } });
export const decideRequest = (id: number, verdict: 'approve' | 'decline', note: string) =>
  http('PUT', `${root}/${id}/${verdict}`, { reply: serviceRequest, body: { note: note || null } });
