import pg from 'pg';
import { sumOf } from '#contract/leave-rules.ts';
import type { LeaveCreate, LeaveEdit, LeavePreview, LeavePreviewBody } from '#contract/leaves.ts';
import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { plain } from './balances.ts';
import { demandDelegate, demandNone, demandSpan, look, type Looked } from './check.ts';
import { bookingsWithin, takeEffect } from './effect.ts';
import { findPerson, firstApprover } from './limit-repository.ts';
import { answer, record, seenBy } from './record.ts';
import { findType, type Type } from './types.ts';
import {
  chainLength,
  insertLeave,
  updateLeave,
  writeDays,
  type NewLeave,
  type Wish,
} from './write-repository.ts';

const OVERLAP = 'leave_once';

/** @throws 400 */
async function typeOf(tx: Tx, id: number): Promise<Type> {
  const type = await findType(tx, id);
  if (!type) throw invalid('type', 'is no type of leave that is in use');
  return type;
}

/** Whom a leave is for. @throws 400, 403 */
async function personOf(tx: Tx, caller: Caller, user: { id: number } | undefined): Promise<number> {
  if (user === undefined || user.id === caller.id) return caller.id;
  if (!caller.siteAdmin) throw forbidden('Only site administrators can ask for leave for somebody else.');
  if (!(await findPerson(tx, user.id))) throw invalid('user', 'is nobody in the directory');
  return user.id;
}

const wishOf = (body: LeaveCreate, user: number): Wish => ({
  user,
  type: body.type.id,
  startDate: body.startDate,
  endDate: body.endDate,
  startsAtNoon: body.startsAtNoon ?? false,
  endsAtNoon: body.endsAtNoon ?? false,
  delegate: body.delegate?.id ?? null,
  note: body.note ?? '',
});

async function checked(tx: Tx, wish: Wish, except?: number): Promise<Looked & { type: Type }> {
  const type = await typeOf(tx, wish.type);
  demandSpan(wish);
  await demandDelegate(tx, wish);
  return { type, ...(await look(tx, wish, type, except)) };
}

async function ready(tx: Tx, wish: Wish, { type, days }: { type: Type } & Looked): Promise<NewLeave> {
  const approvals = type.approvals === 0 ? 0 : await chainLength(tx, wish.user, type.approvals);
  return { ...wish, days: sumOf(days), approvals, state: approvals === 0 ? 'approved' : 'pending' };
}

/** Stores it; what is taken by another leave in spite of all looking is the database's word. */
async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === OVERLAP)
      throw new AppError(409, 'leave.overlap', 'There is another leave in these days. Choose other days.', {
        field: 'startDate',
      });
    throw error;
  }
}

/** What needs no approval takes effect at once. */
async function settled(tx: WriteTx, caller: Caller, id: number, leave: NewLeave, days: Looked['days']) {
  await writeDays(tx, id, days);
  if (leave.state !== 'approved') return;
  await record(tx, id, { kind: 'approved', by: null });
  await takeEffect(tx, caller, id, leave);
}

/** Asks for leave. JSON text. @throws 400, 403, 409 */
export async function createLeave(tx: WriteTx, caller: Caller, body: LeaveCreate): Promise<string> {
  const wish = wishOf(body, await personOf(tx, caller, body.user));
  const looked = await checked(tx, wish);
  demandNone(looked.conflicts);
  const leave = await ready(tx, wish, looked);
  const id = await stored(() => insertLeave(tx, caller.id, leave));
  await record(tx, id, { kind: 'asked', by: caller.id });
  await settled(tx, caller, id, leave, looked.days);
  return answer(tx, caller, id);
}

/** Changes what has not been decided; who approved already is asked again. JSON text. @throws 400, 403, 404, 409, 412 */
export async function editLeave(
  tx: WriteTx,
  caller: Caller,
  id: number,
  body: LeaveEdit,
  ifMatch?: string,
): Promise<string> {
  const before = await seenBy(tx, caller, id);
  if (body.id !== undefined && body.id !== id) throw invalid('id', 'is not that of the address');
  if (!namesVersion(ifMatch, before.dateUpdated))
    throw new AppError(412, 'leave.changed', 'This leave was changed meanwhile. Load it again.');
  if (before.state !== 'pending')
    throw new AppError(409, 'leave.state', `This leave is ${before.state} and can no longer be changed.`);
  if (!before.allowed.includes('edit')) throw forbidden('Only who asked for this leave can change it.');
  const wish: Wish = {
    user: before.user,
    type: body.type?.id ?? before.type,
    startDate: body.startDate ?? before.startDate,
    endDate: body.endDate ?? before.endDate,
    startsAtNoon: body.startsAtNoon ?? before.startsAtNoon,
    endsAtNoon: body.endsAtNoon ?? before.endsAtNoon,
    delegate: body.delegate === undefined ? before.delegate : (body.delegate?.id ?? null),
    note: body.note ?? before.note,
  };
  const looked = await checked(tx, wish, id);
  demandNone(looked.conflicts);
  const leave = await ready(tx, wish, looked);
  await stored(() => updateLeave(tx, caller.id, id, leave));
  await record(tx, id, { kind: 'changed', by: caller.id });
  await settled(tx, caller, id, leave, looked.days);
  return answer(tx, caller, id);
}

/** What asking would mean; nothing is written. @throws 400, 403, 404 */
export async function previewLeave(tx: Tx, caller: Caller, body: LeavePreviewBody): Promise<LeavePreview> {
  const before = body.id === undefined ? undefined : await seenBy(tx, caller, body.id);
  const wish = wishOf(body, before?.user ?? (await personOf(tx, caller, body.user)));
  const { type, days, conflicts, years } = await checked(tx, wish, before?.id);
  const approvals = type.approvals === 0 ? 0 : await chainLength(tx, wish.user, type.approvals);
  const approver = approvals === 0 ? undefined : await firstApprover(tx, wish.user);
  const releases = await bookingsWithin(tx, wish.user, wish);
  return {
    days: sumOf(days),
    years: years.map((year) => ({ ...year, before: plain(year.before), after: plain(year.after) })),
    conflicts,
    releases,
    approvals,
    ...(approver && { approver }),
  };
}
