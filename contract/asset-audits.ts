import { z } from 'zod';
import { auditAssetStates, auditStates } from './asset-audit-state.ts';
import {
  choiceFilter,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  listQuery,
  ref,
  requiredText,
  text,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const whole = z.int();

/** Figures of an audit, a building, a floor or a space: expected = found + misplaced + missing + pending + removed. */
export const auditFigures = z.object({
  expected: whole,
  found: whole,
  /** Seen elsewhere than expected; counted where they were expected. */
  misplaced: whole,
  /** Expected, not seen, and the space is finished. */
  missing: whole,
  /** Expected and not seen yet. */
  pending: whole,
  /** Taken out of the register before anybody saw them. */
  removed: whole,
  /** Seen here and expected nowhere. */
  unexpected: whole,
  unknown: whole,
});
export type AuditFigures = z.infer<typeof auditFigures>;

/** Everything empty: the whole organisation. Places and owners add up; types narrow. */
export const auditScope = z.object({
  buildings: z.array(named),
  floors: z.array(named),
  spaces: z.array(named),
  types: z.array(named),
  owners: z.array(named),
});
export type AuditScope = z.infer<typeof auditScope>;

export const assetAudit = named.extend({
  note: z.string(),
  state: z.enum(auditStates),
  scope: auditScope,
  /** Who audits; no floors: everything. */
  auditors: z.array(named.extend({ floors: z.array(named) })),
  dueDate: epochMs.optional(),
  /** Open or reconciling, and the due date has passed. */
  late: z.boolean(),
  /** The next campaign is made by the rule; `next` is absent when there is none any more. */
  recurrence: z.object({ rule: z.string(), start: z.string(), next: epochMs.optional() }).optional(),
  figures: auditFigures,
  spaces: z.object({ toVisit: whole, visited: whole, done: whole }),
  /** Differences that nobody has decided on; unknown tags of the inbox among them. */
  undecided: whole,
  /** What the caller may do now. */
  may: z.object({ manage: z.boolean(), scan: z.boolean() }),
  createdBy: named.optional(),
  openedBy: named.optional(),
  closedBy: named.optional(),
  openedAt: epochMs.optional(),
  /** Walking ended. */
  walkedAt: epochMs.optional(),
  closedAt: epochMs.optional(),
  cancelReason: z.string().optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type AssetAudit = z.infer<typeof assetAudit>;

/** GET /assets/audits and /count. `mine`: the caller is named in it. */
export const auditListQuery = listQuery.extend({
  state: choiceFilter(auditStates),
  mine: flagFilter,
});
export type AuditListQuery = z.output<typeof auditListQuery>;

const refs = z.array(ref).max(2000);
export const auditScopeBody = z.object({
  buildings: refs.optional(),
  floors: refs.optional(),
  spaces: refs.optional(),
  types: refs.optional(),
  owners: refs.optional(),
});
export type AuditScopeBody = z.output<typeof auditScopeBody>;

const auditors = z.array(z.object({ id, floors: z.array(ref).max(500).optional() })).max(500);
/** `start` by the clocks of the organisation, such as 2027-03-01T09:00: the occurrence this campaign is for. */
const recurrence = z.object({
  rule: requiredText(500),
  start: z
    .string()
    .regex(/^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'must be a time such as 2027-03-01T09:00'),
});
const dueDate = z.int().min(0).max(253_402_300_799_999);
/** POST /assets/audits: planned. */
export const auditCreate = z.object({
  name: requiredText(200),
  note: text(4000).nullish(),
  scope: auditScopeBody.optional(),
  auditors: auditors.optional(),
  dueDate: dueDate.nullish(),
  recurrence: recurrence.nullish(),
});
/** PUT /assets/audits/{id}: the scope can be changed while it is planned. */
export const auditEdit = auditCreate.partial().extend({ id: id.optional() });
export type AuditWrite = z.output<typeof auditEdit>;
/** POST /assets/audits/preview: what a scope would expect today. */
export const auditPreview = z.object({ assets: whole, spaces: whole });
/** PUT /assets/audits/{id}/open, /reconcile, /reopen, /close: no body. PUT …/cancel: */
export const auditCancelBody = z.object({ reason: text(1000).nullish() }).nullish();

/** What is written on an asset, and what it is; in an audit as it was when the audit began. */
export const auditedAsset = named.extend({
  localUID: z.string().optional(),
  serialNumber: z.string().optional(),
  model: z.string(),
  type: z.string(),
});
/** A space with where it is. */
export const auditedSpace = named.extend({ floor: named, building: named });

export const scanResults = [
  'expected-here',
  'elsewhere',
  'already-seen',
  'not-in-scope',
  'owned',
  'unknown',
] as const;
export type ScanResult = (typeof scanResults)[number];
/** `place`: POST /assets/scans/{id}/place; `leave`: …/leave; `undo`: …/undo; the others belong to the unknown tag. */
export const scanActions = ['place', 'leave', 'undo', 'photograph', 'note'] as const;
export type ScanAction = (typeof scanActions)[number];

/**
 * POST /assets/audits/{id}/scans, and POST /assets/scans for a walk without a campaign: one, or up to 500. Either a
 * code as it was read, or an asset chosen by hand. What is sent again under a `clientId` is not another sighting.
 */
export const scanBody = z
  .object({
    code: requiredText(200).optional(),
    assetId: id.optional(),
    roomId: id,
    clientId: requiredText(100).optional(),
    /** When it was scanned; absent, or later than the server's clock: now. */
    at: z.int().min(0).optional(),
    note: text(2000).nullish(),
    condition: z.enum(['good', 'damaged']).optional(),
  })
  .refine(({ code, assetId }) => (code === undefined) !== (assetId === undefined), {
    path: ['code'],
    message: 'or an assetId must be given, and not both',
  });
export type ScanBody = z.output<typeof scanBody>;

/** The answer to a scan: all that the screen shows of it. */
export const scanAnswer = z.object({
  /** Of the scan. */
  id: z.int(),
  result: z.enum(scanResults),
  code: z.string(),
  room: named,
  at: epochMs,
  by: named,
  /** The same tag within a second, or the same `clientId`: it was not noted again. */
  repeated: z.boolean(),
  asset: auditedAsset.optional(),
  /** Where it is expected, or where the register has it. */
  expectedRoom: auditedSpace.optional(),
  owner: named.optional(),
  /** The sighting before this one. */
  seen: z.object({ at: epochMs, by: named, room: named }).optional(),
  /** The register says something else since the audit began: where it is now. */
  moved: z.object({ room: named.optional(), owner: named.optional() }).optional(),
  /** Taken out of the register meanwhile. */
  removed: z.boolean(),
  damaged: z.boolean(),
  unknownTag: z.object({ id: z.int(), scans: whole }).optional(),
  /** What was chosen for it: the place corrected, or left as it is. */
  choice: z.enum(['placed', 'left']).optional(),
  actions: z.array(z.enum(scanActions)),
  /** Of the space one stands in, after this scan. Without a campaign absent. */
  progress: z.object({ expected: whole, seen: whole }).optional(),
});
export type ScanAnswer = z.infer<typeof scanAnswer>;

/** GET /assets/audits/{id}/scans: the log, the newest first. */
export const scanLogQuery = listQuery
  .pick({ limit: true, startAt: true })
  .extend({ roomId: idsFilter, assetId: idsFilter, person: idsFilter });
export type ScanLogQuery = z.output<typeof scanLogQuery>;
export const scanLogLine = z.object({
  id: z.int(),
  result: z.enum(scanResults),
  code: z.string(),
  asset: named.optional(),
  unknownTag: z.object({ id: z.int() }).optional(),
  room: named,
  by: named,
  at: epochMs,
  note: z.string(),
  damaged: z.boolean(),
  choice: z.enum(['placed', 'left']).optional(),
});
export type ScanLogLine = z.infer<typeof scanLogLine>;

/** PUT /assets/audits/{id}/spaces: this space is done, or is not. Answers its progress. */
export const spaceDoneBody = z.object({ roomId: id, done: z.boolean() });

export const spaceStates = ['to-visit', 'begun', 'done', 'nothing-expected'] as const;
export const spaceProgress = named.extend({
  state: z.enum(spaceStates),
  figures: auditFigures,
  doneAt: epochMs.optional(),
  doneBy: named.optional(),
});
export type SpaceProgress = z.infer<typeof spaceProgress>;
const visits = z.object({ toVisit: whole, visited: whole, done: whole });
export const floorProgress = named.extend({
  figures: auditFigures,
  visits,
  /** Whose part it is. */
  auditors: z.array(named),
  spaces: z.array(spaceProgress),
});
/** GET /assets/audits/{id}/progress, `floorId`: these alone. `elsewhere`: with a person, or nobody knows where. */
export const auditProgress = z.object({
  state: z.enum(auditStates),
  figures: auditFigures,
  visits,
  buildings: z.array(named.extend({ figures: auditFigures, visits, floors: z.array(floorProgress) })),
  elsewhere: auditFigures,
});
export type AuditProgress = z.infer<typeof auditProgress>;
export const progressQuery = z.object({ floorId: idsFilter });

/** An asset in an audit. */
export const auditRow = z.object({
  asset: auditedAsset,
  state: z.enum(auditAssetStates),
  damaged: z.boolean(),
  removed: z.boolean(),
  expectedRoom: auditedSpace.optional(),
  owner: named.optional(),
  seen: z.object({ at: epochMs, by: named, room: auditedSpace }).optional(),
  /** The register said something else when walking ended, or says so now. */
  moved: z.object({ room: named.optional(), owner: named.optional() }).optional(),
  /** Put right on the spot. */
  placed: z.object({ at: epochMs, by: named }).optional(),
  decision: z
    .object({
      decision: z.enum(['accepted', 'rejected']),
      reason: z.string().optional(),
      at: epochMs,
      by: named,
    })
    .optional(),
});
export type AuditRow = z.infer<typeof auditRow>;
/** GET /assets/audits/{id}/assets and /count. `roomId`, `floorId`: expected there, or seen there. */
export const auditRowQuery = listQuery.pick({ search: true, limit: true, startAt: true }).extend({
  state: choiceFilter(auditAssetStates),
  roomId: idsFilter,
  floorId: idsFilter,
  buildingId: idsFilter,
});
export type AuditRowQuery = z.output<typeof auditRowQuery>;
