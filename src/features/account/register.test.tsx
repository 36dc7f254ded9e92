import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';

afterEach(() => vi.unstubAllGlobals());

const answers = { 'GET /users/me': { body: someone }, 'GET /mail/items': { body: [] } };

async function fillIn() {
  const app = await openApp('/register');
  const { user } = app;
  await user.type(await screen.findByLabelText('Company'), 'Northwind');
  await user.type(screen.getByLabelText('First name'), ' Þóra ');
  await user.type(screen.getByLabelText('Last name'), 'Guðmundsdóttir');
  await user.type(screen.getByLabelText('E-mail'), 'thora@northwind.example');
  await user.type(screen.getByLabelText('Password'), ' long enough ');
  await user.selectOptions(screen.getByLabelText('Country'), 'Iceland');
  await user.selectOptions(screen.getByLabelText('Time zone'), 'Atlantic/Reykjavik');
  const submit = () => user.click(screen.getByRole('button', { name: 'Create account' }));
  return { ...app, submit };
}

test('a company registers and is inside', async () => {
  const calls = stubServer({ ...answers, 'POST /data/register': { status: 201, body: {} } });
  const { submit } = await fillIn();
  await submit();
  expect(await screen.findByText('Hello, Marta')).toBeTruthy();
  expect(calls.find(({ path }) => path === '/data/register')?.body).toEqual({
    company: 'Northwind',
    firstname: 'Þóra',
    lastname: 'Guðmundsdóttir',
    email: 'thora@northwind.example',
    password: ' long enough ',
    country: 'IS',
    timezone: 'Atlantic/Reykjavik',
  });
});

test('what the server refuses lands on its field, with everything typed still there', async () => {
  stubServer({ ...answers, 'POST /data/register': refusal(409, 'account.email-taken', 'Taken.', 'email') });
  const { submit } = await fillIn();
  await submit();
  const email = screen.getByLabelText<HTMLInputElement>('E-mail');
  const error = await screen.findByText(/There is an account with this e-mail/);
  expect(email.getAttribute('aria-describedby')).toBe(error.id);
  expect(document.activeElement).toBe(email);
  expect(email.value).toBe('thora@northwind.example');
  expect(screen.getByLabelText<HTMLInputElement>('Company').value).toBe('Northwind');
});

test('a field unknown to the form is told above it', async () => {
  stubServer({ ...answers, 'POST /data/register': refusal(400, 'bad', 'The plan is full.', 'plan') });
  const { submit } = await fillIn();
  await submit();
  expect((await screen.findByRole('alert')).textContent).toBe('The plan is full.');
});

test('the password rule is said before, and checked before the server is asked', async () => {
  const calls = stubServer(answers);
  const { submit, user } = await fillIn();
  const password = screen.getByLabelText('Password');
  const hint = document.getElementById(password.getAttribute('aria-describedby')!);
  expect(hint?.textContent).toMatch(/At least \d+ characters/);
  await user.clear(password);
  await user.type(password, 'short');
  await submit();
  expect(within(password.closest('form')!).getByText(/Use at least/)).toBeTruthy();
  expect(document.activeElement).toBe(password);
  expect(calls.some(({ path }) => path === '/data/register')).toBe(false);
});
