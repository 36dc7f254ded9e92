import { z } from 'zod';
import { assetLoan, lendableAnswer } from '#contract/asset-loans.ts';
import { assetModel, assetType } from '#contract/assets-catalogue.ts';
import {
  asset,
  assetBulkDone,
  type AssetBulkDone,
  assetEvent,
  assetManyDone,
  assetMatches,
  type AssetCondition,
} from '#contract/assets.ts';
import { attachment } from '#contract/users.ts';
import { count as countReply, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** What narrows a list of assets down, as the list itself, its count and its export take it. */
export type AssetFilter = {
  search?: string | undefined;
  typeId?: number | undefined;
  modelId?: number | undefined;
  buildingId?: number | undefined;
  floorId?: number | undefined;
  roomId?: number | undefined;
  /** By the person who has it. */
  owner?: number | undefined;
  /** Comma-separated ids: these alone. */
  assetId?: string | undefined;
  condition?: AssetCondition | undefined;
  active?: boolean | undefined;
  placed?: 'room' | 'owner' | 'nowhere' | 'left' | undefined;
  /** Epoch ms: nobody has seen it since. */
  unseenSince?: number | undefined;
  orderBy?: string | undefined;
  orderByType?: 'asc' | 'desc' | undefined;
};
type Page = { startAt?: number; limit?: number };
type Place = { room?: { id: number } | null; owner?: { id: number } | null };
/** What is written of an asset; absent stays, null takes away. A room drops the owner and the reverse. */
export type AssetBody = Place & {
  model?: { id: number };
  name?: string | null;
  localUID?: string | null;
  serialNumber?: string | null;
  managed?: boolean;
  active?: boolean;
  condition?: AssetCondition;
};
/** What may be set for many at once. */
export type AssetSet = Pick<AssetBody, 'model' | 'room' | 'owner' | 'managed' | 'active' | 'condition'>;

const assets = z.array(asset);
const refs = (ids: readonly number[]) => ids.map((id) => ({ id }));

export const fetchAssets = (filter: AssetFilter, page: Page, signal?: AbortSignal) =>
  http('GET', withQuery('/assets', { ...filter, ...page }), { reply: assets, ...(signal && { signal }) });
export const countAssets = async (
  { orderBy: _by, orderByType: _way, ...filter }: AssetFilter,
  signal: AbortSignal,
) => (await http('GET', withQuery('/assets/count', filter), { reply: countReply, signal })).count;
export const fetchAsset = (id: number, signal?: AbortSignal) =>
  http('GET', `/assets/${id}`, { reply: asset, ...(signal && { signal }) });
/** @throws 409 naming `localUID` or `serialNumber` when another asset has it */
export const createAsset = (body: AssetBody & { model: { id: number } }, key: string) =>
  http('POST', '/assets', { reply: asset, body, idempotencyKey: key });
/** @param version the dateUpdated that the edit was made on; refused when somebody was quicker */
export const editAsset = (id: number, body: AssetBody, version?: number) =>
  http('PUT', `/assets/${id}`, {
    reply: asset,
    body,
    ...(version !== undefined && { ifMatch: `"${version}"` }),
  });
/** Somebody has it before their eyes: in this space, or where it belongs. Answers nothing. */
export const verifyAsset = (id: number, room?: number) =>
  http('PUT', `/assets/${id}/verify`, { body: room === undefined ? {} : { room: { id: room } } });
export const removeAsset = (id: number) => http('DELETE', `/assets/${id}`, { reply: removed });

/** The same for all of these, or nothing. The answer sent to `undoAssets` puts it back. */
export const changeAssets = (ids: readonly number[], set: AssetSet) =>
  http('PUT', '/assets', { reply: assetBulkDone, body: { assets: refs(ids), set } });
/** By which loan it is out now: one, or none. */
export const fetchOpenLoans = (asset: number, signal: AbortSignal) =>
  http('GET', withQuery('/assets/loans', { assetId: asset, state: 'out', limit: 1 }), {
    reply: z.array(assetLoan),
    signal,
  });
/** Whether everybody may reserve these; answers those that were otherwise before. For managers. */
export const setLendable = (ids: readonly number[], lendable: boolean) =>
  http('PUT', '/assets/lendable', { reply: lendableAnswer, body: { assets: refs(ids), lendable } });
/** @throws 409 when one of them has been changed since */
export const undoAssets = (done: AssetBulkDone) =>
  http('PUT', '/assets/undo', { reply: assetBulkDone, body: done });
export const removeAssets = (ids: readonly number[]) =>
  http('PUT', '/assets/remove', { reply: assetManyDone, body: { assets: refs(ids) } });
export const restoreAssets = (ids: readonly number[]) =>
  http('PUT', '/assets/restore', { reply: assetManyDone, body: { assets: refs(ids) } });

/** @param image a data: URL */
export const attachAssetImage = (id: number, image: string, fileName: string, key: string) =>
  http('POST', `/assets/${id}/attachImage`, {
    reply: attachment,
    body: { image, fileName },
    idempotencyKey: key,
  });
/** @param image the id of the picture itself */
export const removeAssetImage = (image: number) =>
  http('DELETE', `/assets/images/${image}`, { reply: removed });
export const fetchAssetHistory = (id: number, page: Page, signal: AbortSignal) =>
  http('GET', withQuery(`/assets/${id}/history`, page), { reply: z.array(assetEvent), signal });

export const fetchAssetTypes = (signal: AbortSignal) =>
  http('GET', withQuery('/assets/types', { orderBy: 'sortOrder', limit: 500 }), {
    reply: z.array(assetType),
    signal,
  });
export const fetchAssetModel = (id: number, signal: AbortSignal) =>
  http('GET', `/assets/models/${id}`, { reply: assetModel, signal });
/** The assets that bear exactly this code; none, one, or several of one serial number. */
export const findAssetsByCode = (code: string) =>
  http('GET', `/assets/codes/${encodeURIComponent(code)}`, { reply: assetMatches });
