import { expect, test } from 'vitest';
import { conflictsOf, type PlanItem, type PlanRequest, type Present } from './move-plan.ts';

const TODAY = '2026-11-22';
const [FRIDAY, MONDAY] = ['2026-11-27', '2026-11-30'];

/** Spaces by their capacity, people by their space; numbers from 1. */
function standing(capacities: (number | null)[], seats: (number | null)[]): Present {
  const occupants = new Map<number, number>();
  for (const space of seats) if (space !== null) occupants.set(space, (occupants.get(space) ?? 0) + 1);
  return {
    today: TODAY,
    spaces: new Map(capacities.map((capacity, n) => [n + 1, { capacity, occupiable: true, gone: false }])),
    people: new Map(seats.map((space, n) => [n + 1, { space, gone: false }])),
    assets: new Map([[1, { gone: false }]]),
    occupants,
  };
}
let serial = 0;
const item = (person: number | null, to: number | null, more: Partial<PlanItem> = {}): PlanItem => ({
  key: (serial += 1),
  kind: 'move',
  person,
  asset: null,
  to,
  ...more,
});
const request = (items: PlanItem[], more: Partial<PlanRequest> = {}): PlanRequest => ({
  id: (serial += 1),
  day: FRIDAY,
  approved: true,
  items,
  ...more,
});
const kinds = (present: Present, one: PlanRequest, others: PlanRequest[] = []) =>
  conflictsOf(present, one, others).map(({ kind, blocks }) => (blocks ? kind : `(${kind})`));

test('a full space is a conflict with its numbers; a swap and a cycle are none', () => {
  const present = standing([1, 1, 1], [1, 2, 3]);
  const one = request([item(1, 2)]);
  expect(conflictsOf(present, one, [])).toEqual([
    {
      key: one.items[0]!.key,
      blocks: true,
      kind: 'target-full',
      space: 2,
      capacity: 1,
      there: 1,
      coming: 1,
      leaving: 0,
      after: 2,
    },
  ]);
  expect(kinds(present, request([item(1, 2), item(2, 1)]))).toEqual([]);
  expect(kinds(present, request([item(1, 2), item(2, 3), item(3, 1)]))).toEqual([]);
  expect(kinds(standing([null, 1], [2, 1, 1, 1]), request([item(1, 1)]))).toEqual([]);
});

test('what is approved for the same day or before counts, whichever was sent first; what is not does not', () => {
  const present = standing([1, 1], [1, 2]);
  const mine = request([item(1, 2)]);
  const away = [item(2, 1)];
  expect(kinds(present, mine, [request(away)])).toEqual([]);
  expect(kinds(present, mine, [request([item(2, null, { kind: 'terminate' })], { day: TODAY })])).toEqual([]);
  expect(kinds(present, mine, [request(away, { day: MONDAY })])).toEqual(['target-full']);
  expect(kinds(present, mine, [request(away, { approved: false })])).toEqual(['target-full']);
  expect(kinds(present, mine, [request(away, { day: null })])).toEqual(['target-full']);
});

test('whoever takes the seat of somebody who is to come later is told of them', () => {
  const present = standing([2, null], [2, 2, 2]);
  const later = request([item(1, 1)], { day: MONDAY });
  expect(kinds(present, request([item(2, 1)]), [later])).toEqual([]);
  expect(
    conflictsOf(present, request([item(2, 1), item(3, 1)]), [later]).map((one) => [one.kind, one]),
  ).toEqual(
    [0, 1].map(() => [
      'target-full-later',
      expect.objectContaining({
        blocks: false,
        request: later.id,
        day: MONDAY,
        capacity: 2,
        there: 2,
        coming: 1,
        after: 3,
      }),
    ]),
  );
});

test('a person or an asset in two moves, and moves of those who have left', () => {
  const present = standing([null, null], [1, 1]);
  const mine = request([item(1, 2)]);
  const other = (more: Partial<PlanRequest>, leaves: Partial<PlanItem> = {}) =>
    kinds(present, mine, [request([item(1, 2, leaves)], more)]);
  expect(other({})).toEqual(['person-twice']);
  expect(other({ approved: false })).toEqual(['(person-twice)']);
  expect(other({ day: MONDAY })).toEqual(['(person-twice)']);
  expect(other({ day: TODAY }, { kind: 'terminate' })).toEqual(['person-left']);
  expect(other({ day: MONDAY }, { kind: 'terminate' })).toEqual(['(person-twice)']);
  const chair = () => item(null, 2, { kind: 'equipment', asset: 1 });
  expect(kinds(present, request([chair()]), [request([chair()])])).toEqual(['asset-twice']);
  expect(kinds(present, request([item(1, 2), item(1, 1), chair(), chair()]))).toEqual([
    'person-repeated',
    'asset-repeated',
  ]);
});

test('what a request lacks or asks of what is not there', () => {
  const present: Present = {
    ...standing([1, 1, 1], [null, 1]),
    spaces: new Map([
      [1, { capacity: 1, occupiable: true, gone: true }],
      [2, { capacity: 1, occupiable: false, gone: false }],
    ]),
    people: new Map([[1, { space: null, gone: true }]]),
  };
  const lacking = [
    item(1, 1),
    item(null, 2),
    item(null, null, { kind: 'new' }),
    item(9, 7),
    item(null, 2, { kind: 'equipment', asset: 5 }),
    item(null, null, { kind: 'equipment', asset: 1 }),
    item(null, null, { kind: 'equipment' }),
  ];
  expect(kinds(present, request(lacking, { day: '2026-11-21' }))).toEqual([
    '(date-past)',
    'person-gone',
    'target-gone',
    'no-person',
    'not-occupiable',
    'person-gone',
    'target-gone',
    'asset-gone',
    'no-target',
  ]);
});
