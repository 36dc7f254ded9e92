import type { ServicePlanWrite } from '#contract/service-requests-plans.ts';
import type { ListQuery } from '#contract/wire.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import { centersOf, demand, managers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { insertRow, updateRow } from './catalogue-write-repository.ts';
import { checkThere, nothing, openRequest } from './create.ts';
import * as plans from './plan-repository.ts';
import { startOf, timesAfter } from './plan-times.ts';
import { findTerms, isThere } from './reference-repository.ts';

const DAY = 86_400_000;
const managed = (caller: Caller) => centersOf(caller, 'maintenance', managers);

export const listPlans = (db: Database, caller: Caller, query: ListQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => plans.listPlans(tx, query, managed(caller)));
export const countPlans = (db: Database, caller: Caller, query: ListQuery): Promise<number> =>
  db.read(caller.organisation, (tx) => plans.countPlans(tx, query, managed(caller)));

/** A plan of a center that the caller manages. @throws 403, 404 */
async function planOf(tx: Tx, caller: Caller, id: number): Promise<plans.Plan> {
  const plan = await plans.findPlan(tx, id);
  if (!plan) throw notFound();
  demand(caller, 'maintenance', managers, plan.center);
  return plan;
}
/** As JSON text. @throws 403, 404 */
export const showPlan = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    await planOf(tx, caller, id);
    return (await plans.showPlan(tx, id))!;
  });

/** The type's center, where the caller has to be a manager, and what a request of it needs. @throws 400, 403 */
async function placeOf(tx: Tx, caller: Caller, type: number) {
  const terms = await findTerms(tx, type, true);
  if (!terms) throw nothing('type', 'request type', type);
  if (terms.center === null) throw invalid('type', 'belongs to no maintenance center: there is none');
  demand(caller, 'maintenance', managers, terms.center);
  if (terms.assetRequired) throw invalid('type', 'asks for an asset, which a plan does not name');
  if (terms.fields.some(({ required }) => required))
    throw invalid('type', 'has questions that a plan cannot answer');
  return { terms, center: terms.center };
}

const nextColumns = (required: number | undefined, daysAhead: number) => ({
  next_required: required === undefined ? null : new Date(required),
  next_due: required === undefined ? null : new Date(required - daysAhead * DAY),
});

/** The next times of a rule that is not stored yet. @throws 400, 403 */
export const previewPlan = (
  db: Database,
  caller: Caller,
  { type, rule, start }: { type: { id: number }; rule: string; start: string },
): Promise<{ times: number[] }> =>
  db.read(caller.organisation, async (tx) => {
    const { center } = await placeOf(tx, caller, type.id);
    const zone = await plans.zoneOf(tx, center);
    return { times: timesAfter({ rule, start: startOf(start), zone }, Date.now(), 10) };
  });

/** Adds a plan, or changes that of the id. JSON text. @throws 400 naming the attribute, 403, 404 */
export async function savePlan(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  body: ServicePlanWrite,
): Promise<string> {
  if (id !== null && body.id !== undefined && body.id !== id)
    throw invalid('id', 'is not that of the address');
  const before = id === null ? undefined : await planOf(tx, caller, id);
  await checkThere(tx, { requester: body.requester, priority: body.priority ?? undefined, room: body.room });
  const { terms, center } = await placeOf(tx, caller, body.type?.id ?? before!.type);
  const rule = body.rule ?? before!.rule;
  const start = body.start === undefined ? before!.start : startOf(body.start);
  const daysAhead = body.daysAhead ?? before?.daysAhead ?? 0;
  const zone = await plans.zoneOf(tx, center);
  // What has been made stays made: a changed rule goes on from now.
  const [next] = timesAfter({ rule, start, zone }, tx.stamp.getTime(), 1);
  if (next === undefined && id === null) throw invalid('rule', 'never happens from now on');
  const values = {
    name: body.name,
    center_id: center,
    requester_id: body.requester?.id ?? (before ? undefined : caller.id),
    service_type_id: terms.id,
    priority_id: body.priority?.id ?? (before && body.priority !== null ? undefined : terms.defaultPriority),
    room_id: body.room?.id,
    description: body.description === null ? '' : body.description,
    rule,
    local_start: start,
    days_ahead: daysAhead,
    active: body.active,
    problem: null,
    ...nextColumns(next, daysAhead),
  };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const plan = id ?? (await insertRow(tx, 'service_plan', given));
  if (id !== null) await updateRow(tx, 'service_plan', id, given);
  await announce(tx, { topic: 'service-catalogue', ids: [plan], by: caller.id });
  return (await plans.showPlan(tx, plan))!;
}

/** Ends a plan; the requests it has made stay. @throws 403, 404 */
export async function removePlan(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  await planOf(tx, caller, id);
  await updateRow(tx, 'service_plan', id, { deleted_at: tx.stamp });
  await announce(tx, { topic: 'service-catalogue', ids: [id], by: caller.id });
}

/** Makes the request of the next occurrence; what stands in the way is noted with the plan. */
async function make(tx: WriteTx, plan: plans.Plan, required: number): Promise<string | null> {
  const terms = await findTerms(tx, plan.type, true);
  if (!terms) return 'The type of request is offered no longer.';
  if (!(await isThere(tx, 'room', plan.room))) return 'The space is there no longer.';
  if (!(await isThere(tx, 'requester', plan.requester))) return 'Whose request it is has left.';
  if (!(await isThere(tx, 'priority', plan.priority))) return 'The priority is used no longer.';
  const { center, priority, requester, room, description } = plan;
  const opening = { terms, center, priority, requester, room, required, description, scheduled: true };
  await plans.tie(tx, plan.id, required, await openRequest(tx, undefined, opening));
  return null;
}

/** The next request of one plan that is due; answers whether there was one. */
async function makeNext(tx: WriteTx): Promise<boolean> {
  const plan = await plans.duePlan(tx);
  if (!plan) return false;
  const required = plan.nextRequired!;
  const problem = (await plans.wasMade(tx, plan.id, required)) ? null : await make(tx, plan, required);
  const [next] = timesAfter(plan, required, 1);
  await updateRow(tx, 'service_plan', plan.id, { problem, ...nextColumns(next, plan.daysAhead) });
  return true;
}

/** Makes every request that plans have due, each in a transaction of its own; for the clock. */
export async function makePlannedRequests(db: Database, stopping?: AbortSignal): Promise<void> {
  for (const organisation of await plans.organisationsWithDuePlans(db)) {
    let more = true;
    while (more && !stopping?.aborted) more = await db.write(organisation, makeNext);
  }
}
