import { expect, test } from 'vitest';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import { desk, item } from '#src/directory/test-desk.ts';
import { departuresOf, findOnRun, remainingOf, runTable, stopsOf, stopsUnder } from './run.ts';
import { readRunSearch } from './search.ts';

const sheet: RunSheet = {
  route: desk.routes[0]!,
  stops: [
    { stop: { id: 51, name: 'North' }, position: 1, remaining: [item(1), item(2)], delivered: [] },
    {
      stop: { id: 52, name: 'South' },
      position: 2,
      remaining: [],
      delivered: [item(3, { currentQueue: 'OUT' })],
    },
    {
      position: 3,
      remaining: [item(4, { trackingNumber: undefined, runningNumber: 'A-000004' })],
      delivered: [],
    },
  ],
  remaining: 3,
  delivered: 1,
};

test('a tab shows the stops that have something for it, in their order', () => {
  const names = (tab: 'all' | 'remaining' | 'delivered') =>
    stopsUnder(sheet, tab).map(({ position }) => position);
  expect(names('all')).toEqual([1, 2, 3]);
  expect(names('remaining')).toEqual([1, 3]);
  expect(names('delivered')).toEqual([2]);
});

test('the file has a tab parcel by parcel, in the order of the round', () => {
  const { head, rows } = runTable(stopsUnder(sheet, 'all'));
  expect(head.slice(0, 4)).toEqual(['stop', 'stop name', 'id', 'tracking number']);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    [1, 'North', 1],
    [1, 'North', 2],
    [2, 'South', 3],
    [3, undefined, 4],
  ]);
  expect(rows.every((row) => row.length === head.length)).toBe(true);
  expect(rows.map((row) => row.at(-1) !== undefined)).toEqual([false, false, true, false]);
});

test('a scan means a parcel by its number or by the desk’s, whatever its blanks and capitals', () => {
  expect(findOnRun(sheet, 'number 2')).toMatchObject({ item: { id: 2 }, delivered: false });
  expect(findOnRun(sheet, 'a-000004')).toMatchObject({ item: { id: 4 } });
  expect(findOnRun(sheet, 'NUMBER3')).toMatchObject({ item: { id: 3 }, delivered: true });
  expect(findOnRun(sheet, 'NUMBER9')).toBeUndefined();
  expect(findOnRun(sheet, ' - ')).toBeUndefined();
});

test('what is ticked names its stops', () => {
  expect(stopsOf(sheet, new Set([1, 4])).map(({ stop }) => stop?.name)).toEqual(['North', undefined]);
});

test('what left the round was brought by others or is not on it any more; one’s own is not told', () => {
  const gone = [...remainingOf(sheet).slice(0, 2), item(3)];
  const { delivered, moved } = departuresOf(sheet, gone, new Set([1]));
  expect(delivered.map(({ id }) => id)).toEqual([3]);
  expect(moved.map(({ id }) => id)).toEqual([2]);
});

test('what remains is looked at unless the address says otherwise', () => {
  expect(readRunSearch({ tab: 'delivered' })).toEqual({ tab: 'delivered' });
  expect(readRunSearch({ tab: 'remaining' })).toEqual({});
  expect(readRunSearch({ tab: 7 })).toEqual({});
});
