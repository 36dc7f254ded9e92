import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { booking, emi, home, move, part } from './test-home.ts';
// Compiled before any clock runs.
import './home-page.tsx';
import '#src/directory/collect-code-dialog.tsx';

const serve = (page: () => object, more: Answers = {}) =>
  stubServer({ 'GET /users/me': { body: someone }, 'GET /home': () => ({ body: page() }), ...more });
const waits = async () => within(await screen.findByRole('region', { name: 'Waits for you' }));

test('checks in with one tap, before the server has answered; the day then offers to check out', async () => {
  let now = booking();
  let answer = () => {};
  const calls = serve(() => home({ bookings: part(now) }), {
    'PUT /reservations/50/checkIn': async () => {
      await new Promise<void>((done) => (answer = done));
      now = booking({ state: 'checked_in', phase: 'in-use', checkedIn: true });
      return { body: now };
    },
  });
  const { user } = await openApp('/');
  const list = await waits();
  await user.click(list.getByRole('button', { name: 'Check in: Desk 2.14' }));
  expect(list.getByText('Nothing waits for you')).toBeTruthy();
  const day = within(screen.getByRole('region', { name: /Your bookings/ }));
  expect(day.getByRole('button', { name: 'Check out: Desk 2.14' })).toBeTruthy();
  await waitFor(() => expect(calls.some(({ method }) => method === 'PUT')).toBe(true));
  answer();
  expect(await screen.findByText('Checked in at Desk 2.14')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'PUT')!.headers.get('idempotency-key')).toBeTruthy();
});

test('what the server refuses comes back with its word, and can be tried again', async () => {
  let free = false;
  const keys: (string | null)[] = [];
  const other = booking({ id: 51, user: emi, name: 'Retrospective' });
  serve(() => home({ bookingsToApprove: free ? part() : part(other) }), {
    'PUT /reservations/51/approve': ({ headers }) => {
      keys.push(headers.get('idempotency-key'));
      return free ? { body: other } : refusal(409, 'space-booking.taken', 'The room is taken until 14:00.');
    },
  });
  const { user } = await openApp('/');
  const list = await waits();
  const approve = { name: 'Approve: Desk 2.14, Emi Tanaka' };
  await user.click(list.getByRole('button', approve));
  expect((await list.findByRole('alert')).textContent).toBe('The room is taken until 14:00.');
  free = true;
  await user.click(list.getByRole('button', approve));
  expect(await screen.findByText('Approved: Desk 2.14, Emi Tanaka')).toBeTruthy();
  expect(list.queryByRole('alert')).toBeNull();
  expect(new Set(keys).size).toBe(2);
});

test('an approved move can be taken back; declining one asks why', async () => {
  let waiting = part(move);
  const calls = serve(() => home({ movesToApprove: waiting }), {
    'POST /move/requests/8/approve': () => {
      waiting = part();
      return { body: {} };
    },
    'POST /move/requests/8/reopen': () => {
      waiting = part(move);
      return { body: {} };
    },
    'POST /move/requests/8/reject': () => {
      waiting = part();
      return { body: {} };
    },
  });
  const { user } = await openApp('/');
  const list = await waits();
  await user.click(list.getByRole('button', { name: 'Approve: Emi Tanaka' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await user.click(await list.findByRole('button', { name: 'Decline: Emi Tanaka' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Decline: Emi Tanaka' }));
  await user.click(dialog.getByRole('button', { name: 'Decline' }));
  expect(dialog.getByText('Say why: whoever asked will want to know.')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: /Why/ }), 'No room there');
  await user.click(dialog.getByRole('button', { name: 'Decline' }));
  expect(await list.findByText('Nothing waits for you')).toBeTruthy();
  const writes = calls.filter(({ method }) => method === 'POST');
  expect(writes.map(({ path }) => path.split('/').at(-1))).toEqual(['approve', 'reopen', 'reject']);
  expect(writes.at(-1)!.body).toEqual({ note: 'No room there' });
});

test('parcels are one line, whose code is shown in place', async () => {
  serve(() => home({ parcels: { total: 3, ready: 2, items: [] } }), {
    'GET /mail/collect-code': { body: { code: 'P-0123456789AB' } },
  });
  const { user } = await openApp('/');
  const list = await waits();
  expect(list.getByText('2 parcels to fetch')).toBeTruthy();
  await user.click(list.getByRole('button', { name: 'Show code: Your parcels' }));
  expect(await screen.findByText('P-0123456789AB')).toBeTruthy();
});

test('a page that cannot be read says so and tries again; empty parts say what belongs there', async () => {
  let broken = true;
  stubServer({
    'GET /users/me': { body: someone },
    'GET /home': () => (broken ? refusal(500, 'oops', 'The server rests.') : { body: home() }),
  });
  const { user } = await openApp('/');
  expect(await screen.findByRole('heading', { name: 'Your page could not be read' })).toBeTruthy();
  expect(screen.getByText('The server rests.')).toBeTruthy();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  const empty = within(await screen.findByRole('region', { name: 'Your bookings' }));
  expect(empty.getByText(/check in here when you arrive/)).toBeTruthy();
  expect(empty.getByRole('link', { name: 'Book a space' }).getAttribute('href')).toBe('/bookings/find');
});

test('many lines stay short, with the way to all; figures lead to the lists they count', async () => {
  const many = Array.from({ length: 9 }, (_, n) => booking({ id: 60 + n }));
  serve(() =>
    home({
      bookingsToApprove: { total: 1000, items: many },
      desk: {
        service: { open: 16, late: 8, unassigned: 3, mine: 0, awaiting: 1, weeks: [] },
        assets: { overdue: 2, out: 5, reserved: 1, audits: { total: 0, items: [] } },
      },
    }),
  );
  const { user } = await openApp('/');
  const list = await waits();
  expect(list.getAllByRole('listitem')).toHaveLength(7);
  expect(list.getByRole('link', { name: 'Booking to approve: all 1,000' }).getAttribute('href')).toBe(
    '/bookings/approvals',
  );
  await user.click(list.getByRole('button', { name: 'Show all 9' }));
  expect(list.getAllByRole('listitem')).toHaveLength(9);
  const linkOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(linkOf('8 overdue')).toBe('/requests/queue?tab=late');
  expect(linkOf('3 unassigned')).toBe('/requests/queue?unassigned=true');
  expect(linkOf('2 overdue')).toBe('/assets/loans?tab=overdue');
});
