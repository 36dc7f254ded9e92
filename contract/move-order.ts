import {
  inOrder,
  ownConflicts,
  type PlanConflict,
  type PlanItem,
  type PlanRequest,
  type Present,
} from './move-plan.ts';
import { Seating } from './move-seating.ts';

/** `steps`: ids of requests, to be carried out one after the other, those of a step together. `stuck`: what keeps the rest. */
export type MoveOrder = { steps: number[][]; stuck: Map<number, PlanConflict[]> };

type Net = Map<number, number>;
const netOf = (present: Present, { items }: PlanRequest): Net =>
  new Map(
    [...new Seating(present).take(items)].map(([space, { coming, leaving }]) => [space, coming - leaving]),
  );

/** Of requests that move the same person or asset the first goes first; the others wait for it. */
function firstOfEach(requests: readonly PlanRequest[]) {
  const people = new Map<number, PlanRequest>();
  const assets = new Map<number, PlanRequest>();
  const first: PlanRequest[] = [];
  const waiting = new Map<number, PlanConflict[]>();
  const held = ({ key, person, asset }: PlanItem): PlanConflict[] => {
    const before = person === null ? undefined : people.get(person);
    if (before)
      return [
        { key, blocks: true, kind: 'person-twice', person: person!, request: before.id, day: before.day },
      ];
    const moved = asset === null ? undefined : assets.get(asset);
    if (!moved) return [];
    return [{ key, blocks: true, kind: 'asset-twice', asset: asset!, request: moved.id, day: moved.day }];
  };
  for (const request of requests) {
    const conflicts = request.items.flatMap(held);
    if (conflicts.length > 0) waiting.set(request.id, conflicts);
    else first.push(request);
    for (const { person, asset } of request.items) {
      if (person !== null && !people.has(person)) people.set(person, request);
      if (asset !== null && !assets.has(asset)) assets.set(asset, request);
    }
  }
  return { first, waiting };
}

/** Leaves out the latest of those who come to a space that would be too full, until all that is left fits at once. */
function fitting(present: Present, requests: readonly PlanRequest[], nets: ReadonlyMap<number, Net>) {
  const change = new Map<number, number>();
  const comers = new Map<number, PlanRequest[]>();
  for (const request of requests)
    for (const [space, net] of nets.get(request.id)!) {
      change.set(space, (change.get(space) ?? 0) + net);
      if (net <= 0) continue;
      const queue = comers.get(space);
      if (queue) queue.push(request);
      else comers.set(space, [request]);
    }
  const dropped = new Map<number, number>();
  const tooFull = (space: number, more: number) => {
    const capacity = present.spaces.get(space)?.capacity ?? Number.POSITIVE_INFINITY;
    const net = (change.get(space) ?? 0) + more;
    return net > 0 && (present.occupants.get(space) ?? 0) + net > capacity;
  };
  const toLookAt = [...change.keys()];
  for (let space = toLookAt.pop(); space !== undefined; space = toLookAt.pop())
    while (tooFull(space, 0)) {
      const last = comers.get(space)!.pop()!;
      if (dropped.has(last.id)) continue;
      dropped.set(last.id, space);
      for (const [other, net] of nets.get(last.id)!) {
        change.set(other, change.get(other)! - net);
        if (net < 0) toLookAt.push(other); // they stay where they are
      }
    }
  // Whoever was left out for somebody who was left out too may fit after all.
  for (let again = dropped.size > 0; again;) {
    again = false;
    for (const { id } of requests) {
      const net = nets.get(id)!;
      if (!dropped.has(id) || [...net].some(([space, n]) => n > 0 && tooFull(space, n))) continue;
      for (const [space, n] of net) change.set(space, change.get(space)! + n);
      dropped.delete(id);
      again = true;
    }
  }
  return dropped;
}

/** What fits all at once, in steps as small as may be. */
function stepsOf(present: Present, requests: readonly PlanRequest[], nets: ReadonlyMap<number, Net>) {
  const count = new Map(present.occupants);
  const capacity = (space: number) => present.spaces.get(space)?.capacity ?? Number.POSITIVE_INFINITY;
  const steps: number[][] = [];
  /** Those that wait for somebody to leave the space. */
  const queues = new Map<number, PlanRequest[]>();
  let ready = [...requests];
  while (ready.length > 0) {
    const freed: PlanRequest[] = [];
    for (const request of ready) {
      const net = nets.get(request.id)!;
      const full = [...net].find(([space, n]) => n > 0 && (count.get(space) ?? 0) + n > capacity(space))?.[0];
      if (full !== undefined) {
        const queue = queues.get(full);
        if (queue) queue.push(request);
        else queues.set(full, [request]);
        continue;
      }
      steps.push([request.id]);
      for (const [space, n] of net) {
        count.set(space, (count.get(space) ?? 0) + n);
        if (n >= 0) continue;
        freed.push(...(queues.get(space) ?? []));
        queues.delete(space);
      }
    }
    ready = freed.toSorted(inOrder);
  }
  const left = [...queues.values()].flat().toSorted(inOrder);
  return [...steps, ...together(left, nets)];
}

/** Requests that need each other's spaces: those that share one belong together, directly or through others. */
function together(requests: readonly PlanRequest[], nets: ReadonlyMap<number, Net>): number[][] {
  const parent = new Map<number, number>();
  const rootOf = (id: number): number => {
    const above = parent.get(id) ?? id;
    if (above === id) return id;
    const root = rootOf(above);
    parent.set(id, root);
    return root;
  };
  const seen = new Map<number, number>();
  for (const { id } of requests)
    for (const space of nets.get(id)!.keys()) {
      const other = seen.get(space);
      if (other === undefined) seen.set(space, id);
      else parent.set(rootOf(id), rootOf(other));
    }
  const groups = new Map<number, number[]>();
  for (const { id } of requests) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()];
}

/** The order in which requests that are due are carried out, earlier ones first, none of them past a capacity. */
export function orderOf(present: Present, due: readonly PlanRequest[]): MoveOrder {
  const stuck = new Map<number, PlanConflict[]>();
  const sound = due.toSorted(inOrder).filter((request) => {
    const blocking = ownConflicts(present, request).filter(({ blocks }) => blocks);
    if (blocking.length > 0) stuck.set(request.id, blocking);
    return blocking.length === 0;
  });
  const { first, waiting } = firstOfEach(sound);
  for (const [id, conflicts] of waiting) stuck.set(id, conflicts);
  const nets = new Map(first.map((request) => [request.id, netOf(present, request)]));
  const dropped = fitting(present, first, nets);
  const fits = first.filter(({ id }) => !dropped.has(id));
  const steps = stepsOf(present, fits, nets);
  return { steps, stuck: dropped.size === 0 ? stuck : withFull(present, { first, fits, dropped, stuck }) };
}

type Sorted = {
  first: PlanRequest[];
  fits: PlanRequest[];
  dropped: Map<number, number>;
  stuck: MoveOrder['stuck'];
};
/** What those that were left out would have found. */
function withFull(present: Present, { first, fits, dropped, stuck }: Sorted) {
  const seating = new Seating(present);
  for (const { items } of fits) seating.take(items);
  for (const request of first) {
    const space = dropped.get(request.id);
    if (space === undefined) continue;
    const { coming, leaving } = new Seating(present).take(request.items).get(space)!;
    const there = seating.count(space);
    const seats = {
      space,
      capacity: seating.capacity(space),
      there,
      coming,
      leaving,
      after: there + coming - leaving,
    };
    const keys = request.items.filter(
      ({ kind, to }) => to === space && kind !== 'equipment' && kind !== 'terminate',
    );
    stuck.set(
      request.id,
      keys.map(({ key }) => ({ key, blocks: true, kind: 'target-full', ...seats })),
    );
  }
  return stuck;
}
