import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Me } from '#contract/users.ts';
import type { InPerson, SpaceUse } from '#contract/space-use.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { dayOf } from '#src/lib/dates.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { levelOf, percentText, shareOf } from './heat.ts';
// Compiled before any clock runs.
import './in-page.tsx';
import './use-page.tsx';

const HOUR = 3_600_000;
const ZONE = 'Europe/Warsaw';
const building = { id: 1, name: 'Getijhuis' };
const today = dayOf(Date.now(), ZONE);
const nine = Date.parse(`${today}T08:00:00Z`);
const clock = (ms: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(ms);

const booked = (id: number, name: string, at: number, state: InPerson['bookings'][number]['state']) => ({
  id,
  space: { id: id * 10, name, floor: { id: 3, name: 'Ground floor', building } },
  startDate: nine + at * HOUR,
  endDate: nine + (at + 1) * HOUR,
  allDay: false,
  timeZone: ZONE,
  state,
});
const people: InPerson[] = [
  {
    id: someone.id,
    name: someone.name,
    color: '#434fbf',
    me: true,
    bookings: [booked(1, 'Desk 2.14', 0, 'expected')],
  },
  {
    id: 8,
    name: 'ליאור כהן',
    color: '#434fbf',
    department: 'Legal',
    me: false,
    bookings: [booked(2, 'Mistral', 0, 'left'), booked(3, 'Desk 2.15', 1, 'here')],
  },
];
const cells = Array.from({ length: 168 }, (_, at) => ({
  weekday: Math.floor(at / 24) + 1,
  hour: at % 24,
  bookedMs: at === 33 ? 3 * HOUR : 0,
  spaceMs: 4 * HOUR,
}));
const stats: SpaceUse = {
  from: daysLater(today, -27),
  until: today,
  spaceCount: 3,
  bookedMs: 60 * HOUR,
  openMs: 400 * HOUR,
  bookedOpenMs: 50 * HOUR,
  bookings: 40,
  cancelled: 2,
  over: 20,
  noShows: 5,
  released: 3,
  leftEarly: 4,
  sized: { bookings: 10, people: 25, places: 60 },
  cells,
  spaces: [
    {
      id: 9,
      name: 'Mistral',
      type: { id: 2, name: 'Meeting room' },
      floor: { id: 3, name: 'Ground floor' },
      building,
      bookings: 30,
      noShows: 4,
      bookedMs: 40 * HOUR,
      openMs: 200 * HOUR,
      bookedOpenMs: 40 * HOUR,
    },
  ],
};

const manager: Me = {
  ...someone,
  permissions: [{ role: 'MANAGER', center: { id: 4, name: 'Rooms', module: 'reservation', code: 'R' } }],
};
const house = {
  ...building,
  metric: true,
  timeZone: ZONE,
  address: { street: '', city: '', postalCode: '', state: {}, country: {} },
  location: {},
  dateCreated: 1,
  dateUpdated: 1,
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: manager },
    'GET /buildings': { body: [house] },
    'GET /buildings/1': { body: house },
    'GET /floors': { body: [] },
    'GET /rooms/types': { body: [] },
    'GET /reservations/in': { body: { day: today, count: 2, here: 1, people } },
    'GET /stats/reservations': { body: stats },
    ...more,
  });
beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());
const asked = (calls: ReturnType<typeof server>, path: string) =>
  calls
    .filter((call) => call.path.startsWith(path))
    .map((call) => new URLSearchParams(call.path.split('?')[1]));

test('who is in: one line each, all of theirs beside it, and the way to a space near them', async () => {
  const calls = server();
  const { user, router } = await openApp('/bookings/in');
  const grid = await screen.findByRole('grid', { name: /People with a booking/ });
  expect(await screen.findByText('2 booked, 1 here now')).toBeDefined();
  const [, mine, other] = within(grid).getAllByRole('row');
  expect(mine!.textContent).toContain('You');
  expect(within(mine!).getByText('Expected')).toBeDefined();
  expect(within(mine!).queryByRole('link')).toBeNull();
  // The present booking stands for the day.
  expect(other!.textContent).toContain('Desk 2.15');
  expect(within(other!).getByText('and 1 more')).toBeDefined();
  expect(within(other!).getByText('Here')).toBeDefined();
  await user.click(within(other!).getByText('Legal'));
  const list = await screen.findByRole('list', { name: 'Bookings of ליאור כהן' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    expect.stringMatching(`Mistral.*Left.*${clock(nine)}–${clock(nine + HOUR)}`),
    expect.stringMatching(`Desk 2.15.*Here.*${clock(nine + HOUR)}`),
  ]);
  const near = within(list).getByRole('link', { name: /Desk 2.15/ });
  expect(near.getAttribute('href')).toContain(`date=${today}&building=1&near=30`);
  await user.click(screen.getByRole('button', { name: 'My team' }));
  await user.click(screen.getByRole('button', { name: 'Day after' }));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ team: true, date: daysLater(today, 1) }),
  );
  const last = asked(calls, '/reservations/in').at(-1)!;
  expect([last.get('team'), last.get('day'), last.get('buildingId')]).toEqual([
    'true',
    daysLater(today, 1),
    '1',
  ]);
});

test('who is in says when it could not be loaded, and when nobody is', async () => {
  let answer = refusal(500, 'internal', 'The database is away.');
  server({ 'GET /reservations/in': () => answer });
  const { user } = await openApp('/bookings/in');
  expect(await screen.findByText('The database is away.')).toBeDefined();
  answer = { status: 200, body: { day: today, count: 0, here: 0, people: [] } };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nobody has booked for this day')).toBeDefined();
});

test('use of space: figures, hours as a table of numbers, and spaces in the order asked for', async () => {
  const calls = server();
  const { user, router } = await openApp('/bookings/use');
  expect(await screen.findByText('12.5 %')).toBeDefined();
  expect(screen.getByText('5 of 20 without a check-in, 3 given free')).toBeDefined();
  expect(screen.getByText('2.5 people in rooms for 6, on average')).toBeDefined();
  expect(screen.getByText(/no reservation center has hours/)).toBeDefined();
  const heat = within(screen.getByRole('group', { name: 'By weekday and hour' })).getByRole('table');
  const tuesday = within(heat).getByRole('row', { name: /^Tuesday/ });
  // The heading of the row comes before its cells.
  expect(within(tuesday).getAllByRole('cell')[9]!.textContent).toBe('75');
  expect(within(heat).getByRole('columnheader', { name: '09:00' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Download CSV' }).getAttribute('href')).toContain(
    `/stats/reservations.csv?from=${stats.from}&until=${today}`,
  );
  await user.click(screen.getByRole('button', { name: 'Least used' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ order: 'least' }));
  expect(asked(calls, '/stats/reservations').at(-1)!.get('order')).toBe('least');
});

test('the report is not for everybody', async () => {
  server({ 'GET /users/me': { body: someone }, 'GET /reservations/day': refusal(404, 'none') });
  const { router } = await openApp('/bookings/use');
  expect(router.state.location.pathname).toBe('/bookings');
  expect(screen.queryByRole('link', { name: 'Use of space' })).toBeNull();
});

test('a share has a level and a number, and what is not there has neither', () => {
  const share = (bookedMs: number, spaceMs: number) => shareOf({ weekday: 1, hour: 2, bookedMs, spaceMs });
  expect(share(5, 0)).toBeUndefined();
  expect([undefined, 0, 0.001, 0.5, 1].map((one) => levelOf(one, 1))).toEqual([0, 0, 1, 3, 5]);
  expect([undefined, 0, 0.001, 0.126].map((one) => percentText(one, String))).toEqual(['–', '0', '<1', '13']);
});
