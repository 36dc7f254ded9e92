import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobStatus } from '#contract/jobs.ts';
import type { Notice } from '#contract/mail-notices.ts';
import { type Answers, openApp, someone, stubServer } from '#src/app/test-support.tsx';
import { noticeStory, whyWaiting } from '#src/directory/notice-facts.ts';
import { anna, annika, desk, item, parametersOf, queuesOf, working } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './notices-page.tsx';
import '#src/features/mail-desk/item-page.tsx';
import '#src/ui/notices.tsx';

const MINUTE = 60_000;
const notice = (id: number, change: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'arrival',
  state: 'waiting',
  to: anna,
  itemIds: [1],
  items: [{ id: 1, trackingNumber: 'NUMBER1' }],
  due: Date.now() + 600 * MINUTE,
  attempts: 0,
  dateCreated: Date.now() - MINUTE,
  ...change,
});
let known: Notice[] = [];
beforeEach(() => {
  known = [
    notice(1),
    notice(2, { to: annika, kind: 'reminder', attempts: 2, lastError: 'connect ECONNREFUSED' }),
    notice(3, { state: 'sent', sentAt: Date.now() - MINUTE, kind: 'delivered' }),
    notice(4, { state: 'failed', attempts: 1, lastError: 'No such mailbox' }),
  ];
});
afterEach(() => vi.unstubAllGlobals());

const asked = (path: string) => {
  const query = parametersOf(path);
  const name = query.get('search')?.toLowerCase() ?? '';
  return known.filter(
    (one) =>
      (!query.get('state') || one.state === query.get('state')) &&
      (!query.get('itemId') || one.itemIds.includes(Number(query.get('itemId')))) &&
      one.to.name.toLowerCase().includes(name),
  );
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/desk': { body: desk },
    ...queuesOf(() => [item(1)]),
    'GET /mail/items/1': { body: item(1) },
    'GET /mail/notices': ({ path }) => ({ body: asked(path) }),
    'GET /mail/notices/count': ({ path }) => ({ body: { count: asked(path).length } }),
    ...more,
  });
const row = (text: string | RegExp) => screen.findByRole('row', { name: text });

test('why a message waits: the mail server, what arrives together, quiet times, the next run', () => {
  const now = 1_000_000;
  const at = (due: number, change: Partial<Notice> = {}) =>
    whyWaiting(notice(1, { dateCreated: now, due, ...change }), now);
  expect(at(now + 2 * MINUTE)).toBe('gathering');
  expect(at(now + 90 * MINUTE)).toBe('quiet');
  for (const due of [now - MINUTE, now, now + MINUTE]) expect(at(due)).toBe('next-run');
  expect(at(now + 90 * MINUTE, { lastError: 'down' })).toBe('mail-server');
  const sent = notice(1, { state: 'sent', lastError: 'before', sentAt: now });
  expect(noticeStory(sent, now).error).toBeUndefined();
});

test('each message with its state, why it waits, and its parcels', async () => {
  server();
  await openApp('/mail/notices');
  const quiet = await row(/Anna Kowalska.*Quiet time until/);
  expect(within(quiet).getByText('Waiting')).toBeTruthy();
  const link = within(quiet).getByRole<HTMLAnchorElement>('link', { name: 'NUMBER1' });
  expect(link.getAttribute('href')).toBe('/mail/1');
  expect(await row(/Annika Berg.*Mail server problem, next try .* connect ECONNREFUSED/)).toBeTruthy();
  expect(await row(/Sent.*Collected/)).toBeTruthy();
  expect(await row(/Failed.*Given up · No such mailbox/)).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Waiting 2' })).toBeTruthy();
});

test('state and recipient narrow the list down, by the address', async () => {
  server();
  const { user, router } = await openApp('/mail/notices?state=failed');
  expect(await row(/No such mailbox/)).toBeTruthy();
  expect(screen.queryByRole('row', { name: /Annika/ })).toBeNull();
  await user.click(screen.getByRole('link', { name: /^Waiting/ }));
  expect(await row(/Annika/)).toBeTruthy();
  expect(router.state.location.search).toEqual({ state: 'waiting' });
  await user.type(screen.getByRole('searchbox', { name: 'Find messages by recipient' }), 'anna');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Annika/ })).toBeNull());
  expect(router.state.location.search).toEqual({ state: 'waiting', search: 'anna' });
});

test('nothing there says what belongs there', async () => {
  known = [];
  server();
  await openApp('/mail/notices?state=waiting');
  expect(await screen.findByRole('heading', { name: 'Nothing waits to be sent' })).toBeTruthy();
});

test('a message that the mail server did not take is sent at once when asked for', async () => {
  const calls = server({
    'POST /mail/notices/2/retry': () => {
      known = known.map((one) => (one.id === 2 ? notice(2, { to: annika, due: Date.now() - 1 }) : one));
      return { body: known[1] };
    },
  });
  const { user } = await openApp('/mail/notices');
  await user.click(await screen.findByRole('button', { name: 'Send the message to Annika Berg now' }));
  expect(await row(/Annika.*Goes out within a minute/)).toBeTruthy();
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  // Quiet times are a wish of the recipient's, and what is sent is sent.
  expect(screen.queryAllByRole('button', { name: /Send the message to/ })).toHaveLength(1);
});

test('only site administrators hear of late jobs', async () => {
  const jobs: JobStatus[] = [
    { name: 'mail-notices', nextRun: Date.now() - 20 * MINUTE, lastError: 'out of paper', late: true },
    { name: 'mail-reminders', nextRun: Date.now() + MINUTE, late: false },
  ];
  const answers = { 'GET /jobs': { body: jobs } };
  const calls = server(answers);
  await openApp('/mail/notices');
  await row(/Annika/);
  expect(calls.some(({ path }) => path === '/jobs')).toBe(false);
  document.body.replaceChildren();
  server({ ...answers, 'GET /users/me': { body: { ...working(someone), siteAdmin: true } } });
  await openApp('/mail/notices');
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('Sending messages should have run');
  expect(said.textContent).toContain('out of paper');
  expect(said.textContent).not.toContain('Writing reminders');
});

test('a parcel shows the messages about it', async () => {
  const calls = server();
  await openApp('/mail/1');
  const section = within(await screen.findByRole('region', { name: 'Messages' }));
  expect(section.getAllByRole('listitem')).toHaveLength(4);
  expect(section.getByText('Annika Berg')).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('/mail/notices?itemId=1&'))).toBe(true);
});
