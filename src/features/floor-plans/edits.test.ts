import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, type Change, type Draft, draftOf, edited, type Edits, sameDraft } from './edits.ts';
import { boundsOf } from '#src/lib/outline.ts';
import {
  middleOfEdge,
  movedPoint,
  pickedElement,
  rectangle,
  rounded,
  withoutPoint,
  withPointAfter,
} from './polygon.ts';

const start: Draft = new Map([
  [1, { points: rectangle([0, 0], [1, 1]), elementId: 'a' }],
  [2, { elementId: 'b' }],
]);
const from = (draft: Draft): Edits => ({ now: draft, past: [] });
const shapesOf = ({ now }: Edits) => Object.fromEntries(now);

describe('editing shapes', () => {
  test('an element goes over to the other space; who had it keeps a polygon if there is one', () => {
    const moved = edited(from(start), { kind: 'set', space: 3, shape: { elementId: 'b' } });
    expect(shapesOf(moved)).toEqual({ 1: start.get(1), 3: { elementId: 'b' } });
    const other = edited(from(start), { kind: 'match', pairs: [{ space: 2, elementId: 'a' }] });
    expect(shapesOf(other)).toEqual({ 1: { points: rectangle([0, 0], [1, 1]) }, 2: { elementId: 'a' } });
  });

  test('a drag is one step to undo', () => {
    let edits = from(start);
    for (const x of [1, 2, 3])
      edits = edited(edits, {
        kind: 'set',
        space: 2,
        shape: { points: rectangle([0, 0], [x, x]) },
        ongoing: 'drag',
      });
    expect(edits.past).toHaveLength(1);
    expect(edited(edits, { kind: 'undo' }).now).toBe(start);
  });

  test('undo takes back whatever was done, step by step', () => {
    const space = fc.integer({ min: 1, max: 4 });
    const element = fc.constantFrom('a', 'b', 'c');
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), space, shape: fc.record({ elementId: element }) }),
      fc.record({ kind: fc.constant('take-off' as const), space }),
      fc.record({
        kind: fc.constant('match' as const),
        pairs: fc.array(fc.record({ space, elementId: element })),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let edits = from(start);
        const states = [edits.now];
        for (const one of changes) {
          edits = edited(edits, one);
          const used = [...edits.now.values()].flatMap(({ elementId }) => elementId ?? []);
          expect(new Set(used).size).toBe(used.length);
          if (edits.now !== states.at(-1)) states.push(edits.now);
        }
        for (const state of states.toReversed()) {
          expect(edits.now).toBe(state);
          edits = edited(edits, { kind: 'undo' });
        }
      }),
    );
  });

  test('put on top of what somebody else saved, theirs stays but where mine is changed', () => {
    const theirs: Draft = new Map([
      [1, { elementId: 'b' }],
      [3, { elementId: 'c' }],
      [4, { elementId: 'd' }],
    ]);
    let mine = edited(from(start), { kind: 'take-off', space: 2 });
    mine = edited(mine, { kind: 'set', space: 4, shape: { elementId: 'c' } });
    const both = edited(mine, { kind: 'rebase', from: start, onto: theirs });
    expect(shapesOf(both)).toEqual({ 1: { elementId: 'b' }, 4: { elementId: 'c' } });
    expect(edited(both, { kind: 'undo' }).now).toBe(theirs);
    const nothing = edited(from(start), { kind: 'rebase', from: start, onto: theirs });
    expect(sameDraft(nothing.now, theirs)).toBe(true);
  });

  test('what is read, sent and read again is the same', () => {
    const sent = bodyOf(start).map((shape) => ({
      ...shape,
      room: { ...shape.room, name: 'x', reservable: false },
    }));
    expect(sameDraft(draftOf(sent as never), start)).toBe(true);
    expect(sameDraft(start, new Map())).toBe(false);
  });
});

describe('polygons', () => {
  const square = rectangle([0, 0], [10, 10]);
  test('a corner comes between two others, and goes again', () => {
    fc.assert(
      fc.property(fc.nat(3), (at) => {
        const more = withPointAfter(square, at, middleOfEdge(square, at));
        expect(more).toHaveLength(5);
        expect(boundsOf(more)).toEqual(boundsOf(square));
        expect(withoutPoint(more, at + 1)).toEqual(square);
      }),
    );
    expect(middleOfEdge(square, 3)).toEqual([0, 5]);
  });

  test('a corner moves, and goes unless only three are left', () => {
    expect(movedPoint(square, 1, [12, 3])).toEqual([
      [0, 0],
      [12, 3],
      [10, 10],
      [0, 10],
    ]);
    const three = withoutPoint(square, 0);
    expect(three).toHaveLength(3);
    expect(withoutPoint(three, 0)).toBe(three);
  });

  test('are as exact as the plan is large', () => {
    expect(rounded([[1.23456789, 2]], { width: 5000, height: 100 })).toEqual([[1.2, 2]]);
    expect(rounded([[1.23456789, 2]], { width: 3, height: 1 })).toEqual([[1.2346, 2]]);
  });

  test('a click means the group around a shape, not the layer that holds all of them', () => {
    const sizes: Record<string, number> = { box: 10, room: 10, layer: 900 };
    const boundsOf = (id: string) =>
      id in sizes ? { x: 0, y: 0, width: sizes[id]!, height: sizes[id]! } : undefined;
    expect(pickedElement(['box', 'room', 'layer'], boundsOf)).toBe('room');
    expect(pickedElement(['text', 'layer'], boundsOf)).toBe('layer');
    expect(pickedElement([], boundsOf)).toBeUndefined();
  });
});
