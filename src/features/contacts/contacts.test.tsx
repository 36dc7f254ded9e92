import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Contact } from '#contract/contacts.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './contacts-page.tsx';
import '#src/ui/notices.tsx';

let known: Contact[] = [];
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  known = [
    {
      id: 1,
      name: 'Anna Kowalska',
      firstName: 'Anna',
      lastName: 'Kowalska',
      hours: '8–17',
      dateCreated: 1,
      dateUpdated: 1,
    },
    { id: 2, company: 'Otis', phone: '112', dateCreated: 1, dateUpdated: 1 },
  ];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
const found = (path: string) => {
  const text = new URLSearchParams(path.split('?')[1]).get('search') ?? '';
  return known.filter((one) => JSON.stringify(one).includes(text));
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin: true } },
    'GET /contacts': ({ path }) => ({ body: found(path) }),
    'GET /contacts/count': ({ path }) => ({ body: { count: found(path).length } }),
    'GET /contacts/1': { body: known[0] },
    'POST /contacts': ({ body }) => {
      const made = { ...(body as object), id: 9, dateCreated: 2, dateUpdated: 2 };
      known = [...known, made];
      return { body: made };
    },
    'DELETE /contacts/1': () => {
      known = known.filter(({ id }) => id !== 1);
      return { body: { response: 'Successfully removed' } };
    },
    ...more,
  });
const writes = (calls: ReturnType<typeof server>) =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body]);

test('a contact without a name goes by what is known; words find', async () => {
  server();
  const { user } = await openApp('/contacts');
  expect(await screen.findByRole('row', { name: /Otis/ })).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Find contacts' }), 'Kowal');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Otis/ })).toBeNull());
  expect(screen.getByRole('row', { name: /Anna Kowalska/ })).toBeTruthy();
});

test('a new one is written; a refusal stands at its field', async () => {
  let refused = true;
  const calls = server({
    'POST /contacts': ({ body }) =>
      refused
        ? refusal(400, 'invalid', 'phone is too long', 'phone')
        : { body: { ...(body as object), id: 9, dateCreated: 2, dateUpdated: 2 } },
    'GET /contacts/9': { body: { id: 9, name: 'Bert', dateCreated: 2, dateUpdated: 2 } },
  });
  const { user, router } = await openApp('/contacts?open=new');
  const dialog = within(await screen.findByRole('dialog', { name: 'New contact' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/^Give a name or a company/)).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'First name' }), ' Bert ');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('phone is too long')).toBeTruthy();
  refused = false;
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ open: 9 }));
  expect(writes(calls)[0]).toEqual(['POST', '/contacts', { firstName: 'Bert' }]);
});

test('a deleted one comes back with all that was kept of it', async () => {
  const calls = server();
  const { user } = await openApp('/contacts?open=1');
  expect(await screen.findByText('8–17')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(writes(calls)).toEqual([
      ['DELETE', '/contacts/1', undefined],
      [
        'POST',
        '/contacts',
        { name: 'Anna Kowalska', firstName: 'Anna', lastName: 'Kowalska', hours: '8–17' },
      ],
    ]),
  );
});
