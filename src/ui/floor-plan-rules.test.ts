import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelThatFits } from './floor-plan-label.ts';
import { fitted, revealing } from './floor-plan-view.ts';
import { type Direction, firstOf, nearestTowards } from './floor-plan-walk.ts';

const placed = (id: string, x: number, y: number, width = 8, height = 8) => ({
  id,
  outline: { bounds: { x, y, width, height } },
});
const directions: Direction[] = ['left', 'right', 'up', 'down'];

describe('walking with the arrow keys', () => {
  const shapes = [
    placed('a', 0, 0),
    placed('b', 10, 0),
    placed('c', 0, 10),
    placed('d', 10, 10),
    placed('wide', 0, 20, 18, 8),
  ];
  const by = (id: string) => shapes.find((shape) => shape.id === id)!;
  test.each([
    ['a', 'right', 'b'],
    ['a', 'down', 'c'],
    ['d', 'left', 'c'],
    ['d', 'up', 'b'],
    ['d', 'down', 'wide'],
    ['a', 'left', undefined],
    ['b', 'up', undefined],
  ] as const)('from %s %s to %s', (from, direction, to) => {
    expect(nearestTowards(shapes, by(from), direction)?.id).toBe(to);
  });

  test('each step goes further that way', () => {
    const number = fc.integer({ min: -100, max: 100 });
    const some = fc.array(
      fc.tuple(number, number, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
      { minLength: 2, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...directions), (boxes, direction) => {
        const all = boxes.map(([x, y, width, height], index) => placed(String(index), x, y, width, height));
        const along = ({ outline: { bounds } }: (typeof all)[number]) =>
          ({
            left: -bounds.x - bounds.width / 2,
            right: bounds.x + bounds.width / 2,
            up: -bounds.y - bounds.height / 2,
            down: bounds.y + bounds.height / 2,
          })[direction];
        for (const from of all) {
          const next = nearestTowards(all, from, direction);
          if (next) expect(along(next)).toBeGreaterThan(along(from));
        }
      }),
    );
  });

  test('on a grid, of whatever sizes, every shape can be walked to', () => {
    const sizes = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, sizes, (widths, heights) => {
        const before = (list: number[], at: number) => list.slice(0, at).reduce((sum, one) => sum + one, 0);
        const all = heights.flatMap((height, row) =>
          widths.map((width, column) =>
            placed(`${row} ${column}`, before(widths, column), before(heights, row), width, height),
          ),
        );
        const reached = new Set([firstOf(all)!]);
        for (const shape of reached)
          for (const direction of directions) {
            const next = nearestTowards(all, shape, direction);
            if (next) reached.add(next);
          }
        expect(reached.size).toBe(all.length);
      }),
    );
  });
});

describe('the view', () => {
  const box = { x: -50, y: 10, width: 400, height: 100 };
  const size = { width: 800, height: 600 };
  test('shows the whole plan in the middle', () => {
    const view = fitted(box, size);
    expect((400 - view.x) / view.k).toBeCloseTo(150);
    expect((300 - view.y) / view.k).toBeCloseTo(60);
    expect(400 * view.k).toBeCloseTo(768);
  });

  test('moves only as far as a shape needs to be seen', () => {
    const view = { x: 0, y: 0, k: 1 };
    expect(revealing(view, { x: 100, y: 100, width: 50, height: 50 }, size)).toEqual(view);
    expect(revealing(view, { x: 900, y: 100, width: 50, height: 50 }, size)).toEqual({ x: -166, y: 0, k: 1 });
    expect(revealing(view, { x: -90, y: 700, width: 50, height: 50 }, size)).toEqual({
      x: 106,
      y: -166,
      k: 1,
    });
  });
});

test.each([
  [[10, 10], undefined],
  [[60, 20], { name: '2.08', icon: false }],
  [[60, 50], { name: '2.08', word: 'Free', icon: false }],
  [[40, 20], { name: '2.08', icon: false }],
])('on %j pixels a label says %j', ([width, height], expected) => {
  const bounds = { x: 0, y: 0, width: width!, height: height! };
  expect(labelThatFits(bounds, 1, '2.08', { word: 'Free' })).toEqual(expected);
});

test('a long name is cut off, a name of which nothing is left is not shown', () => {
  const bounds = { x: 0, y: 0, width: 60, height: 20 };
  expect(labelThatFits(bounds, 1, 'Conference')?.name).toBe('Confere…');
  expect(labelThatFits(bounds, 1, 'Grand conference hall')).toBeUndefined();
  // What tells numbered spaces apart is at the end.
  expect(labelThatFits(bounds, 1, 'A1-1-13-CD')?.name).toBe('…1-13-CD');
});
