import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server that keeps what is saved. */
function server(more: Answers = {}) {
  let me = someone;
  return stubServer({
    'GET /users/me': () => ({ body: me }),
    'PUT /users/7': ({ body }) => {
      me = { ...me, ...(body as object) };
      return { body: me };
    },
    ...more,
  });
}
const phone = () => screen.findByLabelText<HTMLInputElement>('Phone');

test('a change is saved, said, and can be undone', async () => {
  const calls = server();
  const { user } = await openApp('/profile');
  const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save changes' });
  await user.clear(await phone());
  await user.type(await phone(), '+48 22 200 00');
  await user.click(save());
  expect(await screen.findByText('Profile saved')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ phone: '+48 22 200 00' });
  expect(save().disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await phone()).value).toBe('+48 22 100 00'));
  expect(calls.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ phone: '+48 22 100 00' });
});

test('a refusal lands on its field and loses nothing', async () => {
  server({ 'PUT /users/7': refusal(400, 'user.phone', 'A phone number has digits.', 'phone') });
  const { user } = await openApp('/profile');
  await user.type(await phone(), 'x');
  await user.type(screen.getByLabelText('Mobile'), '5');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(await screen.findByText('A phone number has digits.')).toBeTruthy();
  expect((await phone()).getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(await phone());
  expect(screen.getByLabelText<HTMLInputElement>('Mobile').value).toBe('5');
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect((await phone()).value).toBe('+48 22 100 00');
});

test('a session that ends in the middle asks for the password and keeps what was typed', async () => {
  let signedIn = true;
  const calls = server({
    'PUT /users/7': () => (signedIn ? { body: {} } : refusal(401, 'account.signed-out')),
    'POST /data/login': () => {
      signedIn = true;
      return { body: {} };
    },
  });
  const { user } = await openApp('/profile');
  await user.type(await phone(), '9');
  signedIn = false;
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  const password = await screen.findByLabelText(/Password/, { selector: 'input' });
  await user.type(password, 'right password{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ path }) => path === '/data/login')?.body).toEqual({
    email: someone.email,
    password: 'right password',
  });
  expect((await phone()).value).toBe('+48 22 100 009');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(await screen.findByText('Profile saved')).toBeTruthy();
});

test('leaving with something unsaved asks first', async () => {
  server();
  const { user, router } = await openApp('/profile');
  await user.type(await phone(), '9');
  await user.click(screen.getByRole('link', { name: 'Home' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/profile');
  expect((await phone()).value).toBe('+48 22 100 009');
  await user.click(screen.getByRole('link', { name: 'Home' }));
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
});
