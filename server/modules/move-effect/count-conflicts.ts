import { neighboursAmong } from '#contract/move-neighbours.ts';
import { conflictsOf } from '#contract/move-plan.ts';
import type { Tx } from '#server/lib/database.ts';
import { lastAdmins } from './people-repository.ts';
import { holdersOf, newcomerConflictsOf } from './newcomers.ts';
import { worldOf } from './present-repository.ts';
import { openRequests, type Request } from './request-repository.ts';

/**
 * How many conflicts each of these open requests has, as `findConflicts` tells them. Four statements for
 * all of them.
 */
export async function countConflicts(tx: Tx, ids: readonly number[]): Promise<Map<number, number>> {
  const open = await openRequests(tx);
  const asked = new Set(ids);
  const requests = open.filter(({ id }) => asked.has(id));
  if (requests.length === 0) return new Map();
  const items = open.flatMap((one) => one.items);
  const world = await worldOf(tx, items);
  const taken = await holdersOf(tx, items);
  const leaversOf = (all: Request['items']) =>
    all.flatMap(({ kind, person }) => (kind === 'terminate' ? (person ?? []) : []));
  const leaving = leaversOf(items);
  const admins = leaving.length > 0 ? await lastAdmins(tx, leaving) : [];
  const counts = new Map<number, number>();
  const others = neighboursAmong(open, world);
  for (const request of requests) {
    const left = new Set(leaversOf(request.items));
    const lost = admins.every(({ id }) => left.has(id)) ? admins.length : 0;
    const newcomers = newcomerConflictsOf(request.items, taken).length;
    counts.set(request.id, conflictsOf(world, request, others(request)).length + newcomers + lost);
  }
  return counts;
}
