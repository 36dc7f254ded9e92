import { expect, test } from 'vitest';
import { differing, editOf, editValues } from './edit-fields.ts';
import { item } from '#src/directory/test-desk.ts';

test('only what was changed is sent; emptied fields are taken away', () => {
  const base = editValues(item(1, { sender: 'Mouser' }));
  const values = {
    ...base,
    sender: ' ',
    location: null,
    toUser: { id: 102, name: 'Annika Berg' },
    trackingNumber: ' N 2 ',
  };
  expect(editOf(base, values)).toEqual({
    sender: null,
    location: null,
    toUser: { id: 102 },
    trackingNumber: 'N 2',
  });
  expect(editOf(base, { ...base })).toEqual({});
});
test('the same person under another name is no difference', () => {
  const base = editValues(item(1));
  expect(differing(base, { ...base, toUser: { id: 101, name: 'Anna K.' } })).toEqual([]);
  expect(differing(base, { ...base, toUser: null })).toEqual(['toUser']);
});
