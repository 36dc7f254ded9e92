// Whether moves can be carried out, and in which order. Pure; a space is full or not by the people who sit there.
//
// All items of a request happen at once, so swaps and cycles of any length need no free space. Requests of one day are
// planned as one step; on the day they are taken one by one where that is legal, and together where they need each
// other's spaces. A step is legal unless it brings more people to a space than it takes away and leaves more than fit.

import { Seating, seatsPeople, type PlanItem, type Present } from './move-seating.ts';

export type { MoveKind, PlanItem, PlanSpace, Present } from './move-seating.ts';

/** `day`: 2026-11-23 where the organisation is; null: not said yet, which is planned as today and never due by itself. */
export type PlanRequest = { id: number; day: string | null; approved: boolean; items: readonly PlanItem[] };
/** `there`: who sits there by then without the request; `after`: with all that it changes. */
type Seats = {
  space: number;
  capacity: number;
  there: number;
  coming: number;
  leaving: number;
  after: number;
};
export type PlanConflict = { key: number | null; blocks: boolean } & (
  | ({ kind: 'target-full' } & Seats)
  | ({ kind: 'target-full-later'; request: number; day: string | null } & Seats)
  | { kind: 'target-gone' | 'not-occupiable'; space: number }
  | { kind: 'no-target' | 'no-person' }
  | { kind: 'person-gone' | 'person-repeated'; person: number }
  | { kind: 'person-twice' | 'person-left'; person: number; request: number; day: string | null }
  | { kind: 'asset-gone' | 'asset-repeated'; asset: number }
  | { kind: 'asset-twice'; asset: number; request: number; day: string | null }
  | { kind: 'date-past'; day: string }
);

/** Undated requests are thought of as today's, and overdue ones too. */
const dayOf = ({ day }: PlanRequest, today: string) => (day === null || day < today ? today : day);
export const inOrder = (a: PlanRequest, b: PlanRequest): number =>
  (a.day ?? '').localeCompare(b.day ?? '') || a.id - b.id;

/** What is wrong with the request by itself, whatever the others do. */
export function ownConflicts(present: Present, { day, items }: PlanRequest): PlanConflict[] {
  const found: PlanConflict[] = [];
  if (day !== null && day < present.today) found.push({ key: null, blocks: false, kind: 'date-past', day });
  const people = new Set<number>();
  const assets = new Set<number>();
  for (const { key, kind, person, asset, to } of items) {
    const note = (conflict: PlanConflict) => found.push(conflict);
    if (person !== null) {
      const one = present.people.get(person);
      if (!one || one.gone) note({ key, blocks: true, kind: 'person-gone', person });
      if (people.has(person)) note({ key, blocks: true, kind: 'person-repeated', person });
      people.add(person);
    } else if (kind === 'move' || kind === 'terminate') note({ key, blocks: true, kind: 'no-person' });
    if (asset !== null) {
      if (present.assets.get(asset)?.gone !== false) note({ key, blocks: true, kind: 'asset-gone', asset });
      if (assets.has(asset)) note({ key, blocks: true, kind: 'asset-repeated', asset });
      assets.add(asset);
    }
    if (kind === 'terminate') continue;
    if (to === null) {
      // A new person may have no space yet; equipment without a number in the register changes nothing.
      if (kind === 'move' || asset !== null) note({ key, blocks: true, kind: 'no-target' });
      continue;
    }
    const space = present.spaces.get(to);
    if (!space || space.gone) note({ key, blocks: true, kind: 'target-gone', space: to });
    else if (!space.occupiable && seatsPeople(kind))
      note({ key, blocks: true, kind: 'not-occupiable', space: to });
  }
  return found;
}

/** Who and what of the request other open ones move too. On another day that is an order of events, yet worth a word. */
function sharedWith(present: Present, request: PlanRequest, others: readonly PlanRequest[]): PlanConflict[] {
  const found: PlanConflict[] = [];
  const people = new Map(
    request.items.flatMap((one) => (one.person === null ? [] : [[one.person, one.key]])),
  );
  const assets = new Map(request.items.flatMap((one) => (one.asset === null ? [] : [[one.asset, one.key]])));
  const own = dayOf(request, present.today);
  for (const other of others) {
    const theirs = dayOf(other, present.today);
    const same = theirs === own && other.approved;
    const more = { request: other.id, day: other.day };
    for (const { kind, person, asset } of other.items) {
      const whose = person === null ? undefined : people.get(person);
      if (whose !== undefined) {
        const left = kind === 'terminate' && theirs <= own;
        const blocks = same || (left && other.approved);
        found.push({
          key: whose,
          blocks,
          kind: left ? 'person-left' : 'person-twice',
          person: person!,
          ...more,
        });
      }
      const which = asset === null ? undefined : assets.get(asset);
      if (which !== undefined)
        found.push({ key: which, blocks: same, kind: 'asset-twice', asset: asset!, ...more });
    }
  }
  return found;
}

/** The items that take people to the space. */
const arrivals = ({ items }: PlanRequest, space: number) =>
  items.filter(({ kind, to }) => to === space && (kind === 'move' || kind === 'new'));

/** Spaces that the request fills, on its day or for those who are to come later. */
function fullFor(present: Present, request: PlanRequest, others: readonly PlanRequest[]): PlanConflict[] {
  const found: PlanConflict[] = [];
  const day = dayOf(request, present.today);
  const approved = others.filter((other) => other.approved && other.day !== null).toSorted(inOrder);
  const seating = new Seating(present);
  for (const other of approved) if (dayOf(other, present.today) <= day) seating.take(other.items);
  const traffic = seating.take(request.items);
  /** What the request adds to the spaces that it brings people to. */
  const added = new Map<number, number>();
  const seats = (space: number, { coming, leaving }: { coming: number; leaving: number }): Seats => {
    const after = seating.count(space);
    return {
      space,
      capacity: seating.capacity(space),
      there: after - coming + leaving,
      coming,
      leaving,
      after,
    };
  };
  for (const [space, moving] of traffic) {
    const net = moving.coming - moving.leaving;
    if (net <= 0 || present.spaces.get(space)?.gone !== false) continue;
    if (seating.count(space) <= seating.capacity(space)) added.set(space, net);
    else
      for (const { key } of arrivals(request, space))
        found.push({ key, blocks: true, kind: 'target-full', ...seats(space, moving) });
  }
  for (const other of approved) {
    if (dayOf(other, present.today) <= day) continue;
    for (const [space, later] of seating.take(other.items)) {
      const net = added.get(space);
      if (net === undefined || later.coming <= later.leaving) continue;
      const after = seating.count(space);
      if (after <= seating.capacity(space) || after - net > seating.capacity(space)) continue;
      added.delete(space); // said once
      const more = { request: other.id, day: other.day, ...seats(space, later) };
      for (const { key } of arrivals(request, space))
        found.push({ key, blocks: false, kind: 'target-full-later', ...more });
    }
  }
  return found;
}

/**
 * Everything that speaks against the request. `others` are the open requests besides it: approved ones with a day take
 * their spaces in time, the rest are only looked at for the same people and assets. `blocks`: as it stands it will not
 * take effect.
 */
export function conflictsOf(
  present: Present,
  request: PlanRequest,
  others: readonly PlanRequest[],
): PlanConflict[] {
  const rest = others.filter(({ id }) => id !== request.id);
  return [
    ...ownConflicts(present, request),
    ...sharedWith(present, request, rest),
    ...fullFor(present, request, rest),
  ];
}
