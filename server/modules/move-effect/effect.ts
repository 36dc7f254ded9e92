import { orderOf } from '#contract/move-order.ts';
import type { MoveConflict } from '#contract/move-effect.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { record } from '#server/modules/move-requests/service.ts';
import { carryOut } from './carry-out.ts';
import { obstacles, tellAll } from './conflicts.ts';
import { markFailed } from './effect-repository.ts';
import { planStep } from './plan-step.ts';
import { worldOf } from './present-repository.ts';
import { openRequests, requestsOf, type Request } from './request-repository.ts';

type Options = {
  /** Taken as due, whatever its date. */
  also?: number;
  /** None: the clock. */
  by?: { id: number };
  stopping?: AbortSignal | undefined;
};
type Failures = Map<number, string>;

const SAID = 3;
/** Why, in few sentences. */
function reasonOf(conflicts: readonly MoveConflict[]): string {
  const said = [...new Set(conflicts.map(({ message }) => message))];
  const more = said.length - SAID;
  return [...said.slice(0, SAID), ...(more > 0 ? [`There are ${more} more conflicts.`] : [])].join(' ');
}
const isDue = (request: Request, also: number | undefined) =>
  request.approved && (request.due || request.id === also);

/** The steps that can be taken now, and what keeps the rest of what is due. */
async function look(tx: Tx, { also }: Options, besides: ReadonlySet<number>) {
  const approved = (await openRequests(tx)).filter((one) => one.approved);
  const due = approved.filter((one) => isDue(one, also) && !besides.has(one.id));
  const failures: Failures = new Map();
  const ready: Request[] = [];
  for (const request of due) {
    const found = await obstacles(tx, request.items);
    if (found.length > 0) failures.set(request.id, reasonOf(found));
    else ready.push(request);
  }
  const world = await worldOf(
    tx,
    approved.flatMap(({ items }) => items),
  );
  const { steps, stuck } = orderOf(world, ready);
  const others = new Map(approved.map((one) => [one.id, one]));
  // What somebody has to leave for, later on the same day, only waits for them.
  const later = approved.filter((one) => !due.includes(one) && one.day === world.today);
  const atLast = later.length > 0 && stuck.size > 0 ? orderOf(world, [...ready, ...later]).stuck : stuck;
  for (const [id, conflicts] of stuck) {
    const request = others.get(id)!;
    const blocking = tellAll(conflicts, { request, world, others });
    if (atLast.has(id) || id === also) failures.set(id, reasonOf(blocking));
  }
  return { steps, failures };
}

/** Takes requests together, if they still can be; answers whether they were. */
export async function take(tx: WriteTx, ids: readonly number[], { also, by }: Options): Promise<boolean> {
  const requests = (await requestsOf(tx, ids)).filter((one) => isDue(one, also));
  if (requests.length < ids.length) return false;
  const items = requests.flatMap((one) => one.items);
  // Under the organisation's clock: what is found to fit now still fits when it is written.
  const { stuck } = orderOf(await worldOf(tx, items), requests);
  if (stuck.size > 0 || (await obstacles(tx, items)).length > 0) return false;
  await carryOut(tx, await planStep(tx, requests, tx.stamp), by);
  return true;
}

const fail = (db: Database, organisation: number, failures: Failures, by?: { id: number }) =>
  db.write(organisation, async (tx) => {
    const changed = await markFailed(
      tx,
      [...failures].map(([id, why]) => ({ id, why })),
    );
    for (const { id, why } of changed) await record(tx, by, id, [{ kind: 'failed', note: why }]);
  });

const UNEXPECTED = 'The server could not carry it out. Nothing was changed; it is tried again every minute.';

/**
 * Has everything that is due in the organisation take effect, a transaction a step, in an order in which no space is too
 * full at any time. What cannot is left as it was, and says why; when nothing is different, it is not written again.
 * Answers the unexpected errors.
 */
export async function takeDue(db: Database, organisation: number, options: Options = {}): Promise<unknown[]> {
  const errors: unknown[] = [];
  const failed: Failures = new Map();
  for (let going = true; going && !options.stopping?.aborted;) {
    going = false;
    const { steps, failures } = await db.read(organisation, (tx) =>
      look(tx, options, new Set(failed.keys())),
    );
    for (const ids of steps) {
      if (options.stopping?.aborted) break;
      try {
        if (await db.write(organisation, (tx) => take(tx, ids, options))) going = true;
      } catch (error) {
        const why = error instanceof AppError ? error.message : UNEXPECTED;
        if (!(error instanceof AppError)) errors.push(error);
        for (const id of ids) failed.set(id, why);
      }
    }
    if (going) continue; // who waited for these may go now
    for (const [id, why] of failed) failures.set(id, why);
    if (failures.size > 0) await fail(db, organisation, failures, options.by);
  }
  return errors;
}

/** `takeDue` for every organisation that has something due. For the clock: call it as often as it likes. */
export async function takeDueMoves(db: Database, stopping?: AbortSignal): Promise<void> {
  const due = await db.query<{ id: number }>('SELECT organisations_with_due_moves() AS id');
  const errors: unknown[] = [];
  for (const { id } of due) errors.push(...(await takeDue(db, id, { stopping })));
  if (errors.length > 0) throw new AggregateError(errors, 'Moves did not take effect.');
}
