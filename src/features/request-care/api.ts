import { z } from 'zod';
import { serviceFigures } from '#contract/service-figures.ts';
import {
  type Color,
  type HoldReason,
  holdReason,
  type Priority,
  priority,
  type ServiceCategory,
  serviceCatalogue,
  serviceCategory,
  type ServiceProduct,
  serviceProduct,
  type ServiceType,
  serviceType,
} from '#contract/service-requests-catalogue.ts';
import { planPreview, type ServicePlan, servicePlan } from '#contract/service-requests-plans.ts';
import { MAX_PAGE, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** Everything of a list, page by page: an import may have made types by the hundred. */
async function every<T>(path: string, reply: z.ZodType<T>, orderBy: string, signal: AbortSignal) {
  const all: T[] = [];
  for (;;) {
    const address = withQuery(path, { limit: MAX_PAGE, startAt: all.length, orderBy });
    const page = await http('GET', address, { reply: z.array(reply), signal });
    all.push(...page);
    if (page.length < MAX_PAGE) return all;
  }
}

export type Catalogue = {
  categories: ServiceCategory[];
  products: ServiceProduct[];
  /** Those that are not offered at the moment too. */
  types: ServiceType[];
  priorities: Priority[];
  reasons: HoldReason[];
  centers: { id: number; name: string }[];
};
export async function fetchCatalogueSettings(signal: AbortSignal): Promise<Catalogue> {
  const [categories, products, types, priorities, reasons, { centers }] = await Promise.all([
    every('/maintenance/categories', serviceCategory, 'sortOrder', signal),
    every('/maintenance/products', serviceProduct, 'sortOrder', signal),
    every('/maintenance/types', serviceType, 'name', signal),
    every('/maintenance/priorities', priority, 'sortOrder', signal),
    every('/service/hold-reasons', holdReason, 'sortOrder', signal),
    http('GET', '/service/catalogue', { reply: serviceCatalogue, signal }),
  ]);
  return { categories, products, types, priorities, reasons, centers };
}

/** What the catalogue has, as its addresses call it. */
export type EntryKind = 'categories' | 'products' | 'priorities' | 'hold-reasons';
type Ref = { id: number };
export type EntryBody = {
  name?: string;
  sortOrder?: number;
  center?: Ref;
  category?: Ref | null;
  color?: Color | null;
};
const saved = z.object({ id: z.int(), name: z.string() });
const root = (kind: EntryKind) => (kind === 'hold-reasons' ? '/service' : '/maintenance');
export const addEntry = (kind: EntryKind, body: EntryBody, idempotencyKey: string) =>
  http('POST', `${root(kind)}/${kind}`, { reply: saved, body, idempotencyKey });
export const changeEntry = (kind: EntryKind, id: number, body: EntryBody) =>
  http('PUT', `/service/${kind}/${id}`, { reply: saved, body });
export const removeEntry = (kind: EntryKind | 'types', id: number) =>
  http('DELETE', `/service/${kind}/${id}`, { reply: removed });

type QuestionBody = Pick<ServiceType['fields'][number], 'code' | 'name' | 'kind' | 'required' | 'choices'>;
export type TypeBody = Partial<
  Pick<
    ServiceType,
    | 'name'
    | 'description'
    | 'SLAMinutes'
    | 'estimatedTime'
    | 'totalOperatorsRequired'
    | 'priorityEnableForCustomer'
    | 'dateRequiredEnabledForCustomer'
    | 'assetRequest'
    | 'approval'
    | 'active'
  >
> & {
  product?: Ref;
  defaultPriority?: Ref;
  promises?: { priority: Ref; minutes: number }[];
  fields?: QuestionBody[];
};
export const addType = (body: TypeBody, idempotencyKey: string) =>
  http('POST', '/maintenance/types', { reply: serviceType, body, idempotencyKey });
export const changeType = (id: number, body: TypeBody) =>
  http('PUT', `/service/types/${id}`, { reply: serviceType, body });

export const fetchPlans = (signal: AbortSignal): Promise<ServicePlan[]> =>
  every('/service/plans', servicePlan, 'name', signal);
export type PlanBody = {
  name?: string;
  type?: Ref;
  priority?: Ref | null;
  room?: Ref;
  requester?: Ref;
  description?: string;
  rule?: string;
  start?: string;
  daysAhead?: number;
  active?: boolean;
};
export const addPlan = (body: PlanBody, idempotencyKey: string) =>
  http('POST', '/service/plans', { reply: servicePlan, body, idempotencyKey });
export const changePlan = (id: number, body: PlanBody) =>
  http('PUT', `/service/plans/${id}`, { reply: servicePlan, body });
export const endPlan = (id: number) => http('DELETE', `/service/plans/${id}`, { reply: removed });
/** The next times of a rule, epoch ms, ten at most. */
export const previewPlan = async (body: { type: Ref; rule: string; start: string }, signal: AbortSignal) =>
  (await http('POST', '/service/plans/preview', { reply: planPreview, body, signal })).times;

export type FigureFilter = {
  from: string;
  until: string;
  centerId?: number | undefined;
  typeId?: number | undefined;
  buildingId?: number | undefined;
};
export const fetchFigures = (filter: FigureFilter, signal: AbortSignal) =>
  http('GET', withQuery('/stats/maintenance', filter), { reply: serviceFigures, signal });
