import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartPerson } from '#contract/people.ts';
import { chartRows, moveBy } from './chart-rows.ts';

const person = (id: number, name: string, reports = 0): ChartPerson => ({
  id,
  name,
  reports,
  color: '#112233',
});
const below: Record<number, ChartPerson[]> = {
  1: [person(2, 'Bea', 2), person(3, 'Carl')],
  2: [person(4, 'Dora'), person(5, 'Bert')],
};
const rowsOf = (...expanded: number[]) =>
  chartRows([person(1, 'Anna', 2)], new Set(expanded), (id) => below[id]);
const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.person.id);

test('what is open is shown in order, with its level and place', () => {
  expect(ids(rowsOf())).toEqual([1]);
  expect(ids(rowsOf(2))).toEqual([1]);
  const rows = rowsOf(1, 2);
  expect(ids(rows)).toEqual([1, 2, 4, 5, 3]);
  expect(rows[3]).toMatchObject({ level: 3, place: 2, size: 2, parent: 2, open: false });
});

test('somebody who would stand above themselves is shown once', () => {
  const circle: Record<number, ChartPerson[]> = { 1: [person(2, 'B', 1)], 2: [person(1, 'A', 1)] };
  expect(ids(chartRows([person(1, 'A', 1)], new Set([1, 2]), (id) => circle[id]))).toEqual([1, 2]);
});

test('arrows walk, open and close, and go up to the manager', () => {
  const rows = rowsOf(1);
  expect(moveBy('ArrowRight', rows, 0)).toEqual({ focus: 2 });
  expect(moveBy('ArrowRight', rows, 1)).toEqual({ open: [2] });
  expect(moveBy('ArrowRight', rows, 2)).toBeUndefined();
  expect(moveBy('ArrowLeft', rows, 0)).toEqual({ close: 1 });
  expect(moveBy('ArrowLeft', rows, 2)).toEqual({ focus: 1 });
  expect(moveBy('End', rows, 0)).toEqual({ focus: 3 });
  expect(moveBy('*', rows, 1)).toEqual({ open: [2] });
});

test('letters jump to the next name that begins with them', () => {
  const rows = rowsOf(1, 2);
  expect(moveBy('b', rows, 0, 'b')).toEqual({ focus: 2 });
  expect(moveBy('b', rows, 1, 'b')).toEqual({ focus: 5 });
  expect(moveBy('e', rows, 1, 'be')).toEqual({ focus: 2 });
  expect(moveBy('z', rows, 1, 'z')).toBeUndefined();
});

test('no key leaves the rows', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '*', 'b'];
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(4), (key, at) => {
      const rows = rowsOf(1, 2);
      const move = moveBy(key, rows, at, key.length === 1 && key !== '*' ? key : '');
      if (move?.focus !== undefined) expect(ids(rows)).toContain(move.focus);
    }),
  );
});
