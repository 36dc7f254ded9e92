import { expect, test } from 'vitest';
import type { DraftItem } from './draft.ts';
import { fillingOf, nextFree, roomLeft, type Seat } from './seats.ts';

const space = (id: number, name: string) => ({ id, name, floor: '1st', building: 'House', floorId: 1 });
const seat = (id: number, name: string, capacity: number | undefined, taken: number): Seat => ({
  space: space(id, name),
  typeName: 'Office',
  occupiable: true,
  capacity,
  taken,
});
const mover = (key: string, from?: number, to?: number, kind: DraftItem['kind'] = 'move'): DraftItem => ({
  key,
  typeId: 2,
  kind,
  name: key,
  ...(from !== undefined && { from: space(from, String(from)) }),
  ...(to !== undefined && { to: space(to, String(to)) }),
  fields: {},
  tasks: {},
});

test('who leaves makes room, who comes takes it, a printer does neither', () => {
  const full = seat(1, '1.01', 2, 2);
  const items = [mover('a', 1, 2), mover('b', undefined, 1, 'new'), mover('c', undefined, 1, 'equipment')];
  expect(roomLeft(full, fillingOf(items))).toBe(0);
  expect(roomLeft(full, fillingOf([mover('d', 1, undefined, 'terminate')]))).toBe(1);
  expect(roomLeft(full, fillingOf([mover('e', undefined, 1)]))).toBe(-1);
  expect(roomLeft(seat(3, '1.03', undefined, 9), fillingOf(items))).toBeUndefined();
});

test('people get the next free place by the numbers of the spaces, also the chairs of those who go', () => {
  const seats = [seat(10, '1.10', 1, 0), seat(2, '1.2', 1, 1), seat(9, '1.9', 3, 2)];
  const items = [mover('a', 2), mover('b', 5), mover('c', 5), mover('d', 5), mover('x', 5, 9)];
  const found = nextFree(seats, undefined, items, new Set(['a', 'b', 'c', 'd']));
  expect([...found].map(([key, to]) => `${key} ${to.name}`)).toEqual(['a 1.2', 'b 1.10']);
  // From a space on: those before it stay free.
  const later = nextFree(seats, 10, items, new Set(['b', 'c']));
  expect([...later.keys()]).toEqual(['b']);
});
