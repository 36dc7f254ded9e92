import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AvailableSpace } from '#contract/availability.ts';
import type { Reservation } from '#contract/reservations.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './find-page.tsx';
import './mine-page.tsx';

const building = { id: 1, name: 'Getijhuis' };
const floor = { id: 3, name: 'Ground floor', building };
const space = (id: number, name: string, more: Partial<AvailableSpace> = {}): AvailableSpace => ({
  id,
  name,
  description: '',
  reservable: true,
  capacity: 4,
  type: { id: 2, name: 'Desk' },
  floor,
  timeZone: 'Europe/Warsaw',
  free: true,
  approval: false,
  ...more,
});
const HOUR = 3_600_000;
const booking = (more: Partial<Reservation> = {}): Reservation => ({
  id: 50,
  name: someone.name,
  user: someone,
  room: space(1, 'Desk 2.14'),
  center: { id: 1, name: 'Rooms' },
  allDay: false,
  startDate: Date.now() - HOUR,
  endDate: Date.now() + HOUR,
  timeZone: 'Europe/Warsaw',
  numberOfPeople: 1,
  notes: '',
  guests: [],
  private: false,
  state: 'booked',
  phase: 'running',
  checkedIn: false,
  checkedOut: false,
  cancelled: false,
  checkInFrom: Date.now() - HOUR,
  bufferBefore: 0,
  bufferAfter: 0,
  dateCreated: 1,
  dateUpdated: 1,
  ...more,
});
let spaces: AvailableSpace[] = [];
let own: Reservation[] = [];
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /buildings': { body: [] },
    'GET /rooms/types': { body: [] },
    'GET /reservations': () => ({ body: own }),
    'GET /reservations/rules': { body: [] },
    'GET /reservations/availability': () => ({ body: spaces }),
    ...more,
  });
beforeEach(() => {
  localStorage.clear();
  spaces = [
    space(1, 'Desk 2.14'),
    space(2, 'Desk 2.15', { approval: true }),
    space(3, 'Mistral', { free: false, reason: { code: 'too-small', limit: 4 } }),
  ];
  own = [];
});
afterEach(() => vi.unstubAllGlobals());

test('one tap books, what is not free says why, and Undo cancels', async () => {
  const calls = server({
    'POST /reservations': () => {
      own = [booking()];
      spaces = [space(1, 'Desk 2.14', { free: false, reason: { code: 'taken' } }), ...spaces.slice(1)];
      return { status: 201, body: own[0] };
    },
    'PUT /reservations/50/cancel': () => {
      own = [];
      return { body: booking({ state: 'cancelled', phase: 'cancelled' }) };
    },
  });
  const { user } = await openApp('/bookings/find');
  expect(await screen.findByText('Holds 4')).toBeTruthy();
  expect(screen.getByText('Free, needs approval')).toBeTruthy();
  expect(screen.getByText('2 free of 3')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Book: Desk 2.14' }));
  const made = calls.find(({ method }) => method === 'POST')!;
  expect(made.body).toMatchObject({ room: { id: 1 }, user: { id: 7 }, allDay: false });
  expect(made.headers.get('idempotency-key')).toBeTruthy();
  expect(await screen.findByText(/^Yours, /)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(calls.some(({ path }) => path === '/reservations/50/cancel')).toBe(true));
});

test('whoever was too late reads the server’s sentence', async () => {
  server({ 'POST /reservations': refusal(409, 'space-booking.taken', 'Desk 2.14 is taken until 15:00.') });
  const { user } = await openApp('/bookings/find');
  await user.click(await screen.findByRole('button', { name: 'Book: Desk 2.14' }));
  expect(await screen.findByText('Desk 2.14 is taken until 15:00.')).toBeTruthy();
});

test('nothing found: each filter can be loosened by itself', async () => {
  spaces = [];
  server();
  const { user, router } = await openApp('/bookings/find?type=2&search=xyz');
  await screen.findByRole('heading', { name: 'No space fits this search' });
  await user.click(screen.getByRole('button', { name: 'Any name' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ type: 2 }));
});

test('a search begins in the building of the last one', async () => {
  localStorage.setItem('atrium.bookings.find', '{"building":1,"type":2}');
  server();
  const { router } = await openApp('/bookings/find');
  expect(router.state.location.search).toEqual({ building: 1, type: 2 });
});

test('check-in when its time has come, and cancelling asks first', async () => {
  own = [booking()];
  const calls = server({
    'PUT /reservations/50/checkIn': () => {
      own = [booking({ state: 'checked_in', phase: 'in-use' })];
      return { body: own[0] };
    },
    'PUT /reservations/50/cancel': () => {
      own = [];
      return { body: booking({ state: 'cancelled', phase: 'cancelled' }) };
    },
  });
  const { user } = await openApp('/bookings/mine');
  const today = within(await screen.findByRole('region', { name: 'Today' }));
  await user.click(today.getByRole('button', { name: 'Check in: Desk 2.14' }));
  expect(await today.findByRole('button', { name: 'Check out: Desk 2.14' })).toBeTruthy();
  await user.click(today.getByRole('button', { name: 'Cancel: Desk 2.14' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this booking?' }));
  expect(calls.some(({ path }) => path.endsWith('/cancel'))).toBe(false);
  await user.click(dialog.getByRole('button', { name: 'Cancel booking' }));
  expect(await screen.findByRole('heading', { name: 'Nothing booked' })).toBeTruthy();
});

test('cancelling several says how many before, and leaves out what began earlier', async () => {
  const ahead = Date.now() + 48 * HOUR;
  own = [
    booking({ startDate: Date.now() - 72 * HOUR }),
    booking({ id: 51, startDate: ahead, endDate: ahead + HOUR }),
  ];
  const calls = server({ 'PUT /reservations/cancel': { body: { count: 1, ids: [51] } } });
  const { user } = await openApp('/bookings/mine');
  await user.click(await screen.findByRole('button', { name: 'Cancel several' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Cancel all from/ }));
  expect(await dialog.findByText('1 booking begins on these days:')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Cancel 1 booking' }));
  expect(await screen.findByText('1 booking is cancelled.')).toBeTruthy();
  expect(calls.find(({ path }) => path === '/reservations/cancel')?.body).toHaveProperty('startDate');
});
