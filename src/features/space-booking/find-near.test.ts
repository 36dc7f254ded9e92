import { expect, test } from 'vitest';
import { nearestFirst } from './find-near.ts';
import type { FindRow } from './find-rows.ts';

const row = (id: number, floor: number, building: number, standing: FindRow['standing'] = 'free') =>
  ({ space: { id, floor: { id: floor, building: { id: building } } }, standing }) as FindRow;

test('the nearest of what is free first: by distance, then the building, then the rest', () => {
  const rows = [row(1, 9, 2), row(2, 4, 1), row(3, 3, 1), row(4, 3, 1), row(5, 3, 1, 'taken'), row(6, 3, 1)];
  const distances = new Map([
    [5, 0],
    [4, 10],
    [3, 20],
  ]);
  const order = (near: number) => nearestFirst(rows, near, distances).map(({ space }) => space.id);
  expect(order(5)).toEqual([4, 3, 6, 2, 1, 5]);
  expect(order(77)).toEqual([1, 2, 3, 4, 5, 6]);
});
