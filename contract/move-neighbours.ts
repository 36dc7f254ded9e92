import type { PlanRequest, Present } from './move-plan.ts';

/**
 * Answers, for a request, those of the others that can stand in its way. What shares neither person, asset nor space
 * with a request, nor a person with what does, changes none of its conflicts: with it left out, each of ten thousand
 * requests is held against a handful instead of against all.
 */
export function neighboursAmong<Request extends PlanRequest>(
  requests: readonly Request[],
  present: Present,
): (request: Request) => Request[] {
  const by = new Map<string, Request[]>();
  const keysOf = ({ items }: Request) =>
    items.flatMap(({ person, asset, to }) => {
      const from = person === null ? null : present.people.get(person)?.space;
      return [
        person !== null && `person ${person}`,
        asset !== null && `asset ${asset}`,
        to !== null && `space ${to}`,
        from != null && `space ${from}`,
      ].filter((key) => typeof key === 'string');
    });
  for (const request of requests)
    for (const key of new Set(keysOf(request))) {
      const sharing = by.get(key);
      if (sharing) sharing.push(request);
      else by.set(key, [request]);
    }
  return (request) => {
    const near = new Set(keysOf(request).flatMap((key) => by.get(key) ?? []));
    // Whoever is brought to one of its spaces by one request may leave it by another.
    const people = new Set([...near].flatMap(({ items }) => items.map(({ person }) => person)));
    for (const person of people)
      if (person !== null) for (const other of by.get(`person ${person}`) ?? []) near.add(other);
    near.delete(request);
    return [...near];
  };
}
