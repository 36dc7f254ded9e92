import { conflictsOf } from '#contract/move-plan.ts';
import type { Tx } from '#server/lib/database.ts';
import { lastAdmins } from './people-repository.ts';
import { holdersOf, newcomerConflictsOf } from './newcomers.ts';
import { worldOf, type World } from './present-repository.ts';
import { openRequests, type Request } from './request-repository.ts';

/** Answers, for a request, the others that can stand in its way: see `countConflicts`. */
function neighbours(requests: readonly Request[], world: World): (request: Request) => Request[] {
  const by = new Map<string, Request[]>();
  const keysOf = ({ items }: Request) =>
    items.flatMap(({ person, asset, to }) => {
      const from = person === null ? null : world.people.get(person)?.space;
      const named = { person, asset, to, from };
      return [
        named.person && `person ${named.person}`,
        named.asset && `asset ${named.asset}`,
        named.to && `space ${named.to}`,
        named.from && `space ${named.from}`,
      ].filter((key) => typeof key === 'string');
    });
  for (const request of requests)
    for (const key of new Set(keysOf(request))) by.set(key, [...(by.get(key) ?? []), request]);
  return (request) => {
    const near = new Set(keysOf(request).flatMap((key) => by.get(key) ?? []));
    // Whoever is brought to one of its spaces by one request may leave it by another.
    const people = new Set([...near].flatMap(({ items }) => items.map(({ person }) => person)));
    for (const person of people) for (const other of by.get(`person ${person}`) ?? []) near.add(other);
    near.delete(request);
    return [...near];
  };
}

/**
 * How many conflicts each of these open requests has, as `findConflicts` tells them. Four statements for all of them. What
 * shares neither person, asset nor space with a request, nor a person with what does, cannot be in its way.
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
  const others = neighbours(open, world);
  for (const request of requests) {
    const left = new Set(leaversOf(request.items));
    const lost = admins.every(({ id }) => left.has(id)) ? admins.length : 0;
    const newcomers = newcomerConflictsOf(request.items, taken).length;
    counts.set(request.id, conflictsOf(world, request, others(request)).length + newcomers + lost);
  }
  return counts;
}
