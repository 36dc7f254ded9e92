import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { working } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './labels-page.tsx';

afterEach(() => vi.unstubAllGlobals());
const label = (itemId: number, recipient: string) => ({
  itemId,
  code: `A-00000${itemId}`,
  runningNumber: `A-00000${itemId}`,
  recipient,
  center: 'Mail Center',
  mailStop: 'B1 North',
  dateCreated: 1,
});
const me = { 'GET /users/me': { body: working(someone) } };

test('asks for the labels of just these parcels and draws them with bars and QR code', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  const calls = stubServer({
    ...me,
    'PUT /mail/items/labels': { body: [label(1, 'Anna Kowalska'), label(2, 'ليلى حسن')] },
  });
  const { user, router } = await openApp('/mail/labels?ids=1,2');
  const cards = await screen.findAllByRole('article');
  expect(cards).toHaveLength(2);
  expect(calls.find(({ path }) => path === '/mail/items/labels')?.body).toEqual([{ id: 1 }, { id: 2 }]);
  expect(screen.getByText('ليلى حسن').getAttribute('dir')).toBe('auto');
  for (const card of cards) expect(card.querySelectorAll('img[src^="data:image/svg+xml"]')).toHaveLength(2);
  await user.click(screen.getByRole('radio', { name: 'A4, 3 × 8' }));
  await user.selectOptions(await screen.findByRole('combobox'), 'Begin at label 4');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ layout: 'a4-24', start: 4 }));
  await user.click(await screen.findByRole('button', { name: 'Begin here (2)' }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ start: 2 }));
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
});

test('nothing chosen teaches where to choose, and asks nothing', async () => {
  const calls = stubServer(me);
  await openApp('/mail/labels');
  expect(await screen.findByRole('heading', { name: 'No parcels chosen' })).toBeTruthy();
  expect(calls.some(({ path }) => path.includes('labels'))).toBe(false);
});

test('a refusal says why', async () => {
  stubServer({ ...me, 'PUT /mail/items/labels': refusal(404, 'not-found', '[0].id: no such parcel.') });
  await openApp('/mail/labels?ids=99');
  expect(await screen.findByText('[0].id: no such parcel.')).toBeTruthy();
});
