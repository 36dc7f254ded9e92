import type { Kind } from './records.ts';
import { image } from './tiny-image.ts';
import type { Given } from './route-ids.ts';

// What the ids of assets, their audits and loans stand for; test/route-ids.ts says how it is read.

export const assetPaths: Record<string, Kind | { as: string }> = {
  '/assets/:id': 'asset',
  '/assets/types/:id': 'assetType',
  '/assets/models/:id': 'assetModel',
  '/assets/images/:id': 'assetImage',
  '/assets/audits/:id': 'assetAudit',
  '/assets/scans/:id': 'assetScan',
  '/assets/unknown-tags/:id': 'unknownTag',
  '/assets/codes/:code': { as: 'AST-000001' },
  '/assets/loans/:id': 'assetLoan',
  '/assets/confirmations/:id': 'assetRound',
};

export const assetNames: Record<string, Kind> = {
  owner: 'user',
  model: 'assetModel',
  asset: 'asset',
  lentBy: 'user',
  teamOf: 'user',
  people: 'user',
  assets: 'asset',
  audit: 'assetAudit',
  auditors: 'user',
  owners: 'user',
  buildings: 'building',
  floors: 'floor',
  spaces: 'room',
  types: 'assetType',
};

export const assetIdsAt: Record<string, Record<string, Kind>> = {
  ...Object.fromEntries(
    [
      'GET /assets',
      'GET /assets/count',
      'GET /assets.csv',
      'GET /assets/models',
      'GET /assets/models/count',
    ].map((route) => [route, { type: 'assetType' }]),
  ),
  'POST /assets/models': { type: 'assetType' },
  'GET /assets/lendable': { type: 'assetType' },
  'PUT /assets/mine/answers': { answers: 'assetAsk' },
  ...Object.fromEntries(
    ['POST /assets/loans', 'POST /assets/loans/reserve', 'POST /assets/confirmations'].map((route) => [
      route,
      { center: 'assetCenter' },
    ]),
  ),
  'PUT /assets/models/:id': { type: 'assetType' },
};

const ref = { id: 0 };
const [startDate, endDate] = [Date.now() + 86_400_000, Date.now() + 90_000_000];
export const assetBodies: Record<string, unknown> = {
  'PUT /assets': { assets: [ref], set: { active: true } },
  'POST /assets/loans': { asset: ref, user: ref, dueDate: endDate },
  'POST /assets/loans/reserve': { asset: ref, user: ref, startDate, dueDate: endDate },
  'PUT /assets/lendable': { assets: [ref], lendable: true },
  'PUT /assets/mine/answers': { answers: [{ id: 0, answer: 'have' }] },
  'POST /assets/confirmations': { name: 'A', dueDate: endDate, people: [ref] },
  'POST /assets/confirmations/preview': { people: [ref] },
  'PUT /assets/undo': { dateUpdated: 1, assets: [ref] },
  'POST /assets/:id/attachImage': { image },
  'POST /assets/audits': { name: 'A', auditors: [{ id: 0, floors: [ref] }] },
  'PUT /assets/audits/:id': { auditors: [{ id: 0, floors: [ref] }] },
  'POST /assets/audits/:id/scans': [{ assetId: 0, roomId: 0 }],
  'POST /assets/scans': [{ assetId: 0, roomId: 0 }],
  'PUT /assets/audits/:id/decide': { decision: 'accepted', assets: [ref] },
  'PUT /assets/unknown-tags/:id/resolve': { asset: ref },
  'POST /assets/unknown-tags/:id/attachImage': { image },
};

export const assetBefore: Record<string, (given: Given) => Promise<Partial<Record<Kind, number>>>> = {
  // Scanned while it is open, decided on afterwards.
  'POST /assets/audits/:id/scans': async (given) => walk(given, 'open'),
  'PUT /assets/audits/:id/spaces': async (given) => walk(given, 'open'),
  'PUT /assets/audits/:id/decide': async (given) => walk(given, 'open', 'reconcile'),
  // What was lent or reserved by the call before is taken.
  'POST /assets/loans': async ({ make }) => ({ asset: await make('asset') }),
  'POST /assets/loans/reserve': async ({ make }) => ({ asset: await make('asset') }),
  'PUT /assets/loans/:id/return': async ({ id, send }) => {
    await send('PUT', `/assets/loans/${id}/handOver`);
    return {};
  },
};

async function walk({ id, send }: Given, ...steps: string[]) {
  for (const step of steps) await send('PUT', `/assets/audits/${id}/${step}`);
  const [row] = (await send('GET', `/assets/audits/${id}/assets`)) as { asset: { id: number } }[];
  return { asset: row!.asset.id };
}
