import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { BookingRule } from '#contract/booking-rules.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { ruleSentence } from '#src/directory/rule-words.ts';
// Compiled before any clock runs.
import './rules-page.tsx';
import '#src/ui/notices.tsx';

const center = { id: 4, name: 'Rooms', module: 'reservation', code: 'R' } as const;
const manager = { ...someone, permissions: [{ role: 'MANAGER', center }] };
const dates = { dateCreated: 1, dateUpdated: 1 };
const rule: BookingRule = {
  id: 1,
  roomType: { id: 3, name: 'Meeting rooms' },
  who: 'everybody',
  costCenters: [],
  departments: [],
  longestMinutes: 240,
  daysAhead: 60,
  bufferBefore: 0,
  bufferAfter: 0,
  approval: false,
  releaseMinutes: 15,
  ...dates,
};
const type = {
  ...dates,
  occupiable: true,
  parkingSpace: false,
  hexColor: '#888888',
  color: {},
  sortOrder: 1,
};
let rules: BookingRule[] = [];
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: manager },
    'GET /reservations/rules': () => ({ body: rules }),
    'GET /reservations/count': { body: { count: 2 } },
    'GET /rooms/types': {
      body: [
        { id: 3, name: 'Meeting rooms', ...type },
        { id: 5, name: 'Desks', ...type },
      ],
    },
    ...more,
  });
afterEach(() => vi.unstubAllGlobals());

test.each<[Partial<BookingRule>, string]>([
  [{}, 'At most 4 hours, up to 60 days ahead, released when nobody checks in within 15 minutes.'],
  [
    { longestMinutes: undefined, daysAhead: 0, releaseMinutes: undefined, approval: true, who: 'managers' },
    'Only managers book, only for today, a manager approves.',
  ],
  [
    {
      who: 'groups',
      departments: ['Finance', 'Law'],
      longestMinutes: 2880,
      daysAhead: undefined,
      bufferBefore: 10,
      bufferAfter: 60,
      checkInMinutes: 0,
      releaseMinutes: undefined,
    },
    'Only for Finance or Law, at most 2 days, 10 minutes kept free before and 1 hour after, check-in from the start.',
  ],
  [
    { longestMinutes: undefined, daysAhead: undefined, releaseMinutes: undefined },
    'Everybody, for as long and as far ahead as they like.',
  ],
])('a rule is a sentence: %#', (part, sentence) => expect(ruleSentence({ ...rule, ...part })).toBe(sentence));

test('a rule is made, and Undo takes it away again', async () => {
  rules = [rule];
  const made: BookingRule = {
    ...rule,
    id: 2,
    roomType: { id: 5, name: 'Desks' },
    longestMinutes: 120,
    daysAhead: undefined,
    releaseMinutes: undefined,
  };
  const calls = server({
    'POST /reservations/rules': () => {
      rules = [rule, made];
      return { status: 201, body: made };
    },
    'DELETE /reservations/rules/2': () => {
      rules = [rule];
      return { body: { response: 'Successfully removed' } };
    },
  });
  const { user } = await openApp('/bookings/rules');
  expect(await screen.findByText(/^At most 4 hours, up to 60 days ahead/)).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Approvals (2)' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'New rule' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New rule' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Choose a type of space.')).toBeTruthy();
  // What has a rule already is not offered.
  expect(dialog.queryByRole('option', { name: 'Meeting rooms' })).toBeNull();
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Type of space' }), 'Desks');
  await user.type(dialog.getByRole('textbox', { name: 'Longest' }), '2');
  expect(dialog.getByRole('status', { name: /means/ }).textContent).toBe('At most 2 hours.');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('At most 2 hours.')).toBeTruthy();
  const post = calls.find(({ method }) => method === 'POST')!;
  expect(post.body).toMatchObject({ roomType: { id: 5 }, longestMinutes: 120, daysAhead: null });
  expect(post.headers.get('idempotency-key')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText('At most 2 hours.')).toBeNull());
});

test('a refused change stands at its field and keeps what was typed; a removed rule comes back', async () => {
  rules = [rule];
  const calls = server({
    'PUT /reservations/rules/1': refusal(400, 'invalid', 'Days ahead are too many.', 'daysAhead'),
    'DELETE /reservations/rules/1': () => {
      rules = [];
      return { body: { response: 'Successfully removed' } };
    },
    'POST /reservations/rules': () => {
      rules = [{ ...rule, id: 9 }];
      return { status: 201, body: rules[0] };
    },
  });
  const { user } = await openApp('/bookings/rules');
  await user.click(await screen.findByRole('button', { name: 'Change the rule of Meeting rooms' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Change the rule/ }));
  const ahead = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Days ahead' });
  await user.clear(ahead);
  await user.type(ahead, '90');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Days ahead are too many.')).toBeTruthy();
  expect([ahead.value, ahead.getAttribute('aria-invalid')]).toEqual(['90', 'true']);
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the rule of Meeting rooms' }));
  expect(await screen.findByRole('heading', { name: 'No rules yet' })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/^At most 4 hours/)).toBeTruthy();
  expect(calls.findLast(({ method }) => method === 'POST')!.body).toMatchObject({
    roomType: { id: 3 },
    longestMinutes: 240,
    releaseMinutes: 15,
  });
});

test('who manages nothing is led to the bookings', async () => {
  server({ 'GET /users/me': { body: someone } });
  const { router } = await openApp('/bookings/rules');
  await waitFor(() => expect(router.state.location.pathname).toBe('/bookings'));
});
