import { z } from 'zod';
import {
  auditReport,
  decided,
  type DecideBody,
  difference,
  unknownTag,
} from '#contract/asset-audit-results.ts';
import {
  assetAudit,
  type AuditRowQuery,
  auditPreview,
  auditProgress,
  auditRow,
  scanAnswer,
} from '#contract/asset-audits.ts';
import type { AuditAssetState, DifferenceKind } from '#contract/asset-audit-state.ts';
import { count as countReply } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const root = '/assets/audits';
const tags = '/assets/unknown-tags';
type Page = { startAt?: number; limit?: number };
type Ref = { id: number };

/** `state`: one or several with commas between. */
export type AuditFilter = { state?: string | undefined; search?: string | undefined };
export const fetchAudits = (filter: AuditFilter, page: Page, signal: AbortSignal) =>
  http('GET', withQuery(root, { ...filter, ...page, orderBy: 'id', orderByType: 'desc' }), {
    reply: z.array(assetAudit),
    signal,
  });
export const fetchAudit = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}`, { reply: assetAudit, signal });
export const fetchProgress = (id: number, floorId: number | undefined, signal: AbortSignal) =>
  http('GET', withQuery(`${root}/${id}/progress`, { floorId }), { reply: auditProgress, signal });
export const fetchReport = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/report`, { reply: auditReport, signal });

export type ScopeBody = {
  buildings: Ref[];
  floors: Ref[];
  spaces: Ref[];
  types: Ref[];
  owners: Ref[];
};
export type AuditBody = {
  name: string;
  note: string | null;
  /** Absent: as it was. */
  scope?: ScopeBody;
  auditors: { id: number; floors: Ref[] }[];
  /** Epoch ms. */
  dueDate: number | null;
  /** Absent: as it was. */
  recurrence?: { rule: string; start: string } | null;
};
export const createAudit = (body: AuditBody, key: string) =>
  http('POST', root, { reply: assetAudit, body, idempotencyKey: key });
export const changeAudit = (id: number, body: AuditBody) =>
  http('PUT', `${root}/${id}`, { reply: assetAudit, body });
export const previewScope = (scope: ScopeBody, signal: AbortSignal) =>
  http('POST', `${root}/preview`, { reply: auditPreview, body: scope, signal });
export type AuditStep = 'open' | 'reconcile' | 'reopen' | 'close' | 'cancel';
/** @param reason of a cancellation */
export const takeStep = (id: number, step: AuditStep, reason?: string) =>
  http('PUT', `${root}/${id}/${step}`, { reply: assetAudit, body: reason ? { reason } : {} });

export type Scan = {
  code?: string;
  assetId?: number;
  roomId: number;
  at: number;
  condition?: 'damaged';
};
/**
 * One sighting, in a campaign or on a walk of none.
 * @param key the same for every try: what is sent again is not another sighting
 */
export const sendScan = (audit: number | undefined, scan: Scan, key: string) =>
  http('POST', audit === undefined ? '/assets/scans' : `${root}/${audit}/scans`, {
    reply: scanAnswer,
    body: { ...scan, clientId: key },
    idempotencyKey: key,
  });
export type ScanChoice = 'place' | 'leave' | 'undo';
/** Corrects the place of what was scanned, leaves it as it is, or takes either back. */
export const chooseFor = (scan: number, choice: ScanChoice) =>
  http('POST', `/assets/scans/${scan}/${choice}`, { reply: scanAnswer });
export const finishSpace = (id: number, roomId: number, done: boolean) =>
  http('PUT', `${root}/${id}/spaces`, { body: { roomId, done } });

export type RowFilter = {
  state?: AuditAssetState | undefined;
  roomId?: number | undefined;
} & { [key in keyof Pick<AuditRowQuery, 'search'>]?: string | undefined };
export const fetchRows = (id: number, filter: RowFilter, page: Page, signal: AbortSignal) =>
  http('GET', withQuery(`${root}/${id}/assets`, { ...filter, ...page }), {
    reply: z.array(auditRow),
    signal,
  });

export type DifferenceFilter = {
  kind?: Exclude<DifferenceKind, 'unknown'> | undefined;
  undecided?: boolean | undefined;
  search?: string | undefined;
};
export const fetchDifferences = (id: number, filter: DifferenceFilter, page: Page, signal: AbortSignal) =>
  http('GET', withQuery(`${root}/${id}/differences`, { ...filter, ...page }), {
    reply: z.array(difference),
    signal,
  });
export const countDifferences = async (id: number, filter: DifferenceFilter, signal: AbortSignal) =>
  (await http('GET', withQuery(`${root}/${id}/differences/count`, filter), { reply: countReply, signal }))
    .count;
export const decide = (id: number, body: DecideBody) =>
  http('PUT', `${root}/${id}/decide`, { reply: decided, body });

export type TagFilter = {
  state?: 'open' | 'resolved' | 'dismissed';
  auditId?: number | undefined;
  search?: string | undefined;
};
export const fetchTags = (filter: TagFilter, page: Page, signal: AbortSignal) =>
  http('GET', withQuery(tags, { ...filter, ...page }), { reply: z.array(unknownTag), signal });
export const noteTag = (id: number, note: string) =>
  http('PUT', `${tags}/${id}`, { reply: unknownTag, body: { note: note.trim() || null } });
/** @param image a data: URL */
export const photographTag = (id: number, image: string) =>
  http('POST', `${tags}/${id}/attachImage`, { reply: unknownTag, body: { image } });
export type TagResolution = { asset: Ref } | { model: Ref; name: string | null; serialNumber: string | null };
export const resolveTag = (id: number, resolution: TagResolution) =>
  http('PUT', `${tags}/${id}/resolve`, { reply: unknownTag, body: resolution });
export const dismissTag = (id: number, reason: string) =>
  http('PUT', `${tags}/${id}/dismiss`, { reply: unknownTag, body: { reason } });
