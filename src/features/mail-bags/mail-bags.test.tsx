import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { desk, item, queuesOf, working } from '#src/directory/test-desk.ts';
import type { BagWithItems } from './api.ts';
import { findInBag, isTagOf, missingIn } from './bag.ts';
// Compiled before any clock runs.
import './bag-page.tsx';
import './bags-page.tsx';

const [here, south] = desk.centers as [{ id: number; name: string }, { id: number; name: string }];
let bag: BagWithItems;
beforeEach(() => {
  bag = {
    id: 12,
    code: 'BAG-000012',
    state: 'open',
    from: here,
    to: south,
    count: 0,
    missing: 0,
    dateCreated: 1,
    dateUpdated: 1,
    items: [],
  };
});
afterEach(() => vi.unstubAllGlobals());
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/desk': { body: desk },
    'GET /mail/bags': () => ({ body: [bag] }),
    'GET /mail/bags/12': () => ({ body: bag }),
    ...queuesOf(() => [item(1), item(2)]),
    ...more,
  });
const box = () => screen.findByRole('textbox', { name: /^Scan/ });

test('a tag is known however it is written, a parcel by either number', () => {
  expect(isTagOf(bag, 'bag000012')).toBe(true);
  expect(isTagOf(bag, 'BAG-000013')).toBe(false);
  const full = { ...bag, items: [item(1, { runningNumber: 'A-000001' })] };
  expect(findInBag(full, 'a-000001')?.id).toBe(1);
  expect(findInBag(full, '')).toBeUndefined();
});

test('missing is what a received bag carried and nobody found', () => {
  const lost = item(1, { currentQueue: 'TRANSFER', bag: { id: 12, code: bag.code } });
  expect(missingIn({ ...bag, state: 'received', items: [lost, item(2)] })).toEqual([lost]);
  expect(missingIn({ ...bag, state: 'sent', items: [lost] })).toEqual([]);
});

test('scans put parcels in; what cannot go in is said and stays out; then the bag is sent', async () => {
  const calls = server({
    'PUT /mail/bags/12/items': ({ body }) => {
      const [{ id }] = body as [{ id: number }];
      if (id === 2) return refusal(409, 'mail.not-here', 'Parcel 2 is not here.');
      bag = { ...bag, count: 1, items: [item(1)] };
      return { body: bag };
    },
    'PUT /mail/bags/12/send': () => {
      bag = { ...bag, state: 'sent', sentAt: 5 };
      return { body: bag };
    },
  });
  const { user } = await openApp('/mail/bags/12');
  await user.type(await box(), 'NUMBER1{Enter}');
  expect(await screen.findByText('NUMBER1')).toBeTruthy();
  await user.type(await box(), 'NUMBER1{Enter}');
  expect(await screen.findByText('NUMBER1 is in this bag already.')).toBeTruthy();
  await user.type(await box(), 'NUMBER2{Enter}');
  expect(await screen.findByText('Parcel 2 is not here.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send 1 parcel' }));
  expect(await screen.findByText('On the way')).toBeTruthy();
  // It goes to a center of others: nothing more to do here.
  expect(screen.queryByRole('textbox', { name: /^Scan/ })).toBeNull();
  expect(calls.filter(({ path }) => path === '/mail/bags/12/send')).toHaveLength(1);
});

test('at the other end the found are ticked, and the rest is told as missing', async () => {
  bag = { ...bag, state: 'sent', from: south, to: here, count: 2, items: [item(1), item(2)] };
  const calls = server({
    'PUT /mail/bags/12/receive': () => {
      const lost = item(2, { currentQueue: 'TRANSFER', bag: { id: 12, code: bag.code } });
      bag = { ...bag, state: 'received', missing: 1, items: [item(1), lost] };
      return { body: bag };
    },
  });
  const { user } = await openApp('/mail/bags/12');
  await user.type(await box(), 'NUMBER1{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Receive 1, 1 missing' }));
  expect(await screen.findByText('1 parcel was not found')).toBeTruthy();
  expect(calls.find(({ path }) => path === '/mail/bags/12/receive')?.body).toEqual([{ id: 1 }]);
});

test('one scan of a tag receives all of the bag', async () => {
  bag = { ...bag, state: 'sent', from: south, to: here, count: 2, items: [item(1), item(2)] };
  const calls = server({
    'GET /mail/resolve': () => ({ body: { kind: 'bag', bag } }),
    'PUT /mail/bags/12/receive': () => ({ body: { ...bag, state: 'received' } }),
  });
  const { user } = await openApp('/mail/bags?state=sent');
  await user.type(await box(), 'BAG-000012{Enter}');
  await waitFor(() => expect(calls.some(({ path }) => path === '/mail/bags/12/receive')).toBe(true));
  expect(calls.find(({ path }) => path === '/mail/bags/12/receive')?.body).toBeUndefined();
  expect(await screen.findByText('BAG-000012: 2 parcels received at Mail Center.')).toBeTruthy();
});

test('what is in a bag is saved as a file under the name of its tag', async () => {
  bag = { ...bag, count: 1, items: [item(1)] };
  server();
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { user } = await openApp('/mail/bags/12');
  await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
  expect(saved).toEqual(['BAG-000012.csv']);
});
