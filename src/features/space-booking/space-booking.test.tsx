import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DaySheet } from '#contract/availability.ts';
import type { Reservation } from '#contract/reservations.ts';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './day-page.tsx';
import '#src/ui/notices.tsx';

const zone = 'Europe/Warsaw';
const at = (time: string) => Date.parse(`2031-03-03T${time}:00+01:00`);
const floor = { id: 2, name: 'First floor', building: { id: 1, name: 'Harbour', code: 'H' } };
const room = {
  id: 5,
  name: 'Otter',
  description: '',
  reservable: true,
  capacity: 6,
  type: { id: 4, name: 'Meeting Room' },
  floor,
};
const shared = {
  id: 9,
  name: 'Review',
  allDay: false,
  state: 'booked',
  phase: 'upcoming',
  private: false,
} as const;
const times = { startDate: at('09:00'), endDate: at('10:00') };
const small = { ...shared, ...times, numberOfPeople: 2, bufferBefore: 0, bufferAfter: 0, dateUpdated: 1 };
const sheet: DaySheet = {
  date: '2031-03-03',
  days: 1,
  spaces: [
    {
      ...room,
      timeZone: zone,
      dayStart: at('00:00'),
      dayEnd: at('24:00'),
      bookings: [{ ...small, user: { id: 7, name: someone.name }, mine: true, seriesId: 3 }],
    },
  ],
};
const { id, name, firstName, lastName, userName, email, userType } = someone;
const whole: Reservation = {
  ...small,
  user: { id, name, firstName, lastName, userName, email, userType },
  room,
  center: { id: 3, name: 'Reservations' },
  timeZone: zone,
  notes: 'Bring the plans',
  guests: ['guest@example.com'],
  checkedIn: false,
  checkedOut: false,
  cancelled: false,
  checkInFrom: at('08:45'),
  series: { id: 3, rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=12' },
  dateCreated: 1,
};
const building = {
  id: 1,
  name: 'Harbour',
  code: 'H',
  timeZone: zone,
  metric: true,
  address: { street: '', city: 'Warsaw', postalCode: '', state: {}, country: {} },
  location: {},
  dateCreated: 1,
  dateUpdated: 1,
};
const occurrence = (day: string, free: boolean) => ({
  start: `2031-03-${day}T11:00:00`,
  startDate: Date.parse(`2031-03-${day}T11:00:00+01:00`),
  endDate: Date.parse(`2031-03-${day}T12:00:00+01:00`),
  room: { id: 5, name: 'Otter' },
  free,
  ...(!free && { problem: { code: 'space-booking.taken', message: 'Otter is taken until 12:00.' } }),
});

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1200);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const server = (more: Parameters<typeof stubServer>[0] = {}) =>
  stubServer({
    'GET /users/me': { body: { ...someone, room: { id: 1, name: '1.01', floor } } },
    'GET /buildings/1': { body: building },
    'GET /buildings': { body: [building] },
    'GET /floors': { body: [] },
    'GET /rooms/types': { body: [] },
    'GET /reservations/day': { body: sheet },
    'GET /reservations/availability': { body: [{ ...room, timeZone: zone, free: true, approval: false }] },
    'GET /reservations/9': { body: whole },
    ...more,
  });
const address = '/bookings?date=2031-03-03';

test('the day shows who has what in the reader’s own building; a booking opens with all that is known', async () => {
  const calls = server();
  const { user, router } = await openApp(address);
  const bar = await screen.findByRole('gridcell', { name: /^Review, yours, 09:00–10:00, Otter/ });
  expect(calls.find(({ path }) => path.startsWith('/reservations/day'))?.path).toContain('buildingId=1');
  bar.focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ booking: 9 }));
  const panel = within(await screen.findByRole('complementary', { name: 'Booking' }));
  expect(await panel.findByText('Every week on Monday, 12 times')).toBeTruthy();
  for (const text of ['Bring the plans', 'guest@example.com']) expect(panel.getByText(text)).toBeTruthy();
  expect(panel.queryByRole('button', { name: 'Check in' })).toBeNull();
  expect(panel.queryByRole('button', { name: 'Approve' })).toBeNull();
});

test('a refusal stands at its field and what was typed stays', async () => {
  server({
    'POST /reservations': refusal(
      400,
      'invalid',
      'numberOfPeople is 9, and Otter has room for 6.',
      'numberOfPeople',
    ),
  });
  const { user } = await openApp(address);
  (await screen.findByRole('gridcell', { name: /^Free, .*Otter/ })).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'New booking' }));
  const people = dialog.getByRole('textbox', { name: 'People' });
  expect((dialog.getByRole('textbox', { name: 'Title' }) as HTMLInputElement).value).toBe('Marta’s booking');
  await user.clear(people);
  await user.type(people, '9');
  await user.click(dialog.getByRole('button', { name: 'Book' }));
  expect(await dialog.findByText('Is 9, and Otter has room for 6.')).toBeTruthy();
  expect((people as HTMLInputElement).value).toBe('9');
  expect(people.getAttribute('aria-invalid')).toBe('true');
});

test('a series shows what is in the way before it is booked, and skips it', async () => {
  const dates = [occurrence('03', true), occurrence('10', false)];
  const calls = server({
    'POST /reservations/series/preview': {
      body: { occurrences: dates, count: 2, conflicts: 1, timeZone: zone },
    },
    'POST /reservations/series': {
      status: 201,
      body: { series: { id: 4, rule: 'FREQ=WEEKLY' }, reservations: [whole], skipped: [] },
    },
  });
  const { user } = await openApp(address);
  (await screen.findByRole('gridcell', { name: /^Free, .*Otter/ })).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'New booking' }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Repeat' }), 'Every week');
  await user.click(dialog.getByRole('button', { name: 'Check the dates' }));
  const preview = within(await screen.findByRole('dialog', { name: 'Dates' }));
  expect(await preview.findByText('Otter is taken until 12:00.')).toBeTruthy();
  await user.click(preview.getByRole('button', { name: 'Book 1, skip 1' }));
  const sent = () => calls.find(({ method, path }) => method === 'POST' && path === '/reservations/series');
  await waitFor(() => expect(sent()).toBeTruthy());
  expect(sent()!.body).toMatchObject({
    rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
    start: expect.stringMatching(/^2031-03-03T\d\d:\d\d$/),
    alternatives: [{ start: '2031-03-10T11:00:00', skip: true }],
  });
});

test('moving one of a series asks which of them; refused, it goes back and says why', async () => {
  const calls = server({ 'PUT /reservations/9': refusal(409, 'space-booking.taken', 'Otter is taken.') });
  const { user } = await openApp(address);
  (await screen.findByRole('gridcell', { name: /^Review/ })).focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Move which bookings?' }));
  await user.click(dialog.getByRole('radio', { name: 'This and following' }));
  await user.click(dialog.getByRole('button', { name: 'Move' }));
  expect(await screen.findByText('Nothing was changed. Otter is taken.')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
    startDate: at('09:15'),
    endDate: at('10:15'),
    allDay: false,
    scope: 'following',
  });
  expect(await screen.findByRole('gridcell', { name: /^Review, yours, 09:00–10:00/ })).toBeTruthy();
});

test('switched off, there is neither page nor entry', async () => {
  const features = someone.organisation.features.filter((one) => one !== 'booking');
  const me = { ...someone, organisation: { ...someone.organisation, features } };
  server({ 'GET /users/me': { body: me } });
  await openApp(address);
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Bookings' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Bookings' })).toBeNull();
});
