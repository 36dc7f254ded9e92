import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Agreement } from '#contract/agreements.ts';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './agreements-page.tsx';
import '#src/ui/notices.tsx';

const stamps = { dateCreated: 1, dateUpdated: 1 };
const known: Agreement[] = [
  { id: 1, type: { id: 4, name: 'Insurance' }, name: 'Fire', code: 'F-1', ...stamps },
  { id: 2, type: 'Lease', ...stamps },
];
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const server = (siteAdmin = true) =>
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin } },
    'GET /agreements': { body: known },
    'GET /agreements/count': { body: { count: 2 } },
    'GET /agreements/1': { body: known[0] },
    'PUT /agreements/1': { body: known[0] },
  });

test('a type that is an object shows its name, and stays an object when only the code changes', async () => {
  const calls = server();
  const { user } = await openApp('/agreements?open=1');
  expect(await screen.findByRole('row', { name: /Fire Insurance F-1/ })).toBeTruthy();
  expect(screen.getByRole('row', { name: /Agreement 2 Lease/ })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the agreement' }));
  await user.type(dialog.getByRole('textbox', { name: 'Code' }), '0');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Fire', code: 'F-10' }),
  );
});

test('a new one needs a type', async () => {
  const calls = server();
  const { user } = await openApp('/agreements?open=new');
  const dialog = within(await screen.findByRole('dialog', { name: 'New agreement' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Cleaning');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Say what kind of agreement it is.')).toBeTruthy();
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
});

test('who may not write sees no way to, whatever the address says', async () => {
  server(false);
  await openApp('/agreements?open=new');
  expect(await screen.findByRole('row', { name: /Fire/ })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: 'New agreement' })).toBeNull();
});
