import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './day-page.tsx';
import './week-page.tsx';
import '#src/ui/notices.tsx';

const timeZone = 'Europe/Warsaw';
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
const { id, name, firstName, lastName, userName, email, userType } = someone;
const booking: Reservation = {
  id: 9,
  name: 'Review',
  user: { id, name, firstName, lastName, userName, email, userType },
  room,
  center: { id: 3, name: 'Reservations' },
  allDay: false,
  startDate: at('09:00'),
  endDate: at('10:00'),
  timeZone,
  numberOfPeople: 2,
  notes: '',
  guests: ['ann@example.com', 'walk-in'],
  private: false,
  state: 'booked',
  phase: 'upcoming',
  checkedIn: false,
  checkedOut: false,
  cancelled: false,
  checkInFrom: at('08:45'),
  bufferBefore: 0,
  bufferAfter: 0,
  dateCreated: 1,
  dateUpdated: 1000,
};
const days = { dayStart: at('00:00'), dayEnd: at('24:00'), timeZone, bookings: [] };
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /rooms/types': { body: [] },
    'GET /reservations/day': { body: { date: '2031-03-03', days: 7, spaces: [{ ...room, ...days }] } },
    'GET /reservations/availability': { body: [{ ...room, timeZone, free: true, approval: false }] },
    'GET /reservations/rules': {
      body: [
        {
          id: 1,
          who: 'everybody',
          costCenters: [],
          departments: [],
          room: { id: 5, name: 'Otter' },
          bufferBefore: 0,
          bufferAfter: 0,
          approval: true,
          dateCreated: 1,
          dateUpdated: 1,
        },
      ],
    },
    'GET /reservations/waiting': { body: [] },
    'GET /reservations/9': { body: booking },
    ...more,
  });
afterEach(() => vi.unstubAllGlobals());

type Dialog = ReturnType<typeof within>;
/** Lists and buttons bear the label too. */
const control = { selector: 'input:not([type="hidden"]), select' };
const fill = (label: string | RegExp, value: string) => (dialog: Dialog) =>
  fireEvent.change(dialog.getByLabelText(label, control), { target: { value } });
const both =
  (...steps: ((dialog: Dialog) => unknown)[]) =>
  (dialog: Dialog) => {
    for (const step of steps) step(dialog);
  };
const allDay = (dialog: Dialog) => fireEvent.click(dialog.getByLabelText('All day'));
const says = (field: string, message: string) => refusal(400, 'invalid', `${field} ${message}`, field);
const nothing = () => {};

test.each<{
  what: string;
  type: (dialog: Dialog) => void;
  answer?: ReturnType<typeof refusal>;
  at: string;
  says: RegExp;
}>([
  { what: 'end before start', type: fill('To', '08:00'), at: 'To', says: /end has to be after/ },
  {
    what: 'the past',
    type: nothing,
    answer: says('startDate', 'lies in the past. Choose a time to come.'),
    at: 'From',
    says: /^Lies in the past/,
  },
  {
    what: 'whole days in the past',
    type: allDay,
    answer: says('startDate', 'lies in the past. Choose a time to come.'),
    at: 'Date',
    says: /^Lies in the past/,
  },
  {
    what: 'ten years',
    type: both(allDay, fill('Until', '2041-03-03')),
    at: 'Until',
    says: /more than a year/,
  },
  {
    what: '500 people in a room of 6',
    type: fill('People', '500'),
    answer: says('numberOfPeople', 'is 500, and Otter has room for 6.'),
    at: 'People',
    says: /room for 6/,
  },
  {
    what: 'a series of 100,000',
    type: both(fill('Repeat', 'daily'), fill('Times', '100000')),
    at: 'Times',
    says: /from 1 to 500/,
  },
  {
    what: 'a series until 2099',
    type: both(fill('Repeat', 'daily'), fill('Times', '400')),
    answer: says('rule', 'goes on for more than two years. Let it end earlier.'),
    at: 'Repeat',
    says: /^Goes on for more/,
  },
  {
    what: 'a space that cannot be booked',
    type: nothing,
    answer: says('room', 'is Otter, which cannot be booked. Choose another space.'),
    at: 'Space',
    says: /cannot be booked/,
  },
  {
    what: 'for whom only managers book',
    type: nothing,
    answer: says('user', 'names no person of your organisation'),
    at: '',
    says: /^Names no person/,
  },
])('$what: a sentence at the field, and what was typed stays', async ({ type, answer, at: field, says }) => {
  server(answer && { 'POST /reservations': answer, 'POST /reservations/series/preview': answer });
  // As a letter about what has become free leads here.
  const { user } = await openApp(`/bookings/space/5?date=2031-03-03&from=${at('09:00')}&to=${at('10:00')}`);
  const dialog = within(await screen.findByRole('dialog', { name: 'New booking' }));
  expect(dialog.getByLabelText<HTMLInputElement>('From').value).toBe('09:00');
  expect(await dialog.findByText('A manager approves.')).toBeTruthy();
  fill('Title', 'Quiet hour')(dialog);
  type(dialog);
  await user.click(dialog.getByRole('button', { name: /^(Book|Check the dates)$/ }));
  const sentence = await dialog.findByText(says);
  if (field) {
    const input = dialog.getByLabelText(field, control);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    // On a phone the field may be far above the button.
    expect(document.activeElement).toBe(input);
    expect(input.closest('div')?.parentElement?.textContent).toContain(sentence.textContent);
  } else expect(sentence.closest('[role="alert"]')).toBeTruthy();
  expect(dialog.getByLabelText<HTMLInputElement>('Title').value).toBe('Quiet hour');
});

test('who changed a booking meanwhile is told before it is overwritten; what was typed stays', async () => {
  let now = booking;
  const calls = server({
    'GET /reservations/9': () => ({ body: now }),
    'GET /reservations/9/invitations': {
      body: [
        {
          email: 'ann@example.com',
          name: '',
          part: 'guest',
          state: 'failed',
          kind: 'request',
          lastError: 'No',
        },
      ],
    },
    'PUT /reservations/9/invitations/retry': {
      body: [{ email: 'ann@example.com', name: '', part: 'guest', state: 'sent', kind: 'request' }],
    },
    'PUT /reservations/9': ({ headers, body }) => {
      if (headers.get('if-match') !== `"${now.dateUpdated}"`)
        return refusal(409, 'space-booking.changed-meanwhile', 'Ann changed this booking meanwhile.');
      now = { ...now, ...(body as object), dateUpdated: 3000 };
      return { body: now };
    },
  });
  const { user } = await openApp('/bookings/space/5?date=2031-03-03&booking=9');
  const panel = within(await screen.findByRole('complementary', { name: 'Booking' }));
  expect(await panel.findByText('Failed')).toBeTruthy();
  await user.click(panel.getByRole('button', { name: 'Send again' }));
  expect(await panel.findByText('Invited')).toBeTruthy();

  await user.click(panel.getByRole('button', { name: 'Change the booking' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the booking' }));
  fill('Title', 'Quiet hour')(dialog);
  now = { ...booking, startDate: at('13:00'), endDate: at('14:00'), dateUpdated: 2000 };
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Ann changed this booking meanwhile.')).toBeTruthy();
  const mine = await dialog.findByRole('button', { name: 'Save mine' });
  expect(dialog.getByText(/13:00–14:00/)).toBeTruthy();
  expect(dialog.getByLabelText<HTMLInputElement>('Title').value).toBe('Quiet hour');
  await user.click(mine);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // Their time stays: only what was changed here is sent.
  const puts = calls.filter(({ method, path }) => method === 'PUT' && path === '/reservations/9');
  expect(puts.map(({ body, headers }) => [body, headers.get('if-match')])).toEqual([
    [{ name: 'Quiet hour' }, '"1000"'],
    [{ name: 'Quiet hour' }, '"2000"'],
  ]);
});
