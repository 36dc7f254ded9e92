import { expect, test } from 'vitest';
import { deliveriesOf, deliveryTitle, likelyOutcome, recipientsOf } from './delivery.ts';
import { annika, item } from './test-desk.ts';

const unknown = item(3, { toUser: undefined, deliverTo: undefined, recipientName: 'Design Team' });
const proof = { note: ' left at door ', signature: 'data:image/png;base64,xx', photograph: null };

test('the title names one recipient, or says how many there are', () => {
  expect(deliveryTitle([item(1), item(2)], 'person')).toBe('Deliver 2 parcels to Anna Kowalska');
  expect(deliveryTitle([item(1)], 'person')).toBe('Deliver 1 parcel to Anna Kowalska');
  expect(deliveryTitle([item(1), unknown], 'person')).toBe('Deliver 2 parcels of 2 people');
});
test('recipients count by person, or by the name on the label', () => {
  expect(recipientsOf([unknown, item(1), item(2), { ...unknown, id: 4 }, item(5)])).toMatchObject([
    { name: 'Anna Kowalska', known: true, count: 3 },
    { name: 'Design Team', known: false, count: 2 },
  ]);
});
test('every element carries the proof; the recipient collects their own', () => {
  const shared = { note: 'left at door', signature: proof.signature };
  expect(deliveriesOf([item(1), unknown], 'person', { kind: 'recipient' }, proof)).toEqual([
    { id: 1, ...shared, collectedBy: { id: 101 } },
    { id: 3, ...shared },
  ]);
  expect(deliveriesOf([item(1)], 'person', { kind: 'person', person: annika }, proof)[0]).toMatchObject({
    collectedBy: { id: 102 },
  });
  expect(deliveriesOf([item(1)], 'person', { kind: 'name', name: 'Courier Tom' }, proof)[0]).toMatchObject({
    collectedByName: 'Courier Tom',
  });
});

test('what is left, sent or returned says how, and names nobody who did not take it', () => {
  expect(deliveryTitle([item(1), unknown], 'stop')).toBe('Leave 2 parcels at the stop');
  expect(deliveriesOf([item(1)], 'returned', { kind: 'recipient' }, { ...proof, note: '' })).toEqual([
    { id: 1, outcome: 'returned', signature: proof.signature },
  ]);
  expect(deliveriesOf([item(1)], 'stop', { kind: 'name', name: 'Front desk' }, proof)[0]).toMatchObject({
    outcome: 'stop',
    collectedByName: 'Front desk',
  });
});
test('how parcels are likely to leave follows from what they wait for', () => {
  const pending = (reason: 'return' | 'forward' | 'damaged') =>
    item(1, { currentQueue: 'PENDING', pending: { reason } });
  expect(likelyOutcome([item(1, { itemType: 'OUTBOUND' })])).toBe('courier');
  expect(likelyOutcome([pending('return')])).toBe('returned');
  expect(likelyOutcome([pending('forward')])).toBe('forwarded');
  expect(likelyOutcome([pending('damaged')])).toBe('person');
  expect(likelyOutcome([pending('return'), item(2)])).toBe('person');
});
