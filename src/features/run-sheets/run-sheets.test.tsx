import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import type { MailItem } from '#contract/mail.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { desk, item, queuesOf, working } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './run-page.tsx';

const route = desk.routes[0]!;
const north = { id: 51, name: 'North' };
let remaining: MailItem[] = [];
let delivered: MailItem[] = [];
const sheet = (): RunSheet => ({
  route,
  stops: [{ stop: north, position: 1, remaining, delivered }],
  remaining: remaining.length,
  delivered: delivered.length,
});
const brought = (one: MailItem): MailItem => ({
  ...one,
  currentQueue: 'OUT',
  statuses: [
    ...one.statuses,
    { ...one.statuses[0]!, id: 999, type: { id: 5, code: 'out', name: 'Delivered' } },
  ],
});
const streams: { onmessage?: (event: { data: string }) => void }[] = [];
const change = (ids: number[]) =>
  act(async () => {
    for (const stream of streams)
      stream.onmessage?.({ data: JSON.stringify({ topic: 'mail', ids, by: 99 }) });
    await new Promise((resolve) => setTimeout(resolve, 250));
  });

beforeEach(() => {
  remaining = [item(1), item(2), item(3)];
  delivered = [];
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

const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/run-sheets': { body: [{ ...route, stops: 1, remaining: remaining.length, delivered: 2 }] },
    [`GET /mail/routes/${route.id}/run-sheet`]: () => ({ body: sheet() }),
    ...queuesOf(() => [...remaining, ...delivered]),
    ...more,
  });
const open = () => openApp(`/mail/runs/${route.id}`);
const box = () => screen.findByRole('textbox', { name: /^Scan a parcel/ });
const ticks = () => screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked);

test('a scan ticks its parcel; the ticked are left at the stop in one call', async () => {
  const calls = server({
    'PUT /mail/items/deliver': () => {
      delivered = remaining.slice(0, 2).map(brought);
      remaining = remaining.slice(2);
      return { body: delivered };
    },
  });
  const { user } = await open();
  await user.type(await box(), 'number1{Enter}');
  await user.type(await box(), 'NUMBER2{Enter}');
  await waitFor(() => expect(ticks()).toEqual([true, true, false]));
  expect(screen.getByText('2 parcels at North')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Leave at stop' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave 2 parcels at the stop' }));
  await user.click(dialog.getByRole('button', { name: 'Leave 2 parcels at the stop' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ path }) => path === '/mail/items/deliver')?.body).toEqual([
    { id: 1, outcome: 'stop' },
    { id: 2, outcome: 'stop' },
  ]);
  expect(await screen.findByText('2 of 3 delivered')).toBeTruthy();
  expect(ticks()).toEqual([false]);
  expect(screen.queryByText(/delivered by somebody else/)).toBeNull();
});

test('what is not on the round is said to be elsewhere, delivered or not known', async () => {
  server({
    'GET /mail/resolve': ({ path }) =>
      path.includes('ELSE')
        ? { body: { kind: 'item', item: item(9, { route: { ...route, id: 42, name: 'Evening' } }) } }
        : { body: { kind: 'unknown' } },
  });
  const { user } = await open();
  await user.type(await box(), 'ELSE{Enter}');
  expect(await screen.findByText('ELSE goes with the round Evening.')).toBeTruthy();
  await user.type(await box(), 'NOBODY{Enter}');
  expect(await screen.findByText('NOBODY is not known. Check it in first.')).toBeTruthy();
});

test('what others bring or take off the round leaves it with a word, and its tick too', async () => {
  server();
  const { user } = await open();
  await box();
  await user.click(screen.getAllByRole('checkbox')[0]!);
  delivered = [brought(remaining[0]!)];
  remaining = [remaining[2]!];
  await change([1, 2]);
  expect(await screen.findByText('Anna Kowalska (NUMBER1): delivered by somebody else.')).toBeTruthy();
  expect(screen.getByText('Anna Kowalska (NUMBER2): not on this round any more.')).toBeTruthy();
  expect(ticks()).toEqual([false]);
  expect(screen.queryByRole('toolbar')).toBeNull();
});

test('a round that is done says so; the delivered stay to be looked at', async () => {
  delivered = remaining.map(brought);
  remaining = [];
  server();
  const { user, router } = await open();
  expect(await screen.findByRole('heading', { name: 'The round is done' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: /^Delivered/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ tab: 'delivered' }));
  expect(screen.getAllByText('Anna Kowalska')).toHaveLength(3);
});

test('a route that was deleted says where its parcels are', async () => {
  server({ [`GET /mail/routes/${route.id}/run-sheet`]: refusal(404, 'not-found') });
  await open();
  expect(await screen.findByRole('heading', { name: 'There is no such route' })).toBeTruthy();
});

test('also when it is deleted while its sheet is open', async () => {
  let there = true;
  server({
    [`GET /mail/routes/${route.id}/run-sheet`]: () => (there ? { body: sheet() } : refusal(404, 'not-found')),
  });
  await open();
  await box();
  there = false;
  await change([1, 2, 3]);
  expect(await screen.findByRole('heading', { name: 'There is no such route' })).toBeTruthy();
});
