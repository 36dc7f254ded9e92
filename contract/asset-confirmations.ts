import { z } from 'zod';
import { instant, lentAsset } from './asset-loans.ts';
import { attachment, userShort } from './users.ts';
import {
  bool,
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
export const holdingAnswers = ['have', 'lost', 'damaged', 'not-mine'] as const;
export type HoldingAnswer = (typeof holdingAnswers)[number];
/** What needs somebody's attention. */
export const deviations = ['lost', 'damaged', 'not-mine'] as const satisfies readonly HoldingAnswer[];
export const roundScopes = ['everybody', 'team', 'people'] as const;

/** A question to people whether they have what they are said to hold. */
export const assetRound = z.object({
  id: z.int(),
  name: z.string(),
  center: named,
  dueDate: epochMs,
  scope: z.enum(roundScopes),
  teamOf: named.optional(),
  /** How many people and assets it asks about, and how many of them have answered. */
  people: z.int(),
  peopleDone: z.int(),
  assets: z.int(),
  answers: z.record(z.enum([...holdingAnswers, 'none']), z.int()),
  closedAt: epochMs.optional(),
  closedBy: named.optional(),
  createdBy: named,
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type AssetRound = z.infer<typeof assetRound>;
export const assetRoundQuery = listQuery.extend({ closed: flagFilter });
export type AssetRoundQuery = z.output<typeof assetRoundQuery>;

/** POST /assets/confirmations: `everybody`, those below `teamOf`, or `people`; exactly one of them. */
export const assetRoundCreate = z.object({
  name: requiredText(200),
  dueDate: instant,
  everybody: bool.optional(),
  teamOf: ref.optional(),
  people: z.array(ref).min(1).max(5000).optional(),
  center: ref.optional(),
});
export type AssetRoundCreate = z.output<typeof assetRoundCreate>;
export const assetRoundEdit = z.object({
  id: id.optional(),
  name: requiredText(200).optional(),
  dueDate: instant.optional(),
});
/** POST /assets/confirmations/preview: whom it would ask, and about how much. */
export const assetRoundPreviewBody = assetRoundCreate.pick({ everybody: true, teamOf: true, people: true });
export const assetRoundPreview = z.object({ people: z.int(), assets: z.int() });

/** GET /assets/confirmations/{id}/answers: asset by asset. */
export const assetAskQuery = listQuery.extend({
  answer: choiceFilter([...holdingAnswers, 'none'] as const),
  userId: idsFilter,
});
export type AssetAskQuery = z.output<typeof assetAskQuery>;
export const assetAsk = z.object({
  id: z.int(),
  asset: lentAsset,
  user: userShort,
  answer: z.enum(holdingAnswers).optional(),
  note: z.string().optional(),
  photograph: attachment.optional(),
  answeredAt: epochMs.optional(),
});
export type AssetAsk = z.infer<typeof assetAsk>;

/** GET /assets/confirmations/{id}/people: those who have not answered everything first. */
export const askedPerson = z.object({
  user: userShort,
  assets: z.int(),
  answered: z.int(),
  deviations: z.int(),
  /** When they were written to last. */
  remindedAt: epochMs.optional(),
});
export type AskedPerson = z.infer<typeof askedPerson>;

/** GET /assets/mine: what the caller holds and what they are asked about. */
export const heldAsset = lentAsset.extend({
  /** The register still says that the caller holds it. */
  held: z.boolean(),
  loan: z
    .object({ id: z.int(), dueDate: epochMs, overdue: z.boolean(), flag: z.string().optional() })
    .optional(),
  /** What is asked of it; the answer can be changed until the round is closed. */
  asks: z.array(
    z.object({
      id: z.int(),
      round: named.extend({ dueDate: epochMs }),
      answer: z.enum(holdingAnswers).optional(),
      note: z.string().optional(),
      photograph: attachment.optional(),
    }),
  ),
});
export type HeldAsset = z.infer<typeof heldAsset>;

/** PUT /assets/mine/answers: all of them or none; `answer` null takes one back. Answers what /assets/mine answers. */
export const holdingAnswersBody = z.object({
  answers: z
    .array(
      z.object({
        id,
        answer: z.enum(holdingAnswers).nullable(),
        note: text(4000).nullish(),
        /** base64 or a data: URL of an image; absent: as it was. */
        photograph: z.string().nullish(),
      }),
    )
    .min(1)
    .max(500),
});
export type HoldingAnswersBody = z.output<typeof holdingAnswersBody>;
