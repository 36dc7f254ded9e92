import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighboursAmong } from './move-neighbours.ts';
import { conflictsOf, type PlanItem, type PlanRequest, type Present } from './move-plan.ts';

const SPACES = 8;
const PEOPLE = 12;
const TODAY = '2026-11-22';
const some = (count: number) => fc.option(fc.integer({ min: 1, max: count }), { nil: null, freq: 4 });

const present: fc.Arbitrary<Present> = fc
  .record({
    capacities: fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), {
      minLength: SPACES,
      maxLength: SPACES,
    }),
    seats: fc.array(some(SPACES), { minLength: PEOPLE, maxLength: PEOPLE }),
  })
  .map(({ capacities, seats }) => {
    const occupants = new Map<number, number>();
    for (const space of seats) if (space !== null) occupants.set(space, (occupants.get(space) ?? 0) + 1);
    return {
      today: TODAY,
      spaces: new Map(capacities.map((capacity, n) => [n + 1, { capacity, occupiable: true, gone: false }])),
      people: new Map(seats.map((space, n) => [n + 1, { space, gone: false }])),
      assets: new Map([1, 2, 3].map((id) => [id, { gone: false }])),
      occupants,
    };
  });
const item: fc.Arbitrary<Omit<PlanItem, 'key'>> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('move', 'new', 'terminate'),
    person: some(PEOPLE),
    asset: fc.constant(null),
    to: some(SPACES),
  }),
  fc.record({
    kind: fc.constant('equipment' as const),
    person: fc.constant(null),
    asset: some(3),
    to: some(SPACES),
  }),
);
const requests: fc.Arbitrary<PlanRequest[]> = fc
  .array(
    fc.record({
      day: fc.constantFrom(null, '2026-11-20', TODAY, '2026-11-23', '2026-11-24'),
      approved: fc.boolean(),
      items: fc.array(item, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) =>
    all.map(({ items, ...one }, n) => ({
      ...one,
      id: n + 1,
      items: items.map((each, k) => ({ ...each, key: n * 10 + k })),
    })),
  );

/** How full a space gets by others may be told with other numbers; what stands in the way, and whether, may not. */
const said = (world: Present, one: PlanRequest, others: PlanRequest[]) =>
  conflictsOf(world, one, others)
    .map(({ key, kind, blocks }) => `${key} ${kind} ${blocks}`)
    .toSorted();

test('a request has the conflicts with its neighbours that it has with all the others', () => {
  fc.assert(
    fc.property(present, requests, (world, all) => {
      const near = neighboursAmong(all, world);
      for (const one of all)
        expect(said(world, one, near(one))).toEqual(
          said(
            world,
            one,
            all.filter((other) => other !== one),
          ),
        );
    }),
    { numRuns: 500 },
  );
});
