import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import type { MailAlert } from '#src/directory/alerts.ts';
import {
  anna,
  desk,
  findPeople,
  item,
  layla,
  parametersOf,
  queuesOf,
  working,
} from '#src/directory/test-desk.ts';
import type { AlertText } from './api.ts';
// Compiled before any clock runs.
import './alerts-page.tsx';
import '#src/features/mail-desk/item-page.tsx';
import '#src/features/mail-desk/scan-view.tsx';
import '#src/ui/notices.tsx';

const people = [anna, layla];
let known: MailAlert[] = [];
beforeEach(() => {
  known = [
    { id: 2, notes: 'Away until Monday', multipleAlerts: true, user: layla, enteredBy: anna },
    { id: 1, notes: 'The lift is broken', multipleAlerts: false },
  ];
});
afterEach(() => vi.unstubAllGlobals());

const kept = (id: number, { user, ...rest }: AlertText): MailAlert => {
  const person = people.find((one) => one.id === user?.id);
  return { id, ...rest, ...(person && { user: person }) };
};
const found = (path: string) => {
  const text = parametersOf(path).get('search')?.toLowerCase() ?? '';
  return known.filter(({ notes, user }) => `${notes} ${user?.name}`.toLowerCase().includes(text));
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /users/101': { body: anna },
    'GET /mail/desk': { body: desk },
    'GET /mail/recipients': ({ path }) => findPeople(path),
    'GET /mail/items/1': { body: item(1) },
    ...queuesOf(() => [item(1)]),
    'GET /mail/alerts': ({ path }) => ({ body: found(path) }),
    'GET /mail/alerts/count': ({ path }) => ({ body: { count: found(path).length } }),
    'POST /mail/alerts': ({ body }) => {
      known = [kept(9, body as AlertText), ...known];
      return { status: 201, body: known[0] };
    },
    'PUT /mail/alerts/2': ({ body }) => {
      known = known.map((one) => (one.id === 2 ? kept(2, body as AlertText) : one));
      return { body: known[0] };
    },
    'DELETE /mail/alerts/2': () => {
      known = known.filter(({ id }) => id !== 2);
      return { body: { response: 'Successfully removed' } };
    },
    ...more,
  });
const list = async () => within(await screen.findByRole('list', { name: 'Standing notes' }));
const writes = (calls: ReturnType<typeof server>, method: string) =>
  calls.filter((call) => call.method === method);

test('a note is left on a person, who is chosen first', async () => {
  const calls = server();
  const { user, router } = await openApp('/mail/alerts');
  expect((await list()).getAllByRole('listitem')).toHaveLength(2);
  await user.click(screen.getByRole('link', { name: 'New note' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New note' }));
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  expect(await dialog.findByText(/Choose the person/)).toBeTruthy();
  expect(dialog.getByText('Write what the clerk should know.')).toBeTruthy();
  expect(writes(calls, 'POST')).toHaveLength(0);
  await user.type(dialog.getByRole('combobox', { name: 'Person' }), 'anna');
  await user.click(await screen.findByRole('option', { name: /Anna Kowalska/ }));
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Ring twice');
  await user.click(dialog.getByRole('checkbox', { name: 'Confirm for every parcel' }));
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const body = { notes: 'Ring twice', user: { id: anna.id }, multipleAlerts: true };
  expect(writes(calls, 'POST').map((call) => call.body)).toEqual([body]);
  expect(writes(calls, 'POST')[0]?.headers.get('idempotency-key')).toBeTruthy();
  expect(await (await list()).findByText('Ring twice')).toBeTruthy();
  expect(router.state.location.search).toEqual({});
});

test('a note for everybody is on nobody', async () => {
  const calls = server();
  const { user } = await openApp('/mail/alerts?write=new');
  const dialog = within(await screen.findByRole('dialog', { name: 'New note' }));
  await user.click(dialog.getByRole('radio', { name: 'Everybody' }));
  expect(dialog.queryByRole('checkbox')).toBeNull();
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Fire drill at ten');
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  await waitFor(() => expect(writes(calls, 'POST')).toHaveLength(1));
  expect(writes(calls, 'POST')[0]?.body).toEqual({
    notes: 'Fire drill at ten',
    user: null,
    multipleAlerts: false,
  });
});

test('a change is saved; a refusal keeps the dialog and what was typed', async () => {
  let refuses = true;
  const calls = server({
    'PUT /mail/alerts/2': ({ body }) => {
      if (refuses) return refusal(404, 'not-found', 'There is no such alert.');
      known = [kept(2, body as AlertText)];
      return { body: known[0] };
    },
  });
  const { user } = await openApp('/mail/alerts');
  await user.click(await screen.findByRole('button', { name: `Change the note on ${layla.name}` }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the note' }));
  const text = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  await user.type(text, ' or Tuesday');
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  expect((await dialog.findByRole('alert')).textContent).toBe('There is no such alert.');
  expect(text.value).toBe('Away until Monday or Tuesday');
  refuses = false;
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  expect(await (await list()).findByText('Away until Monday or Tuesday')).toBeTruthy();
  expect(writes(calls, 'PUT')[1]?.body).toEqual({
    notes: 'Away until Monday or Tuesday',
    user: { id: layla.id },
    multipleAlerts: true,
  });
});

test('a deleted note comes back by Undo', async () => {
  const calls = server();
  const { user } = await openApp('/mail/alerts');
  await user.click(await screen.findByRole('button', { name: `Delete the note on ${layla.name}` }));
  await waitFor(() => expect(screen.queryByText('Away until Monday')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await (await list()).findByText('Away until Monday')).toBeTruthy();
  expect(writes(calls, 'POST')[0]?.body).toEqual({
    notes: 'Away until Monday',
    user: { id: layla.id },
    multipleAlerts: true,
  });
});

test('notes are found by name and by words', async () => {
  server();
  const { user, router } = await openApp('/mail/alerts');
  const box = await screen.findByRole('searchbox', { name: 'Find notes' });
  await user.type(box, 'lift');
  await waitFor(() => expect(screen.queryByText('Away until Monday')).toBeNull());
  expect(router.state.location.search).toEqual({ search: 'lift' });
  await user.type(box, 'xyz');
  expect(await screen.findByRole('heading', { name: 'No note with “liftxyz”' })).toBeTruthy();
});

test("from a parcel, the note is begun on the parcel's recipient", async () => {
  const calls = server();
  const { user } = await openApp('/mail/1');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Add a note on this recipient' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New note' }));
  expect(dialog.getByText('Anna Kowalska')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Ring twice');
  await user.click(dialog.getByRole('button', { name: 'Save note' }));
  await waitFor(() => expect(writes(calls, 'POST')[0]?.body).toMatchObject({ user: { id: anna.id } }));
});

test('what is for everybody stands on the scan screen, and nothing else does', async () => {
  server();
  await openApp('/mail/scan');
  const notes = within(await screen.findByRole('region', { name: 'Notes for the whole desk' }));
  expect(notes.getByText('The lift is broken')).toBeTruthy();
  expect(notes.queryByText('Away until Monday')).toBeNull();
});
