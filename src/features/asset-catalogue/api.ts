import { z } from 'zod';
import { type AssetModel, assetModel, type AssetType, assetType } from '#contract/assets-catalogue.ts';
import { count as countReply, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type TypeBody = Partial<Pick<AssetType, 'name' | 'code' | 'description' | 'sortOrder' | 'active'>>;
export type ModelBody = Partial<Pick<AssetModel, 'name' | 'manufacturer' | 'modelNumber' | 'description'>> & {
  type?: { id: number };
};
/** What narrows the models down. */
export type ModelFilter = { search?: string | undefined; typeId?: number | undefined };
export type Kind = 'types' | 'models';

export const saveType = (id: number | undefined, body: TypeBody, key: string) =>
  id === undefined
    ? http('POST', '/assets/types', { reply: assetType, body, idempotencyKey: key })
    : http('PUT', `/assets/types/${id}`, { reply: assetType, body });
export const saveModel = (id: number | undefined, body: ModelBody, key: string) =>
  id === undefined
    ? http('POST', '/assets/models', { reply: assetModel, body, idempotencyKey: key })
    : http('PUT', `/assets/models/${id}`, { reply: assetModel, body });
/** @throws 409 while something in use hangs on it */
export const removeEntry = (kind: Kind, id: number) =>
  http('DELETE', `/assets/${kind}/${id}`, { reply: removed });

export const fetchModels = (
  filter: ModelFilter,
  page: { startAt: number; limit: number },
  signal: AbortSignal,
) =>
  http('GET', withQuery('/assets/models', { ...filter, ...page, orderBy: 'name' }), {
    reply: z.array(assetModel),
    signal,
  });
export const countModels = async (filter: ModelFilter, signal: AbortSignal) =>
  (await http('GET', withQuery('/assets/models/count', filter), { reply: countReply, signal })).count;
