import { expect, test } from 'vitest';
import { deliveriesOf, deliveryTitle, recipientsOf } from './delivery.ts';
import { annika, item } from './test-desk.ts';

const unknown = item(3, { toUser: undefined, deliverTo: undefined, recipientName: 'Design Team' });
const proof = { note: ' left at door ', signature: 'data:image/png;base64,xx', photograph: null };

test('the title names one recipient, or says how many there are', () => {
  expect(deliveryTitle([item(1), item(2)])).toBe('Deliver 2 parcels to Anna Kowalska');
  expect(deliveryTitle([item(1)])).toBe('Deliver 1 parcel to Anna Kowalska');
  expect(deliveryTitle([item(1), unknown])).toBe('Deliver 2 parcels of 2 people');
});
test('recipients count by person, or by the name on the label', () => {
  expect(recipientsOf([unknown, item(1), item(2), { ...unknown, id: 4 }, item(5)])).toMatchObject([
    { name: 'Anna Kowalska', known: true, count: 3 },
    { name: 'Design Team', known: false, count: 2 },
  ]);
});
test('every element carries the proof; the recipient collects their own', () => {
  const shared = { note: 'left at door', signature: proof.signature };
  expect(deliveriesOf([item(1), unknown], { kind: 'recipient' }, proof)).toEqual([
    { id: 1, ...shared, collectedBy: { id: 101 } },
    { id: 3, ...shared },
  ]);
  expect(deliveriesOf([item(1)], { kind: 'person', person: annika }, proof)[0]).toMatchObject({
    collectedBy: { id: 102 },
  });
  expect(deliveriesOf([item(1)], { kind: 'name', name: 'Courier Tom' }, proof)[0]).toMatchObject({
    collectedByName: 'Courier Tom',
  });
});
