import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CalendarFeed, WaitingEntry } from '#contract/booking-calendar.ts';
import type { Reservation } from '#contract/reservations.ts';
import { type Answers, openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './approval-page.tsx';
import './find-page.tsx';
import './mine-page.tsx';
import '#src/ui/notices.tsx';

const floor = { id: 3, name: 'Ground floor', building: { id: 1, name: 'Getijhuis' } };
const room = {
  id: 5,
  name: 'Otter',
  description: '',
  reservable: true,
  capacity: 6,
  type: { id: 2, name: 'Meeting room' },
  floor,
};
const timeZone = 'Europe/Warsaw';
const [startDate, endDate] = [Date.parse('2031-03-03T09:00+01:00'), Date.parse('2031-03-03T10:00+01:00')];
const booking = (more: Partial<Reservation> = {}): Reservation => ({
  id: 50,
  name: 'Review',
  user: { ...someone, name: 'Ann Lee' },
  room,
  center: { id: 1, name: 'Rooms' },
  allDay: false,
  startDate,
  endDate,
  timeZone,
  numberOfPeople: 4,
  notes: '',
  guests: [],
  private: false,
  state: 'booked',
  phase: 'awaiting-approval',
  approval: 'awaiting',
  checkedIn: false,
  checkedOut: false,
  cancelled: false,
  checkInFrom: startDate,
  bufferBefore: 0,
  bufferAfter: 0,
  dateCreated: 1,
  dateUpdated: 1,
  ...more,
});
const entry: WaitingEntry = {
  id: 8,
  startDate,
  endDate,
  room: { id: 5, name: 'Otter' },
  numberOfPeople: 1,
  timeZone,
  state: 'waiting',
  dateCreated: 1,
};
const gone = { body: { response: 'Successfully removed' } };
let waiting: WaitingEntry[] = [];
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /buildings': { body: [] },
    'GET /rooms/types': { body: [] },
    'GET /reservations': { body: [] },
    'GET /reservations/rules': { body: [] },
    'GET /reservations/waiting': () => ({ body: waiting }),
    ...more,
  });
beforeEach(() => {
  localStorage.clear();
  waiting = [];
});
afterEach(() => vi.unstubAllGlobals());

test('beside what is taken one gets in line, and out of it again', async () => {
  const calls = server({
    'GET /reservations/availability': {
      body: [{ ...room, timeZone, free: false, approval: false, reason: { code: 'taken', until: endDate } }],
    },
    'POST /reservations/waiting': () => {
      waiting = [entry];
      return { status: 201, body: entry };
    },
    'DELETE /reservations/waiting/8': () => {
      waiting = [];
      return gone;
    },
  });
  const { user } = await openApp('/bookings/find?date=2031-03-03&from=09:00&to=10:00&people=3');
  await user.click(await screen.findByRole('button', { name: 'Tell me: Otter' }));
  const post = calls.find(({ method }) => method === 'POST')!;
  expect(post.body).toEqual({ startDate, endDate, room: { id: 5 }, numberOfPeople: 3 });
  await user.click(await screen.findByRole('button', { name: 'In line: Otter' }));
  expect(await screen.findByRole('button', { name: 'Tell me: Otter' })).toBeTruthy();
});

test('My bookings shows the line: what is free now leads to the form for it, the rest can be left', async () => {
  const told = { at: 1, room: { id: 5, name: 'Otter' }, startDate, endDate };
  waiting = [
    { ...entry, state: 'told', told },
    { ...entry, id: 9, room: { id: 6, name: 'Heron' } },
  ];
  const calls = server({ 'DELETE /reservations/waiting/9': gone });
  const { user } = await openApp('/bookings/mine');
  const line = within(await screen.findByRole('region', { name: 'In line for' }));
  expect(line.getByRole('link', { name: 'Book: Otter' }).getAttribute('href')).toBe(
    `/bookings/space/5?date=2031-03-03&from=${startDate}&to=${endDate}`,
  );
  await user.click(line.getByRole('button', { name: 'Wait no more for Heron' }));
  expect(calls.some(({ method, path }) => method === 'DELETE' && path.endsWith('/9'))).toBe(true);
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('a calendar link is made, shown once, and void only after a question', async () => {
  let feeds: CalendarFeed[] = [];
  const feed = { id: 3, dateCreated: 1, dateUpdated: 1 };
  const made = (url: string) => () => {
    feeds = [feed];
    return { body: { ...feed, url } };
  };
  const calls = server({
    'GET /reservations/feeds': () => ({ body: feeds }),
    'POST /reservations/feeds': made('https://atrium.example/calendars/first.ics'),
    'PUT /reservations/feeds/3/renew': made('https://atrium.example/calendars/second.ics'),
  });
  const { user } = await openApp('/bookings/mine');
  await user.click(await screen.findByRole('button', { name: /^Subscribe/ }));
  await user.click(await screen.findByRole('button', { name: 'Make a link' }));
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Secret link' });
  expect(field.value).toBe('https://atrium.example/calendars/first.ics');
  expect(screen.getByRole('link', { name: 'Open in calendar' }).getAttribute('href')).toBe(
    'webcal://atrium.example/calendars/first.ics',
  );
  await user.click(screen.getByRole('button', { name: 'Make a new link' }));
  const question = within(await screen.findByRole('dialog', { name: 'Make a new link?' }));
  expect(calls.some(({ path }) => path.endsWith('/renew'))).toBe(false);
  await user.click(question.getByRole('button', { name: 'Make a new link' }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Secret link' }).value).toContain('second'),
  );
});

test('a manager approves one and declines another with the reason', async () => {
  const center = { id: 1, name: 'Rooms', module: 'reservation', code: 'R' } as const;
  let awaiting = [booking(), booking({ id: 51, name: 'Party' })];
  const leave = (id: number) => () => {
    awaiting = awaiting.filter((one) => one.id !== id);
    return { body: booking({ id, approval: 'approved', phase: 'upcoming' }) };
  };
  const calls = server({
    'GET /users/me': { body: { ...someone, permissions: [{ role: 'MANAGER', center }] } },
    'GET /reservations': () => ({ body: awaiting }),
    'GET /reservations/count': () => ({ body: { count: awaiting.length } }),
    'PUT /reservations/50/approve': leave(50),
    'PUT /reservations/51/decline': leave(51),
  });
  const { user } = await openApp('/bookings/approvals');
  await user.click(await screen.findByRole('button', { name: 'Approve: Review, Ann Lee' }));
  expect(await screen.findByRole('link', { name: 'Approvals (1)' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Decline: Party, Ann Lee' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Not here');
  await user.click(dialog.getByRole('button', { name: 'Decline' }));
  expect(await screen.findByRole('heading', { name: 'Nothing waits for you' })).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith('/decline'))!.body).toEqual({ reason: 'Not here' });
  const list = calls.find(({ path }) => path.startsWith('/reservations?'))!.path;
  expect(list).toContain('awaitingApproval=true&showOnlyMyReservations=false');
});
