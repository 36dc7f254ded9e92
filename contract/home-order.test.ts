import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byUrgency, urgencies, urgencyOf, type Waiting, waitingKinds } from './home-order.ts';

const NOW = 1_000_000;
const TOMORROW = 2_000_000;
const moment = fc.option(fc.integer({ min: 0, max: 3_000_000 }), { nil: undefined });
const one: fc.Arbitrary<Waiting> = fc.record({
  kind: fc.constantFrom(...waitingKinds),
  id: fc.integer({ min: 1, max: 50 }),
  due: moment,
  since: moment,
});
const keyOf = ({ kind, id }: Waiting) => `${kind} ${id}`;
const several = fc.uniqueArray(one, { selector: keyOf, maxLength: 40 });
const order = (waiting: readonly Waiting[]) => byUrgency(waiting, NOW, TOMORROW);

test('the order is the same in whatever order they come, and loses none', () => {
  fc.assert(
    fc.property(
      several.chain((waiting) =>
        fc.tuple(
          fc.constant(waiting),
          fc.shuffledSubarray(waiting, { minLength: waiting.length, maxLength: waiting.length }),
        ),
      ),
      ([waiting, shuffled]) => {
        expect(order(shuffled)).toEqual(order(waiting));
        expect(order(waiting).map(keyOf).toSorted()).toEqual(waiting.map(keyOf).toSorted());
      },
    ),
  );
});

test('nothing stands before what is more urgent, nor before what is as urgent and due sooner', () => {
  fc.assert(
    fc.property(several, (waiting) => {
      const sorted = order(waiting);
      for (const [at, next] of sorted.slice(1).entries()) {
        const before = sorted[at]!;
        const [a, b] = [before, next].map((it) => urgencies.indexOf(urgencyOf(it, NOW, TOMORROW))) as [
          number,
          number,
        ];
        expect(a).toBeLessThanOrEqual(b);
        if (a === b) expect(before.due ?? Infinity).toBeLessThanOrEqual(next.due ?? Infinity);
      }
    }),
  );
});

test('what becomes due sooner never moves down', () => {
  fc.assert(
    fc.property(several, one, fc.nat(3_000_000), (waiting, moved, earlier) => {
      const rest = waiting.filter((it) => keyOf(it) !== keyOf(moved));
      const place = (it: Waiting) => order([...rest, it]).findIndex((other) => keyOf(other) === keyOf(it));
      const sooner = { ...moved, due: Math.min(moved.due ?? Infinity, earlier) };
      expect(place(sooner)).toBeLessThanOrEqual(place(moved));
    }),
  );
});

test.each([
  [{ kind: 'return', id: 1, due: NOW - 1 }, 'overdue'],
  [{ kind: 'approve-booking', id: 1, due: NOW - 1 }, 'overdue'],
  [{ kind: 'check-in', id: 1, due: NOW }, 'today'],
  [{ kind: 'confirm', id: 1, due: TOMORROW - 1 }, 'today'],
  [{ kind: 'approve-move', id: 1, due: TOMORROW }, 'decide'],
  [{ kind: 'approve-request', id: 1 }, 'decide'],
  [{ kind: 'fetch', id: 1, due: NOW - 1 }, 'fetch'],
  [{ kind: 'parcels', id: 0 }, 'fetch'],
  [{ kind: 'work', id: 1, due: TOMORROW }, 'later'],
] satisfies [Waiting, string][])('%o is %s', (waiting, urgency) => {
  expect(urgencyOf(waiting, NOW, TOMORROW)).toBe(urgency);
});
