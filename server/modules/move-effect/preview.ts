import type { MoveItemChange, MovePreview } from '#contract/move-effect.ts';
import type { moveOutcome } from '#contract/move-effect.ts';
import type { z } from 'zod';
import { AppError, forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { mayDecide, mayWork, seenBy } from '#server/modules/move-requests/service.ts';
import { findConflicts } from './conflicts.ts';
import { takeDue } from './effect.ts';
import { planStep } from './plan-step.ts';
import { requestsOf, standingOf } from './request-repository.ts';

type Concerned = Awaited<ReturnType<typeof seenBy>>;

/** Whoever only moves along sees what changes for them. */
function shownTo(caller: Caller, request: Concerned, items: readonly MoveItemChange[]): MoveItemChange[] {
  const party = request.requester === caller.id || mayWork(caller, request);
  return party ? [...items] : items.filter(({ person }) => person?.id === caller.id);
}

export async function previewOf(tx: Tx, caller: Caller, id: number): Promise<MovePreview> {
  const concerned = await seenBy(tx, caller, id);
  const { date, effectedAt, failure, outcomes } = (await standingOf(tx, id))!;
  const head = {
    id,
    ...(date !== null && { date }),
    ...(failure && { failure }),
    conflicts: [],
    choices: [],
  };
  if (effectedAt !== null) {
    const items = shownTo(caller, concerned, outcomes as MoveItemChange[]);
    return { ...head, effectedAt, mayEffect: false, items };
  }
  const [request] = await requestsOf(tx, [id]);
  if (!request) return { ...head, mayEffect: false, items: [] };
  const step = await planStep(tx, [request], new Date(Math.max(date ?? 0, Date.now())));
  const items = shownTo(caller, concerned, [...step.changes.values()]);
  const shown = new Set(items.map((item) => item.id));
  return {
    ...head,
    mayEffect: request.approved && mayDecide(caller, concerned),
    conflicts: await findConflicts(tx, caller, request),
    items,
    choices: step.choices.filter(({ item }) => shown.has(item)),
  };
}

/** The conflicts of a request as things stand; of one that is over none. @throws 404 */
export const conflictsFor = (db: Database, caller: Caller, id: number) =>
  db.read(caller.organisation, async (tx) => {
    await seenBy(tx, caller, id);
    const [request] = await requestsOf(tx, [id]);
    return { conflicts: request ? await findConflicts(tx, caller, request) : [] };
  });

/** @throws 404, 409 while nothing has changed */
export const outcomeOf = (db: Database, caller: Caller, id: number): Promise<z.infer<typeof moveOutcome>> =>
  db.read(caller.organisation, async (tx) => {
    const concerned = await seenBy(tx, caller, id);
    const { effectedAt, outcomes } = (await standingOf(tx, id))!;
    if (effectedAt === null)
      throw new AppError(
        409,
        'move.not-effected',
        'This move has not taken effect yet. Look at its preview.',
      );
    return { id, effectedAt, items: shownTo(caller, concerned, outcomes as MoveItemChange[]) };
  });

/** Whether it can be asked for at all. @throws 403, 404, 409 */
async function checkReady(tx: Tx, caller: Caller, id: number, early: boolean) {
  const concerned = await seenBy(tx, caller, id);
  if (!mayDecide(caller, concerned))
    throw forbidden('Who can approve this move can have it take effect by hand.');
  if (concerned.effected) return;
  const [request] = await requestsOf(tx, [id]);
  if (!request)
    throw new AppError(
      409,
      'move.over',
      'This move is rejected, done or in the archive: it will not take effect.',
    );
  if (!request.approved)
    throw new AppError(409, 'move.not-approved', 'This move has not been approved yet. Approve it first.');
  if (request.date !== null && !request.due && !early)
    throw new AppError(
      409,
      'move.too-early',
      'This move takes effect by itself when its date has come. Say early to have it take effect now.',
    );
}

/** Has a request take effect now, and answers what it changed; once more changes nothing. @throws 403, 404, 409 saying why */
export async function effectNow(db: Database, caller: Caller, id: number, early: boolean) {
  await db.read(caller.organisation, (tx) => checkReady(tx, caller, id, early));
  const [error] = await takeDue(db, caller.organisation, { also: id, by: caller });
  const { effectedAt, failure } = await db.read(
    caller.organisation,
    async (tx) => (await standingOf(tx, id))!,
  );
  if (effectedAt !== null) return outcomeOf(db, caller, id);
  if (error) throw error;
  throw new AppError(409, 'move.cannot-take-effect', failure?.why ?? 'This move cannot take effect now.');
}
