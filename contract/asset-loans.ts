import { z } from 'zod';
import { loanStates } from './asset-loan-rules.ts';
import { assetConditions, assetShort } from './assets.ts';
import { attachment, userShort } from './users.ts';
import {
  bool,
  choiceFilter,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  instantFilter,
  listQuery,
  ref,
  refOrNone,
  text,
  textFilter,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
/** An asset as loans and confirmations show it. */
export const lentAsset = assetShort.extend({
  type: named,
  image: attachment.optional(),
  /** Everybody may reserve it. */
  lendable: z.boolean(),
  /** It is in the register no more. */
  removed: z.boolean(),
});
export type LentAsset = z.infer<typeof lentAsset>;

export const assetLoan = z.object({
  id: z.int(),
  asset: lentAsset,
  /** Who borrows it. */
  user: userShort,
  center: named,
  state: z.enum(loanStates),
  startDate: epochMs,
  /** When it is due back. Past it the asset stays taken: nobody can have it within twelve hours before it is back. */
  dueDate: epochMs,
  overdue: z.boolean(),
  notes: z.string(),
  lentAt: epochMs.optional(),
  /** The keeper. */
  lentBy: userShort.optional(),
  /** Where it was when it was handed over, and where it goes back to. */
  home: z.object({ room: named.optional(), owner: named.optional() }),
  returnedAt: epochMs.optional(),
  returnedBy: userShort.optional(),
  returnNotes: z.string().optional(),
  returnCondition: z.enum(assetConditions).optional(),
  cancellationReason: z.string().optional(),
  /** Why it must come back before it is due. */
  flag: z.string().optional(),
  /** Of a reservation: who has not brought the asset back, although it was due. */
  waitsFor: z.object({ loan: z.int(), user: named, dueDate: epochMs }).optional(),
  createdBy: named.optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type AssetLoan = z.infer<typeof assetLoan>;

/** GET /assets/loans and …/count: of everybody for the keepers, otherwise the caller's own. */
export const assetLoanQuery = listQuery.extend({
  state: choiceFilter(loanStates),
  /** Out and past due; false: out and not yet due. */
  overdue: flagFilter,
  /** The caller's own. */
  mine: flagFilter,
  assetId: idsFilter,
  userId: idsFilter,
  /** Whoever handed it over. */
  lentById: idsFilter,
  /** With anything of its time in this window. */
  from: instantFilter,
  until: instantFilter,
  /** Due back before this moment. */
  dueUntil: instantFilter,
  flagged: flagFilter,
});
export type AssetLoanQuery = z.output<typeof assetLoanQuery>;

const YEAR_9999 = 253_402_300_799_999;
const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
export const instant = z.int(NO_INSTANT).min(0, NO_INSTANT).max(YEAR_9999, NO_INSTANT);

/** POST /assets/loans: hands an asset over now. Keepers. */
export const assetLoanCreate = z.object({
  asset: ref,
  user: ref,
  dueDate: instant,
  notes: text(4000).nullish(),
  center: ref.optional(),
});
export type AssetLoanCreate = z.output<typeof assetLoanCreate>;
/** POST /assets/loans/reserve: for oneself, or for anybody by a keeper. */
export const assetReservationCreate = z.object({
  asset: ref,
  /** Absent: the caller. */
  user: ref.optional(),
  startDate: instant,
  dueDate: instant,
  notes: text(4000).nullish(),
  center: ref.optional(),
});
export type AssetReservationCreate = z.output<typeof assetReservationCreate>;
/** PUT /assets/loans/{id}: what is absent stays. The start and the person of a reservation alone can change. */
export const assetLoanEdit = z.object({
  id: id.optional(),
  user: ref.optional(),
  startDate: instant.optional(),
  dueDate: instant.optional(),
  notes: text(4000).nullish(),
});
export type AssetLoanEdit = z.output<typeof assetLoanEdit>;
/** PUT …/handOver */
export const handOverBody = z
  .object({ id: id.optional(), dueDate: instant.optional(), notes: text(4000).nullish() })
  .nullish();
/** PUT …/return: it goes back where it was, or to `room`. */
export const loanReturnBody = z
  .object({
    id: id.optional(),
    condition: z.enum(assetConditions).optional(),
    notes: text(4000).nullish(),
    room: refOrNone.optional(),
  })
  .nullish();
export type LoanReturn = z.output<typeof loanReturnBody>;
/** PUT …/cancel */
export const loanCancelBody = z.object({ id: id.optional(), reason: text(1000).nullish() }).nullish();

/** GET /assets/lendable: what may be reserved, what is free in the window first. */
export const lendableQuery = listQuery.pick({ limit: true, startAt: true }).extend({
  search: textFilter(200),
  startDate: instantFilter,
  dueDate: instantFilter,
  typeId: idsFilter,
  /** Only what is free in the window. */
  free: flagFilter,
});
export type LendableQuery = z.output<typeof lendableQuery>;
export const lendableAsset = lentAsset.extend({
  room: named.optional(),
  /** In the whole window. */
  free: z.boolean(),
  /** Out and past due. */
  overdue: z.boolean(),
  /** When it is taken, from the window's start to four weeks after its end. */
  taken: z.array(
    z.object({ loan: z.int(), state: z.enum(loanStates), user: named, startDate: epochMs, dueDate: epochMs }),
  ),
});
export type LendableAsset = z.infer<typeof lendableAsset>;
/** PUT /assets/lendable: these assets may be reserved by everybody, or no longer. Managers. */
export const lendableBody = z.object({ assets: z.array(ref).min(1).max(5000), lendable: bool });
export const lendableAnswer = z.object({ count: z.int(), ids: z.array(z.int()) });

/** GET /assets/lending/scan: what a keeper can do with the asset of this label. */
export const lendingScanQuery = z.object({ code: z.string().trim().min(1, 'must not be empty').max(500) });
export const lendingScan = z.object({
  asset: lentAsset,
  /** What is out of it now. */
  loan: assetLoan.optional(),
  /** What comes next, soonest first. */
  reservations: z.array(assetLoan),
});
export type LendingScan = z.infer<typeof lendingScan>;

/** GET and PUT /assets/lending/rules: a reminder so many days before the due date, and every so many days after it. */
export const lendingRules = z.object({
  daysBefore: z.int().min(1).max(30),
  overdueDays: z.int().min(1).max(60),
});
export type LendingRules = z.infer<typeof lendingRules>;
export const lendingRulesEdit = lendingRules.partial();
