import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { DoorDisplay, SpaceNow } from '#contract/space-code.ts';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { formatTime } from '#src/lib/dates.ts';
import { doorState } from './door-state.ts';
import { choicesOf } from './standing.ts';
// Compiled before any clock runs.
import './code-page.tsx';
import './door-page.tsx';
import './labels-page.tsx';
import './door-link-page.tsx';
import '#src/ui/notices.tsx';

afterEach(() => vi.unstubAllGlobals());
const zone = 'Europe/Warsaw';
const at = (time: string) => Date.parse(`2031-03-03T${time}:00+01:00`);
const clock = (time: string) => formatTime(at(time), zone);
const floor = { id: 2, name: 'First floor', building: { id: 1, name: 'Harbour', code: 'H' } };
const type = { id: 4, name: 'Desk' };
const space = {
  id: 5,
  name: 'Otter',
  description: '',
  reservable: true,
  capacity: 1,
  type,
  floor,
  timeZone: zone,
};
const free: SpaceNow = {
  now: at('10:00'),
  space,
  bookings: [],
  walkIn: { until: at('14:00'), end: 'booking' },
  nearby: [],
};
const mine: SpaceNow['bookings'][number] = {
  id: 9,
  name: '',
  user: { id: someone.id, name: someone.name },
  startDate: at('10:00'),
  endDate: at('14:00'),
  allDay: false,
  state: 'checked_in',
  phase: 'in-use',
  mine: true,
  private: false,
  numberOfPeople: 1,
  bufferBefore: 0,
  bufferAfter: 0,
  dateUpdated: 1,
  checkInFrom: at('09:45'),
};
const { walkIn: _walkIn, ...taken } = free;
const { id, name, firstName, lastName, userName, email, userType } = someone;
const made = {
  ...mine,
  user: { id, name, firstName, lastName, userName, email, userType },
  room: space,
  center: { id: 3, name: 'Reservations' },
  timeZone: zone,
  notes: '',
  guests: [],
  checkedIn: true,
  checkedOut: false,
  cancelled: false,
  dateCreated: 1,
};
const me = { 'GET /users/me': { body: someone } };

test('a free desk is walked in to with one tap for as long as it is free; the notice takes it back', async () => {
  let seen: SpaceNow = free;
  const calls = stubServer({
    ...me,
    'GET /rooms/5/now': () => ({ body: seen }),
    'POST /rooms/5/walkIn': () => {
      seen = { ...taken, bookings: [mine] };
      return { status: 201, body: made };
    },
    'PUT /reservations/9/cancel': () => {
      seen = free;
      return { body: { ...made, state: 'cancelled', phase: 'cancelled', cancelled: true } };
    },
  });
  const { user } = await openApp('/s/5');
  expect(await screen.findByText(`Free until ${clock('14:00')}`)).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: `Walk in until ${clock('14:00')}` }));
  expect(await screen.findByRole('button', { name: 'Check out' })).toBeTruthy();
  const asked = calls.filter(({ path }) => path === '/rooms/5/walkIn');
  expect(asked.map(({ body }) => body)).toEqual([{ endDate: at('14:00') }]);
  expect(asked[0]!.headers.get('idempotency-key')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: `Walk in until ${clock('14:00')}` })).toBeTruthy();
});

test('“I’m sitting here” moves the booking of another desk; a refusal is said where the eye is', async () => {
  const elsewhere = {
    id: 9,
    startDate: at('09:00'),
    endDate: at('17:00'),
    allDay: false,
    state: 'booked' as const,
    room: { id: 6, name: 'Badger', type, floor: { id: 2, name: 'First floor' } },
    fits: true,
  };
  const calls = stubServer({
    ...me,
    'GET /rooms/5/now': { body: { ...free, elsewhere } },
    'POST /rooms/5/swap': refusal(409, 'space-booking.taken', 'Otter is taken at that time.'),
  });
  const { user } = await openApp('/s/5');
  expect(await screen.findByText(/Badger is free at once/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'I’m sitting here' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Otter is taken at that time.');
  expect(calls.find(({ path }) => path === '/rooms/5/swap')?.body).toEqual({ reservation: { id: 9 } });
});

test('a taken desk says by whom and until when, and where else; a code of nothing says so', async () => {
  const other = { ...mine, mine: false, user: { id: 8, name: 'Noor' }, name: 'Focus' };
  stubServer({
    ...me,
    'GET /rooms/5/now': {
      body: {
        ...taken,
        bookings: [other],
        barred: { code: 'taken', message: 'Otter is taken.' },
        nearby: [{ id: 7, name: 'Heron' }],
      },
    },
    'GET /rooms/6/now': refusal(404, 'not-found', 'There is no such space in your organisation.'),
  });
  const { router } = await openApp('/s/5');
  expect(await screen.findByText(`Noor has this until ${clock('14:00')}`)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Walk in|Check/ })).toBeNull();
  expect(screen.getByRole('link', { name: 'Heron' }).getAttribute('href')).toBe('/s/7');
  await router.navigate({ to: '/s/$roomId', params: { roomId: 6 } });
  expect(await screen.findByText('There is no such space in your organisation.')).toBeTruthy();
});

test('a room is offered for half an hour first, a desk for as long as it is free', () => {
  expect(choicesOf(free).likely).toEqual({ kind: 'stay', until: at('14:00') });
  const room = { ...free, space: { ...space, capacity: 8 } };
  expect(choicesOf(room).likely).toEqual({ kind: '30', until: at('10:30') });
  const soon = { ...room, walkIn: { until: at('10:20'), end: 'booking' as const } };
  expect(choicesOf(soon).choices).toEqual([{ kind: 'stay', until: at('10:20') }]);
});

const door: DoorDisplay = {
  now: at('10:00'),
  space: { name: 'Otter', type: 'Room', reservable: true, floor: 'First floor', building: 'Harbour' },
  timeZone: zone,
  dayEnd: at('00:00') + 86_400_000,
  bookings: [
    { startDate: at('11:00'), endDate: at('12:00'), title: 'Busy', checkedIn: false },
    { startDate: at('12:00'), endDate: at('13:00'), title: '', checkedIn: false },
  ],
  code: '/s/5',
};

test('a door is free, busy over what follows at once, free soon, and knows nothing of tomorrow', () => {
  expect(doorState(door, at('10:00'))).toMatchObject({ state: 'free', until: at('11:00') });
  expect(doorState(door, at('11:00'))).toMatchObject({ state: 'busy', until: at('13:00') });
  expect(doorState(door, at('12:50'))).toMatchObject({ state: 'soon', until: at('13:00') });
  expect(doorState(door, at('13:00'))).toMatchObject({ state: 'free', later: [] });
  expect(doorState(door, door.dayEnd).state).toBe('unknown');
});

test('the display needs no sign-in, and goes dark when its link is taken away', async () => {
  const token = 'A'.repeat(27);
  let there = true;
  const calls = stubServer({
    [`GET /displays/${token}`]: () =>
      there ? { body: door } : refusal(404, 'not-found', 'There is no such display.'),
  });
  const { queryClient } = await openApp(`/display/${token}`);
  expect(await screen.findByText('Free')).toBeTruthy();
  expect(screen.getByText(`until ${clock('11:00')}`)).toBeTruthy();
  expect(screen.getByText('Booked')).toBeTruthy();
  expect(await screen.findByRole('img', { name: 'Code of Otter' })).toBeTruthy();
  there = false;
  await queryClient.invalidateQueries();
  expect(await screen.findByRole('heading', { name: 'This display is switched off' })).toBeTruthy();
  expect(screen.queryByText('Otter')).toBeNull();
  expect(calls.every(({ path }) => path.startsWith('/displays/'))).toBe(true);
});

const code = {
  id: 5,
  name: 'Otter',
  floor: { id: 2, name: 'First floor' },
  building: { id: 1, name: 'Harbour' },
  url: '/s/5',
};

test('a manager makes the link of a display, sees it once, and takes it away', async () => {
  let links: object[] = [];
  const link = { id: 3, room: { id: 5, name: 'Otter' }, dateCreated: 1, dateUpdated: 1 };
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin: true } },
    'GET /rooms/codes': { body: [code] },
    'GET /reservations/displays': () => ({ body: links }),
    'POST /reservations/displays': () => {
      links = [link];
      return { status: 201, body: { ...link, url: '/display/secret' } };
    },
    'DELETE /reservations/displays/3': () => {
      links = [];
      return { body: { response: 'Successfully removed' } };
    },
  });
  const { user } = await openApp('/spaces/5/door');
  await user.click(await screen.findByRole('button', { name: 'Make a link' }));
  const shown = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Secret link' });
  expect(shown.value).toBe(`${window.location.origin}/display/secret`);
  await user.click(await screen.findByRole('button', { name: 'Take the link away' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Take the link away' }));
  expect(await screen.findByRole('button', { name: 'Make a link' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Secret link' })).toBeNull());
});

test('codes of chosen spaces lie on sheets, each with where it is', async () => {
  const calls = stubServer({ ...me, 'GET /rooms/codes': { body: [code, { ...code, id: 6, name: 'ليلى' }] } });
  await openApp('/spaces/labels?ids=5,6');
  const cards = await screen.findAllByRole('article');
  expect(cards).toHaveLength(2);
  expect(within(cards[0]!).getByText('First floor')).toBeTruthy();
  expect(cards[0]!.querySelector('img[src^="data:image/svg+xml"]')).toBeTruthy();
  expect(calls.some(({ path }) => path === '/rooms/codes?roomId=5,6')).toBe(true);
});
