import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server that knows one account. */
function server(more: Parameters<typeof stubServer>[0] = {}) {
  let signedIn = false;
  return stubServer({
    'GET /users/me': () => (signedIn ? { body: someone } : refusal(401, 'account.signed-out')),
    'GET /mail/items': { body: [] },
    'POST /data/login': ({ body }) => {
      signedIn = (body as { password: string }).password === 'right password';
      return signedIn ? { body: {} } : refusal(401, 'account.wrong-credentials');
    },
    ...more,
  });
}
const fill = async (user: Awaited<ReturnType<typeof openApp>>['user'], password: string) => {
  await user.type(await screen.findByLabelText('E-mail'), 'marta@northwind.example');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
};

test('whoever opens a page is asked to sign in, and then gets that page', async () => {
  const calls = server();
  const { user, router } = await openApp('/profile?tab=2');
  expect(await screen.findByRole('heading', { name: 'Sign in to Atrium' })).toBeTruthy();
  expect(router.state.location.href).toBe('/sign-in?next=%2Fprofile%3Ftab%3D2');
  expect(document.title).toBe('Sign in to Atrium · Atrium');
  await fill(user, 'right password');
  expect(await screen.findByRole('heading', { name: 'Profile' })).toBeTruthy();
  expect(router.state.location.href).toBe('/profile?tab=2');
  expect(calls.find(({ path }) => path === '/data/login')?.body).toEqual({
    email: 'marta@northwind.example',
    password: 'right password',
  });
});

test('a wrong password keeps the e-mail, says what to do, and takes the reader there', async () => {
  server();
  const { user } = await openApp('/sign-in');
  await fill(user, 'wrong');
  const problem = await screen.findByRole('alert');
  expect(problem.textContent).toMatch(/do not match/);
  expect(document.activeElement).toBe(problem);
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('marta@northwind.example');
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'right password{Enter}');
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
});

test('too many tries says how long to wait', async () => {
  server({
    'POST /data/login': { ...refusal(429, 'account.too-many-tries'), headers: { 'retry-after': '300' } },
  });
  const { user } = await openApp('/sign-in');
  await fill(user, 'x');
  expect((await screen.findByRole('alert')).textContent).toContain('Wait 5 minutes');
});

test('empty fields are told at the field, without asking the server', async () => {
  const calls = server();
  const { user } = await openApp('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  const email = screen.getByLabelText('E-mail');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(email);
  expect(document.getElementById(email.getAttribute('aria-describedby')!)?.textContent).toMatch(
    /Enter your e-mail/,
  );
  expect(calls.some(({ path }) => path === '/data/login')).toBe(false);
});

test('a server that cannot be reached is said so, in the form and above it', async () => {
  server({
    'POST /data/login': () => {
      throw new TypeError('Failed to fetch');
    },
  });
  const { user } = await openApp('/sign-in');
  await fill(user, 'x');
  expect((await screen.findByRole('alert')).textContent).toMatch(/cannot be reached/);
  expect(screen.getByText(/Atrium keeps trying/)).toBeTruthy();
});

test.each(['//evil.com', '/\\evil.com', 'https://evil.com/x'])('next=%s goes nowhere', async (next) => {
  server();
  const { user, router } = await openApp(`/sign-in?next=${encodeURIComponent(next)}`);
  await fill(user, 'right password');
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
  expect(router.state.location.href).toBe('/');
});

test('demo accounts sign in with one tap, and show only where the demo runs', async () => {
  const account = {
    role: 'Mail clerk',
    name: 'Marta Kowalczyk',
    email: 'm@x.example',
    password: 'right password',
  };
  const calls = server({ 'GET /data/demo': { body: { accounts: [account] } } });
  const { user } = await openApp('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'Sign in as Marta Kowalczyk, Mail clerk' }));
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
  expect(calls.find(({ path }) => path === '/data/login')?.body).toEqual({
    email: 'm@x.example',
    password: 'right password',
  });
});

test('without the demo there is no trace of it', async () => {
  const calls = server();
  await openApp('/sign-in');
  await waitFor(() => expect(calls.some(({ path }) => path === '/data/demo')).toBe(true));
  expect(screen.queryByText(/demo account/)).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});
