import { conflictsOf } from '#contract/move-plan.ts';
import type { Tx } from '#server/lib/database.ts';
import { lastAdmins } from './people-repository.ts';
import { holdersOf, newcomerConflictsOf } from './newcomers.ts';
import { worldOf, type World } from './present-repository.ts';
import { openRequests, type Request } from './request-repository.ts';

/** Requests that can stand in each other's way: linked by a person, an asset or a space, over however many others. */
function linked(requests: readonly Request[], world: World): Request[][] {
  const groups = new Map<string, Set<Request>>();
  for (const request of requests) {
    const keys = request.items.flatMap(({ person, asset, to }) => {
      const from = person === null ? null : world.people.get(person)?.space;
      return [
        person && `person ${person}`,
        asset && `asset ${asset}`,
        to && `space ${to}`,
        from && `space ${from}`,
      ];
    });
    const group = new Set([request]);
    const named = keys.filter((key) => typeof key === 'string');
    const met = new Set(named.flatMap((key) => groups.get(key) ?? []));
    for (const other of met) for (const one of other) group.add(one);
    for (const [key, other] of groups) if (met.has(other)) groups.set(key, group);
    for (const key of named) groups.set(key, group);
    if (named.length === 0) groups.set(`request ${request.id}`, group);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}

/**
 * How many conflicts each open request has, as `findConflicts` tells them. Four statements for all of them, whoever asks:
 * which requests somebody sees is for the caller to know.
 */
export async function countConflicts(tx: Tx): Promise<Map<number, number>> {
  const open = await openRequests(tx);
  const items = open.flatMap((one) => one.items);
  if (open.length === 0) return new Map();
  const world = await worldOf(tx, items);
  const taken = await holdersOf(tx, items);
  const leaversOf = (all: Request['items']) =>
    all.flatMap(({ kind, person }) => (kind === 'terminate' ? (person ?? []) : []));
  const leaving = leaversOf(items);
  const admins = leaving.length > 0 ? await lastAdmins(tx, leaving) : [];
  const counts = new Map<number, number>();
  for (const group of linked(open, world))
    for (const request of group) {
      const left = new Set(leaversOf(request.items));
      const others = group.filter(({ id }) => id !== request.id);
      const lost = admins.every(({ id }) => left.has(id)) ? admins.length : 0;
      const newcomers = newcomerConflictsOf(request.items, taken).length;
      counts.set(request.id, conflictsOf(world, request, others).length + newcomers + lost);
    }
  return counts;
}
