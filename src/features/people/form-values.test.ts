import { expect, test } from 'vitest';
import { someone } from '#src/app/test-support.tsx';
import { changesOf, valuesOf } from './form-values.ts';

const person = {
  ...someone,
  room: { id: 9, name: '4.17', floor: { name: '4', building: { name: 'West' } } },
  costCenter: { id: 20, name: 'North' },
  costCenters: [{ id: 31, name: 'Team' }],
};

test('nothing changed is nothing sent', () => {
  expect(changesOf(valuesOf(person), valuesOf(person))).toEqual({});
  expect(changesOf(valuesOf(), valuesOf())).toEqual({});
});

test('only what is different is sent, and what was emptied is taken away', () => {
  const before = valuesOf(person);
  const after = {
    ...before,
    phone: '',
    jobTitle: ' Clerk ',
    room: null,
    manager: { id: 3, name: 'Ann' },
    costCenters: [{ id: 40, name: 'Other' }],
    floorWarden: true,
  };
  expect(changesOf(before, after)).toEqual({
    phone: null,
    jobTitle: 'Clerk',
    room: null,
    manager: { id: 3 },
    costCenters: [{ id: 40 }],
    floorWarden: true,
  });
});
