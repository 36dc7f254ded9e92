import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, refusal, stubServer } from '#src/app/test-support.tsx';

afterEach(() => vi.unstubAllGlobals());

test('a forgotten password: the answer is the same whoever asks', async () => {
  const calls = stubServer({ 'POST /data/resetPassword': { status: 202 } });
  const { user } = await openApp('/forgot-password');
  await user.type(await screen.findByLabelText('E-mail'), 'who@x.example{Enter}');
  const sent = await screen.findByText(/If who@x.example belongs to an account/);
  expect(sent.getAttribute('role')).toBe('status');
  expect(calls.at(-1)).toMatchObject({ path: '/data/resetPassword', body: { email: 'who@x.example' } });
});

test('the link in the mail sets a new password; its token stays what it was', async () => {
  const calls = stubServer({ 'POST /data/resetPassword/confirm': { status: 204 } });
  const { user } = await openApp('/reset-password?token=12345678901234567890');
  await user.type(await screen.findByLabelText('New password'), 'a new password{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your password is changed' })).toBeTruthy();
  expect(calls.at(-1)?.body).toEqual({ token: '12345678901234567890', password: 'a new password' });
});

test('a link used before leads on to a new one', async () => {
  stubServer({ 'POST /data/resetPassword/confirm': refusal(400, 'account.reset-expired') });
  const { user } = await openApp('/reset-password?token=abc');
  await user.type(await screen.findByLabelText('New password'), 'a new password{Enter}');
  expect(await screen.findByRole('heading', { name: 'This link is no longer good' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe(
    '/forgot-password',
  );
});

test('no token at all is told at once', async () => {
  stubServer({});
  await openApp('/reset-password');
  expect(await screen.findByRole('heading', { name: 'This link is no longer good' })).toBeTruthy();
});
