import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictsOf, type PlanRequest, type Present } from './move-plan.ts';
import { orderOf } from './move-order.ts';

type World = { present: Present; requests: PlanRequest[] };

/**
 * Spaces that nobody overfills, and requests that move each person at most once: random targets, and cycles among
 * people whose spaces are full.
 */
const worlds = fc
  .record({
    capacities: fc.array(fc.constantFrom(0, 1, 1, 2, 3, null), { minLength: 1, maxLength: 8 }),
    wishes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(4), fc.nat(3)), { maxLength: 20 }),
    cycles: fc.array(fc.nat(30), { maxLength: 6 }),
  })
  .map(({ capacities, wishes, cycles }): World => {
    const occupants = new Map<number, number>();
    const people = new Map<number, { space: number | null; gone: boolean }>();
    for (const [n, [seat]] of wishes.entries()) {
      const space = (seat % capacities.length) + 1;
      const fits = (occupants.get(space) ?? 0) < (capacities[space - 1] ?? Number.POSITIVE_INFINITY);
      people.set(n + 1, { space: fits ? space : null, gone: false });
      if (fits) occupants.set(space, (occupants.get(space) ?? 0) + 1);
    }
    const ring = [...new Set(cycles.map((n) => n + 1))].filter((person) => people.get(person)?.space);
    const targetOf = (person: number, wish: number) => {
      const place = ring.indexOf(person);
      if (place < 0) return (wish % capacities.length) + 1;
      return people.get(ring[(place + 1) % ring.length]!)!.space;
    };
    const requests = new Map<number, PlanRequest>();
    for (const [n, [, wish, which, kind]] of wishes.entries()) {
      const person = n + 1;
      const leaves = kind === 0 && !ring.includes(person);
      const before = requests.get(which);
      requests.set(which, {
        id: which,
        day: '2026-11-27',
        approved: true,
        items: [
          ...(before?.items ?? []),
          {
            key: person,
            kind: leaves ? 'terminate' : 'move',
            person,
            asset: null,
            to: leaves ? null : targetOf(person, wish),
          },
        ],
      });
    }
    const spaces = capacities.map(
      (capacity, n) => [n + 1, { capacity, occupiable: true, gone: false }] as const,
    );
    const present = { today: '2026-11-22', spaces: new Map(spaces), people, assets: new Map(), occupants };
    return { present, requests: [...requests.values()] };
  });

const seatsOf = ({ people }: Present) => new Map([...people].map(([person, { space }]) => [person, space]));
function carryOut(seats: Map<number, number | null>, requests: PlanRequest[]) {
  for (const { items } of requests) for (const { person, to } of items) seats.set(person!, to);
}
/** Counted anew from where everybody sits. */
function overfull(present: Present, seats: ReadonlyMap<number, number | null>) {
  const sitting = [...seats.values()];
  return [...present.spaces].filter(
    ([id, { capacity }]) => capacity !== null && sitting.filter((space) => space === id).length > capacity,
  );
}
const whose = (requests: PlanRequest[], ids: number[]) => requests.filter(({ id }) => ids.includes(id));

test('the order found never exceeds a capacity, and all end where their requests said', () => {
  fc.assert(
    fc.property(worlds, ({ present, requests }) => {
      const { steps, stuck } = orderOf(present, requests);
      expect([...steps.flat(), ...stuck.keys()].toSorted()).toEqual(requests.map(({ id }) => id).toSorted());
      const seats = seatsOf(present);
      for (const step of steps) {
        carryOut(seats, whose(requests, step));
        expect(overfull(present, seats)).toEqual([]);
      }
      const expected = seatsOf(present);
      carryOut(expected, whose(requests, steps.flat()));
      expect(seats).toEqual(expected);
    }),
  );
});

test('in any other legal order nobody ends elsewhere, and nothing is left that would have fitted', () => {
  fc.assert(
    fc.property(worlds, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), ({ present, requests }, luck) => {
      const { steps, stuck } = orderOf(present, requests);
      const done = steps.flat();
      const shuffled = whose(requests, done).toSorted((a, b) => luck[a.id]! - luck[b.id]!);
      const seats = seatsOf(present);
      let left = shuffled;
      for (let going = true; going;) {
        const next = left.find((one) => {
          const after = new Map(seats);
          carryOut(after, [one]);
          return overfull(present, after).length === 0;
        });
        going = next !== undefined;
        if (!next) break;
        carryOut(seats, [next]);
        left = left.filter((one) => one !== next);
      }
      carryOut(seats, left); // they need each other's spaces
      expect(overfull(present, seats)).toEqual([]);
      const expected = seatsOf(present);
      carryOut(expected, whose(requests, done));
      expect(seats).toEqual(expected);
      for (const id of stuck.keys()) {
        const after = new Map(seats);
        carryOut(after, whose(requests, [id]));
        expect(overfull(present, after)).not.toEqual([]);
      }
    }),
  );
});

test('requests that all fit together are all taken, and none of them has a conflict', () => {
  fc.assert(
    fc.property(worlds, ({ present, requests }) => {
      const seats = seatsOf(present);
      carryOut(seats, requests);
      const fit = overfull(present, seats).length === 0;
      const conflicts = requests.flatMap((one) => conflictsOf(present, one, requests));
      const { stuck } = orderOf(present, requests);
      expect([conflicts.length === 0, stuck.size === 0]).toEqual([fit, fit]);
    }),
  );
});

test('a cycle of five thousand requests is one step, and the last of a chain of as many goes first', () => {
  const many = 5000;
  const ids = Array.from({ length: many }, (_, n) => n + 1);
  const spaces = new Map(
    [...ids, many + 1].map((id) => [id, { capacity: 1, occupiable: true, gone: false }]),
  );
  const people = new Map(ids.map((id) => [id, { space: id, gone: false }]));
  const occupants = new Map(ids.map((id) => [id, 1]));
  const present: Present = { today: '2026-11-22', spaces, people, assets: new Map(), occupants };
  const rows = (last: number) =>
    ids.map((id): PlanRequest => {
      const item = {
        key: id,
        kind: 'move',
        person: id,
        asset: null,
        to: id === many ? last : id + 1,
      } as const;
      return { id, day: '2026-11-22', approved: true, items: [item] };
    });
  expect(orderOf(present, rows(1)).steps).toEqual([ids]);
  expect(orderOf(present, rows(many + 1)).steps).toEqual(ids.toReversed().map((id) => [id]));
});
