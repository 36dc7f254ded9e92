import { z } from 'zod';
import { differenceKinds } from './asset-audit-state.ts';
import { assetAudit, auditProgress, auditRow, auditedSpace } from './asset-audits.ts';
import { choiceFilter, epochMs, flagFilter, idsFilter, listQuery, ref, requiredText, text } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const whole = z.int();

export const unknownStates = ['open', 'resolved', 'dismissed'] as const;
/** A label that the register does not know. `audit` is absent for what was met on a walk without a campaign. */
export const unknownTag = z.object({
  id: z.int(),
  tag: z.string(),
  state: z.enum(unknownStates),
  audit: named.optional(),
  room: auditedSpace,
  /** How often it was scanned. */
  scans: whole,
  firstAt: epochMs,
  lastAt: epochMs,
  by: named,
  note: z.string(),
  /** Where the picture is, for an <img>. */
  photograph: z.object({ id: z.int(), downloadURL: z.string() }).optional(),
  asset: named.optional(),
  reason: z.string().optional(),
  decidedBy: named.optional(),
  decidedAt: epochMs.optional(),
});
export type UnknownTag = z.infer<typeof unknownTag>;
/** GET /assets/unknown-tags and /count. */
export const unknownTagQuery = listQuery
  .pick({ search: true, limit: true, startAt: true })
  .extend({ state: choiceFilter(unknownStates), auditId: idsFilter });
export type UnknownTagQuery = z.output<typeof unknownTagQuery>;
/** PUT /assets/unknown-tags/{id} */
export const unknownTagEdit = z.object({ note: text(2000).nullable() });
/** POST /assets/unknown-tags/{id}/attachImage */
export const unknownTagImage = z.object({ image: z.string().min(1), fileName: text(200).nullish() });
/** PUT /assets/unknown-tags/{id}/resolve: the tag of an asset that has none, or of a new asset of a model. */
export const unknownTagResolve = z.object({
  asset: ref.optional(),
  model: ref.optional(),
  name: text(400).nullish(),
  serialNumber: text(200).nullish(),
});
export type UnknownTagResolve = z.output<typeof unknownTagResolve>;
/** PUT /assets/unknown-tags/{id}/dismiss */
export const unknownTagDismiss = z.object({ reason: requiredText(1000) });

/** GET /assets/audits/{id}/differences and /count: assets alone; unknown tags are in the inbox of the audit. */
export const difference = auditRow.extend({
  kind: z.enum(differenceKinds),
  undecided: z.boolean(),
  /** Why the caller may not decide on it. */
  mayDecide: z.boolean(),
});
export type Difference = z.infer<typeof difference>;
const assetDifferences = ['missing', 'misplaced', 'unexpected', 'damaged'] as const;
export const differenceQuery = listQuery
  .pick({ search: true, limit: true, startAt: true })
  .extend({ kind: choiceFilter(assetDifferences), undecided: flagFilter });
export type DifferenceQuery = z.output<typeof differenceQuery>;
/**
 * PUT /assets/audits/{id}/decide: these assets, all or nothing, or every undecided one of a kind that the caller did
 * not scan. Accepted: the register is put right (lost, placed where it was seen, damaged).
 */
export const decideBody = z
  .object({
    decision: z.enum(['accepted', 'rejected']),
    reason: text(1000).nullish(),
    assets: z.array(ref).min(1).max(2000).optional(),
    kind: z.enum(assetDifferences).optional(),
  })
  .refine(({ assets, kind }) => (assets === undefined) !== (kind === undefined), {
    path: ['assets'],
    message: 'or a kind must be given, and not both',
  })
  .refine(({ decision, reason }) => decision === 'accepted' || reason?.trim(), {
    path: ['reason'],
    message: 'must say why it is rejected',
  });
export type DecideBody = z.output<typeof decideBody>;
/** `own`: left, because the caller scanned them; `undecided`: what is left of all. */
export const decided = z.object({ decided: whole, own: whole, undecided: whole });

/** GET /assets/audits/{id}/report: figures, and the lists of what was not as expected, each up to 5,000 rows. */
export const auditReport = z.object({
  audit: assetAudit,
  progress: auditProgress,
  lists: z.object({
    missing: z.array(auditRow),
    misplaced: z.array(auditRow),
    unexpected: z.array(auditRow),
    damaged: z.array(auditRow),
    removed: z.array(auditRow),
    unknown: z.array(unknownTag),
  }),
});
export type AuditReport = z.infer<typeof auditReport>;
