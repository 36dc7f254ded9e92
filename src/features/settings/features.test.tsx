import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './settings-page.tsx';
import '#src/ui/notices.tsx';

let features: string[];
const server = (siteAdmin: boolean) =>
  stubServer({
    'GET /users/me': () => ({
      body: { ...someone, siteAdmin, organisation: { ...someone.organisation, features } },
    }),
    'GET /organisation': () => ({
      body: { id: 1, name: 'Northwind', country: 'PL', timeZone: 'Europe/Warsaw', features },
    }),
    'PUT /organisation': ({ body }) => {
      features = (body as { features: string[] }).features;
      return { body: { id: 1, name: 'Northwind', country: 'PL', timeZone: 'Europe/Warsaw', features } };
    },
    'GET /contacts': { body: [] },
    'GET /contacts/count': { body: { count: 0 } },
  });
const entry = (name: string) =>
  within(screen.getByRole('navigation', { name: 'Main navigation' })).queryByRole('link', { name });
afterEach(() => vi.unstubAllGlobals());

test('a feature switched off leaves the navigation at once, and comes back by Undo', async () => {
  features = ['mail', 'booking', 'cost-centers', 'contacts', 'agreements'];
  server(true);
  const { user } = await openApp('/settings?tab=features');
  expect(entry('Mail desk')).toBeTruthy();
  (await screen.findByRole('switch', { name: 'Mail desk' })).focus();
  await user.keyboard(' ');
  await waitFor(() => expect(entry('Mail desk')).toBeNull());
  expect(features).toEqual(['booking', 'cost-centers', 'contacts', 'agreements']);
  expect(document.activeElement).toBe(screen.getByRole('switch', { name: 'Mail desk' }));
  expect(screen.queryByRole('link', { name: 'Mail routes' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(entry('Mail desk')).toBeTruthy());
});

test('the screens of what is switched off are gone, whoever knows their address', async () => {
  features = ['mail'];
  server(false);
  await openApp('/contacts?id=3');
  expect(await screen.findByRole('heading', { name: 'Your organisation does not use this' })).toBeTruthy();
  document.body.replaceChildren();
  features = [];
  const calls = server(false);
  await openApp('/');
  expect(await screen.findByRole('heading', { name: 'Hello, Marta' })).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('/mail'))).toBe(false);
});
