import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { item, queuesOf } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './parcels-page.tsx';
import '#src/directory/collect-code-dialog.tsx';
import '#src/ui/qr-code.tsx';

let known: MailItem[] = [];
const held = (one: MailItem): MailItem => ({ ...one, currentQueue: 'PENDING', pending: { reason: 'hold' } });
beforeEach(() => {
  known = [
    item(3, { sender: 'Bookshop' }),
    item(2, { currentQueue: 'PENDING', pending: { reason: 'damaged' } }),
    item(1, {
      currentQueue: 'OUT',
      statuses: [
        {
          id: 5,
          type: { id: 5, code: 'out', name: 'Delivered' },
          center: { id: 1, name: 'Mail Center' },
          dateCreated: Date.now(),
          collectedBy: { name: 'Zoë Tailor' },
        },
      ],
    }),
  ];
});
afterEach(() => vi.unstubAllGlobals());

const server = (more: Answers = {}) =>
  stubServer({ 'GET /users/me': { body: someone }, ...queuesOf(() => known), ...more });

test('what waits, what is put aside, and who collected the rest', async () => {
  server();
  await openApp('/parcels');
  const waiting = within(await screen.findByRole('region', { name: /^For you/ }));
  expect(waiting.getByText('From Bookshop')).toBeTruthy();
  const aside = within(screen.getByRole('region', { name: /^Put aside/ }));
  expect(aside.getByText('At the desk: Damaged')).toBeTruthy();
  expect(aside.queryByRole('button')).toBeNull();
  const delivered = within(await screen.findByRole('region', { name: 'Delivered' }));
  expect(delivered.getByText('Zoë Tailor')).toBeTruthy();
});

test('a parcel is held until a day, and the wish taken back from the notice', async () => {
  const calls = server({
    'PUT /mail/items/3/hold': () => {
      known = known.map((one) => (one.id === 3 ? held(one) : one));
      return { body: known[0] };
    },
    'PUT /mail/items/3/release': () => {
      known = [item(3, { sender: 'Bookshop' }), ...known.slice(1)];
      return { body: known[0] };
    },
  });
  const { user } = await openApp('/parcels');
  await user.click(await screen.findByRole('button', { name: 'Hold' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Have the parcel held' }));
  await user.click(dialog.getByRole('radio', { name: 'Another day' }));
  await user.click(dialog.getByRole('button', { name: 'Hold' }));
  expect(dialog.getByText('Choose a day from tomorrow on.')).toBeTruthy();
  await user.click(dialog.getByRole('radio', { name: 'I say otherwise' }));
  await user.type(dialog.getByRole('textbox', { name: 'Note for the desk' }), 'I am away');
  await user.click(dialog.getByRole('button', { name: 'Hold' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path === '/mail/items/3/hold')?.body).toEqual({ note: 'I am away' }),
  );
  expect(await screen.findByText('Held for you')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Ready at Mail Center')).toBeTruthy();
});

test('a parcel goes to a colleague, found in the directory that everybody may read', async () => {
  const colleague = { ...item(1).toUser!, color: '#2f6f4f' };
  const calls = server({
    'GET /users': { body: [colleague] },
    'PUT /mail/items/3/forward': { body: { ...held(known[0]!), pending: { reason: 'forward' } } },
  });
  const { user } = await openApp('/parcels');
  await user.click(await screen.findByRole('button', { name: 'Forward' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Have the parcel sent on' }));
  await user.type(dialog.getByRole('combobox', { name: 'Who is to get it' }), 'kowal');
  await user.click(await screen.findByRole('option', { name: /Anna Kowalska/ }));
  await user.click(dialog.getByRole('button', { name: 'Forward' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path === '/mail/items/3/forward')?.body).toEqual({ toUser: { id: 101 } }),
  );
});

test('a refusal is said where it was asked', async () => {
  server({ 'PUT /mail/items/3/hold': refusal(409, 'mail.on-its-way', 'This parcel is on its way.') });
  const { user } = await openApp('/parcels');
  await user.click(await screen.findByRole('button', { name: 'Hold' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Hold' }));
  expect((await dialog.findByRole('alert')).textContent).toBe('This parcel is on its way.');
});

test('the code opens by its address as a picture with its text, and a new one replaces it', async () => {
  server({
    'GET /mail/collect-code': { body: { code: 'P-ABCDEFGH2345' } },
    'POST /mail/collect-code': { body: { code: 'P-ZZZZEFGH2345' } },
  });
  const { user, router } = await openApp('/parcels?code=true');
  const dialog = within(await screen.findByRole('dialog', { name: 'My code' }));
  expect(await dialog.findByText('P-ABCDEFGH2345')).toBeTruthy();
  const picture = await dialog.findByRole<HTMLImageElement>('img', { name: 'Your code for the mail desk' });
  expect(picture.src).toMatch(/^data:image\/svg\+xml/);
  await user.click(dialog.getByRole('button', { name: 'Make a new code' }));
  expect(await dialog.findByText('P-ZZZZEFGH2345')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});
