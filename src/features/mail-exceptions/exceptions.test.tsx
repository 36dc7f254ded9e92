import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { anna, annika, desk, findPeople, item, queuesOf, working } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './exceptions-page.tsx';

const exception = (id: number, recipientName: string, reason: MailItem['exception'] = 'no-recipient') =>
  item(id, { toUser: undefined, deliverTo: undefined, recipientName, exception: reason });
let known: MailItem[] = [];
const streams: { onmessage?: (event: { data: string }) => void }[] = [];

beforeEach(() => {
  known = [
    exception(3, 'A. Kowalska'),
    exception(2, 'B. Annika', 'several-matches'),
    exception(1, 'Events', 'team-name'),
  ];
  streams.length = 0;
  vi.stubGlobal(
    'EventSource',
    class {
      onmessage = undefined;
      constructor() {
        streams.push(this);
      }
      close() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A server that keeps what is assigned. */
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/desk': { body: desk },
    'GET /mail/recipients': ({ path }) => findPeople(path),
    ...queuesOf(() => known),
    'GET /mail/items/1/suggestions': { body: [] },
    'GET /mail/items/2/suggestions': { body: [annika, anna] },
    'GET /mail/items/3/suggestions': { body: [anna, annika] },
    'PUT /mail/items/assign': ({ body }) => {
      const ids = (body as { id: number; toUser: { id: number } }[]).map(({ id }) => id);
      const now = known
        .filter(({ id }) => ids.includes(id))
        .map((one) => ({ ...one, exception: undefined, toUser: anna, deliverTo: anna, dateUpdated: 2000 }));
      known = known.filter(({ id }) => !ids.includes(id));
      return { body: ids.map((id) => now.find((one) => one.id === id)) };
    },
    ...more,
  });
const rows = () => screen.queryAllByRole('row').slice(1);
// The name alone: suggestions in other rows may begin alike.
const rowOf = (name: string) => rows().find((row) => within(row).queryByText(name));
const loaded = () => screen.findByText('A. Kowalska');

test('one tap on a suggestion assigns; what was done stands below and can be taken back', async () => {
  const calls = server({
    'PUT /mail/items/3': ({ body, headers }) => {
      expect(headers.get('if-match')).toBe('"2000"');
      expect(body).toEqual({ toUser: null });
      known = [exception(3, 'A. Kowalska'), ...known];
      return { body: known[0] };
    },
  });
  const { user } = await openApp('/mail/exceptions');
  await loaded();
  await user.click(
    await within(rowOf('A. Kowalska')!).findByRole('button', { name: 'Assign to Anna Kowalska' }),
  );
  const solved = within(await screen.findByRole('region', { name: 'Solved on this page' }));
  expect(solved.getByText('1 parcel solved')).toBeTruthy();
  expect(rowOf('A. Kowalska')).toBeUndefined();
  expect(calls.find(({ path }) => path === '/mail/items/assign')?.body).toEqual([
    { id: 3, toUser: { id: 101 } },
  ]);
  await user.click(solved.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rowOf('A. Kowalska')).toBeTruthy());
  expect(screen.queryByRole('region', { name: 'Solved on this page' })).toBeNull();
});

test('keys: j and k move, 1 to 3 pick the suggestions of the row', async () => {
  const calls = server();
  const { user } = await openApp('/mail/exceptions');
  await loaded();
  await screen.findAllByRole('button', { name: /^Assign to/ });
  await user.keyboard('j');
  await waitFor(() => expect(document.activeElement).toBe(rowOf('A. Kowalska')));
  await user.keyboard('2');
  await waitFor(() =>
    expect(calls.find(({ path }) => path === '/mail/items/assign')?.body).toEqual([
      { id: 3, toUser: { id: 102 } },
    ]),
  );
});

test('a selection goes to one person; a refusal brings all of it back and says why', async () => {
  const calls = server({
    'PUT /mail/items/assign': refusal(409, 'mail.already-delivered', 'Parcel 2 is delivered.'),
  });
  const { user } = await openApp('/mail/exceptions');
  await loaded();
  for (const name of ['A. Kowalska', 'B. Annika'])
    await user.click(within(rowOf(name)!).getByRole('checkbox'));
  const bar = within(await screen.findByRole('toolbar', { name: 'Selected parcels' }));
  await user.type(bar.getByRole('combobox', { name: 'Assign 2 parcels to …' }), 'kowalska');
  await user.click(await screen.findByRole('option', { name: /Anna Kowalska/ }));
  await waitFor(() => expect(calls.find(({ path }) => path === '/mail/items/assign')?.body).toHaveLength(2));
  expect(await screen.findByText(/Nothing was assigned. Parcel 2 is delivered./)).toBeTruthy();
  expect(rowOf('A. Kowalska')).toBeTruthy();
  expect(rowOf('B. Annika')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Solved on this page' })).toBeNull();
});

test('what others solve leaves with a word', async () => {
  server();
  await openApp('/mail/exceptions');
  await loaded();
  known = known.filter(({ id }) => id !== 2);
  await act(async () => {
    for (const stream of streams)
      stream.onmessage?.({ data: JSON.stringify({ topic: 'mail', ids: [2], by: 99 }) });
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
  expect(await screen.findByText('1 parcel was solved by somebody else meanwhile.')).toBeTruthy();
  await waitFor(() => expect(rowOf('B. Annika')).toBeUndefined());
});

test('a reason narrows the list and stays in the address; none left says so', async () => {
  server();
  const { user, router } = await openApp('/mail/exceptions');
  await loaded();
  await user.click(screen.getByRole('button', { name: 'Team name' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(router.state.location.search).toEqual({ reason: 'team-name' });
  known = known.filter(({ exception: reason }) => reason !== 'no-recipient');
  await user.click(screen.getByRole('button', { name: 'No recipient' }));
  expect(await screen.findByRole('heading', { name: 'No exceptions' })).toBeTruthy();
});

test('the file has the exceptions of the reason looked at', async () => {
  server();
  await openApp('/mail/exceptions?reason=team-name');
  const link = await screen.findByRole('link', { name: 'Export CSV' });
  expect(link.getAttribute('href')).toBe(
    '/external/api/rest/v2/mail/items.csv?exception=true&exceptionReason=team-name&orderByType=desc',
  );
});
