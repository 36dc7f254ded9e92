import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { browserOnline } from '#src/lib/connection.ts';
import { openApp, refusal, someone, stubServer } from './test-support.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  browserOnline.set(true);
});

const home = { at: 1, timeZone: 'Europe/Warsaw', desk: {} };
const answers = {
  'GET /users/me': { body: someone },
  'GET /home': { body: home },
  'GET /mail/items': { body: [] },
};

test('the frame: skip link, navigation by role, one heading, an empty state that teaches', async () => {
  stubServer(answers);
  await openApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Marta' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Skip to content' }).getAttribute('href')).toBe('#content');
  expect(screen.getByRole('main').id).toBe('content');
  const nav = screen.getByRole('navigation', { name: 'Main navigation' });
  expect(within(nav).getByRole('link', { name: 'Home' }).getAttribute('aria-current')).toBe('page');
  expect(within(nav).queryByRole('link', { name: 'Mail desk' })).toBeNull();
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy();
});

test('mail people start at the mail desk', async () => {
  const permissions = [{ ...someone.permissions[0]!, role: 'OPERATOR' as const }];
  stubServer({ ...answers, 'GET /users/me': { body: { ...someone, permissions } } });
  const served = fetch;
  const never = new Promise<Response>(() => {});
  // The desk itself is another test's business.
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.endsWith('/users/me') ? served(url, init) : never,
  );
  const { router } = await openApp('/', { wait: false });
  await waitFor(() => expect(router.state.location.pathname).toBe('/mail'));
});

test('my parcels show where they are; a failure offers another try', async () => {
  let broken = true;
  const courier = { id: 1, code: 'ups', name: 'UPS', dateCreated: 1, dateUpdated: 1 };
  const parcel = {
    id: 3,
    itemType: 'INBOUND',
    currentQueue: 'PENDING',
    deliveryType: '',
    trackingNumber: '1Z999AA10123456784',
    courier,
    center: { id: 1, name: 'Mail' },
    statuses: [],
    comments: [],
    dateCreated: 1,
    dateUpdated: 1,
  };
  const calls = stubServer({
    ...answers,
    'GET /mail/items': ({ path }) => {
      if (path.includes('queue=OUT')) return { body: [] };
      return broken ? refusal(500, 'oops', 'The desk is closed.') : { body: [parcel] };
    },
  });
  const { user } = await openApp('/parcels');
  expect(await screen.findByText('The desk is closed.')).toBeTruthy();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1Z999AA10123456784')).toBeTruthy();
  const aside = screen.getByRole('region', { name: /^Put aside/ });
  expect(within(aside).getByText('At the desk: Other reason')).toBeTruthy();
  expect(screen.queryByText('Delivered to you')).toBeNull();
  expect(calls.find(({ path }) => path.startsWith('/mail/items'))?.path).toContain('mine=true');
});

test('moving to another view takes the reader to its heading and names the tab', async () => {
  stubServer(answers);
  const { user } = await openApp('/');
  await user.click(await screen.findByRole('button', { name: /Your account, Marta/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Profile' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Profile' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(document.title).toBe('Profile · Atrium');
});

test('the appearance is chosen in the menu and kept', async () => {
  stubServer(answers);
  const { user } = await openApp('/');
  await user.click(await screen.findByRole('button', { name: /Your account/ }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
  expect(localStorage.getItem('atrium.appearance')).toBe('dark');
});

test('signing out ends the session and forgets what was loaded', async () => {
  const account = { role: 'Clerk', name: 'Ada', email: 'a@x.example', password: 'x' };
  const calls = stubServer({
    ...answers,
    'POST /data/logout': { status: 204 },
    'GET /data/demo': { body: { accounts: [account] } },
  });
  const { user, router, queryClient } = await openApp('/');
  await user.click(await screen.findByRole('button', { name: /Your account/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { name: 'Sign in to Atrium' })).toBeTruthy();
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(calls.some(({ path }) => path === '/data/logout')).toBe(true);
  expect(queryClient.getQueryData(['me'])).toBeUndefined();
  expect(queryClient.getQueryData(['home', 'parcels'])).toBeUndefined();
  // What the page one arrives at asks for is not forgotten along with it.
  expect(await screen.findByText('Look around with a demo account')).toBeTruthy();
});

test('a sign-out that did not reach the server is not pretended', async () => {
  stubServer({ ...answers, 'POST /data/logout': refusal(500, 'oops', 'The server could not answer.') });
  const { user, router } = await openApp('/');
  await user.click(await screen.findByRole('button', { name: /Your account/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByText(/You are still signed in/)).toBeTruthy();
  expect(router.state.location.pathname).toBe('/');
});

test('an address that leads nowhere says so inside the frame, with a way on', async () => {
  stubServer(answers);
  await openApp('/no/such/page');
  expect(await screen.findByRole('heading', { level: 1, name: 'This page does not exist' })).toBeTruthy();
  expect(screen.getByRole('navigation', { name: 'Main navigation' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to the start page' })).toBeTruthy();
});

test('a start without the server offers another try, which works once it is back', async () => {
  // React and the router both report what an error view catches.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  let down = true;
  stubServer({
    ...answers,
    'GET /users/me': () => {
      if (down) throw new TypeError('Failed to fetch');
      return { body: someone };
    },
  });
  const { user } = await openApp('/');
  expect(await screen.findByRole('heading', { name: 'The server cannot be reached' })).toBeTruthy();
  down = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
});

test('going offline is told in a live region', async () => {
  stubServer(answers);
  await openApp('/');
  await screen.findByText('Hello, Marta');
  window.dispatchEvent(new Event('offline'));
  const notice = await screen.findByText(/You are offline/);
  expect(notice.closest('[aria-live="polite"]')).toBeTruthy();
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(screen.queryByText(/You are offline/)).toBeNull());
});
