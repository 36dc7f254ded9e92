import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ChartPerson } from '#contract/people.ts';
import type { Permission, User } from '#contract/users.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './chart-page.tsx';
import './gone-page.tsx';
import './people-page.tsx';
import './person-form-pages.tsx';
import './person-page.tsx';
import './roles-page.tsx';
import '#src/ui/notices.tsx';

afterEach(() => vi.unstubAllGlobals());

const { timeZone: _zone, organisation: _organisation, permissions: _held, demo: _demo, ...base } = someone;
const person = (id: number, name: string, more: Partial<User> = {}): User => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    ...base,
    id,
    name,
    firstName,
    lastName,
    email: `p${id}@example.com`,
    phone: '+48 22 100 00',
    ...more,
  };
};
const ada = person(21, 'Ada Okafor', {
  room: { id: 9, name: '4.17', floor: { name: 'Level 4', building: { name: 'West' } } },
  manager: { id: 22, name: 'Bo Lind' },
});
const bo = person(22, 'Bo Lind', { jobTitle: 'Head' });
const all = [ada, bo];
const mail = { id: 1, name: 'Mail Center', module: 'mail' as const, code: 'MAIL' };

const line = ({ id, name, color }: User, reports: number): ChartPerson => ({ id, name, color, reports });
let roles: Permission[] = [];
/** A server whose answers tell who is asked for; `more` comes first. */
function server(more: Answers = {}, siteAdmin = true) {
  roles = [{ role: 'CUSTOMER', center: mail }];
  const find = (path: string) => new URLSearchParams(path.split('?')[1]).get('find')?.toLowerCase() ?? '';
  const found = (path: string) => all.filter(({ name }) => name.toLowerCase().includes(find(path)));
  return stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin } },
    'GET /users': ({ path }) => ({ body: found(path) }),
    'GET /users/count': ({ path }) => ({ body: { count: found(path).length } }),
    'GET /users/types': { body: [{ id: 1, name: 'Employee' }] },
    'GET /centers': { body: [mail] },
    'GET /users/21': { body: ada },
    'GET /users/22': { body: bo },
    'GET /users/21/reports': { body: [] },
    'GET /users/22/reports': { body: [line(ada, 0)] },
    'GET /users/21/managers': { body: [line(bo, 1), line(ada, 0)] },
    'GET /users/22/managers': { body: [line(bo, 1)] },
    'GET /users/chart': { body: [line(bo, 1), line(person(30, 'Cy Young'), 2)] },
    'GET /users/21/permissions': () => ({ body: roles }),
    'GET /users/22/permissions': { body: [] },
    'PUT /users/21/permissions': ({ body }) => {
      roles = (body as Permission[]).map(({ role }) => ({ role, center: mail }));
      return { body: ada };
    },
    'GET /users/21/invite': { body: { passwordSet: false } },
    ...more,
  });
}

test('typing finds, the address keeps it, Enter opens the card', async () => {
  const calls = server();
  const { user, router } = await openApp('/people');
  expect(await screen.findByRole('row', { name: /Bo Lind/ })).toBeTruthy();
  await user.keyboard('/');
  await user.keyboard('ada');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Bo Lind/ })).toBeNull());
  expect(router.state.location.search).toEqual({ find: 'ada' });
  expect(calls.some(({ path }) => path.startsWith('/users?find=ada&orderBy=name'))).toBe(true);
  (await screen.findByRole('row', { name: /Ada Okafor/ })).focus();
  await user.keyboard('{Enter}');
  const card = within(await screen.findByRole('complementary', { name: 'Person' }));
  expect((await card.findByRole('link', { name: 'Write to Ada Okafor' })).getAttribute('href')).toBe(
    'mailto:p21@example.com',
  );
  expect(card.getByRole('link', { name: 'Call +48 22 100 00' }).getAttribute('href')).toBe('tel:+482210000');
  expect(card.getByRole('link', { name: '4.17' }).getAttribute('href')).toBe('/spaces/9');
  expect(card.getByRole('link', { name: 'Bo Lind' }).getAttribute('href')).toBe('/people/22');
  expect(router.state.location.search).toEqual({ find: 'ada', person: 21 });
});

test('nobody found and a failing list say what to do', async () => {
  server();
  const { user } = await openApp('/people?find=zzz');
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByRole('row', { name: /Ada Okafor/ })).toBeTruthy();
});

test('the tree is walked by keys, and a search shows the way up', async () => {
  server();
  const { user, router } = await openApp('/people/chart');
  const item = (name: RegExp) => screen.getByRole('treeitem', { name });
  const top = await screen.findByRole('treeitem', { name: /Bo Lind/ });
  expect(top.getAttribute('aria-expanded')).toBe('false');
  top.focus();
  await user.keyboard('{ArrowRight}');
  await screen.findByRole('treeitem', { name: /Ada Okafor/ });
  expect(item(/Ada Okafor/).getAttribute('aria-level')).toBe('2');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(item(/Ada Okafor/));
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement).toBe(item(/Bo Lind/));
  expect(screen.queryByRole('treeitem', { name: /Ada Okafor/ })).toBeNull();
  await user.keyboard('c');
  expect(document.activeElement).toBe(item(/Cy Young/));

  await user.type(screen.getByRole('combobox', { name: 'Find somebody in the chart' }), 'ada');
  await user.click(await screen.findByRole('option', { name: /Ada Okafor/ }));
  await waitFor(() => expect(document.activeElement).toBe(item(/Ada Okafor/)));
  expect(router.state.location.search).toEqual({ person: 21 });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/people/21'));
});

test('a role is given with a tick and taken back by undo; a refusal puts the tick back', async () => {
  const calls = server();
  const { user } = await openApp('/people/21');
  const tick = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Operator in Mail Center' });
  await user.click(await screen.findByRole('checkbox', { name: 'Operator in Mail Center' }));
  expect(await screen.findByText(/Ada Okafor: Operator in Mail Center/)).toBeTruthy();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual([
    { role: 'CUSTOMER', center: { id: 1 } },
    { role: 'OPERATOR', center: { id: 1 } },
  ]);
  expect(tick().checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(tick().checked).toBe(false));

  vi.unstubAllGlobals();
  server({ 'PUT /users/21/permissions': refusal(403, 'forbidden', 'You are not allowed to do this.') });
  await user.click(tick());
  expect(await screen.findByText('You are not allowed to do this.')).toBeTruthy();
  await waitFor(() => expect(tick().checked).toBe(false));
});

test('who is no administrator reads and changes nothing', async () => {
  server({}, false);
  await openApp('/people/21');
  expect(await screen.findByRole('img', { name: 'Customer in Mail Center' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  for (const name of ['Edit', 'Deactivate', 'Invite by e-mail']) expect(screen.queryByText(name)).toBeNull();
});

test('a new person is refused at the field, then added once and invited', async () => {
  let taken = true;
  const calls = server({
    'POST /users': () =>
      taken
        ? refusal(409, 'people.taken', 'This e-mail address is in use already.', 'email')
        : { status: 201, body: ada },
    'POST /users/21/invite': { body: { passwordSet: false, invitedAt: 1, validUntil: 2 } },
  });
  const { user, router } = await openApp('/people/new');
  const add = () => screen.getByRole('button', { name: 'Add person' });
  await user.type(await screen.findByLabelText(/First name/), 'Ada');
  await user.click(add());
  expect((await screen.findAllByText('Fill in this field.')).length).toBe(2);
  await user.type(screen.getByLabelText(/Last name/), 'Okafor');
  await user.type(screen.getByLabelText(/E-mail/, { selector: 'input[type="email"]' }), 'ada@example.com');
  await user.click(add());
  expect(await screen.findByText('This e-mail address is in use already.')).toBeTruthy();
  taken = false;
  await user.click(add());
  await waitFor(() => expect(router.state.location.pathname).toBe('/people/21'));
  const sent = calls.filter(({ method, path }) => method === 'POST' && path === '/users');
  expect(sent.at(-1)?.body).toEqual({ firstName: 'Ada', lastName: 'Okafor', email: 'ada@example.com' });
  expect(sent[0]?.headers.get('idempotency-key')).toBe(sent[1]?.headers.get('idempotency-key'));
  await waitFor(() => expect(calls.some(({ path }) => path === '/users/21/invite')).toBe(true));
});

test('deactivating says beforehand what will happen', async () => {
  const counts = { IN: 2, PENDING: 1, TRANSFER: 0, CHECKOUT: 0, OUT: 40 };
  const calls = server({
    'GET /mail/items/counts': { body: { counts, exceptions: 0 } },
    'DELETE /users/21': { body: { response: 'Successfully removed' } },
    'PUT /users/21/restore': { body: ada },
  });
  const { user, router } = await openApp('/people/21');
  const deactivate = await screen.findByRole('button', { name: 'Deactivate' });
  await user.click(deactivate);
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(deactivate));
  await user.click(deactivate);
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/3 open parcels become exceptions/)).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('/mail/items/counts?toUserId=21'))).toBe(true);
  await user.click(dialog.getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
  expect(calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/Ada Okafor is back/)).toBeTruthy();
  expect(calls.filter(({ path }) => path === '/users/21/restore')).toHaveLength(1);
});

test('who was deactivated is listed and brought back, or it is said why not', async () => {
  const lost = {
    id: 21,
    name: 'Ada Okafor',
    email: 'p21@example.com',
    userName: 'ada',
    color: '#112233',
    deactivatedAt: Date.parse('2026-03-03T13:05:00Z'),
    deactivatedBy: { id: 22, name: 'Bo Lind' },
  };
  let taken = true;
  const calls = server({
    'GET /users/deactivated': { body: [lost] },
    'GET /users/deactivated/count': { body: { count: 1 } },
    'PUT /users/21/restore': () =>
      taken ? refusal(409, 'people.taken', 'Cy Young has the user name ada now.') : { body: ada },
  });
  const { user, router } = await openApp('/people');
  await user.click(await screen.findByRole('link', { name: 'Deactivated' }));
  expect(await screen.findByRole('row', { name: /Ada Okafor.*Bo Lind/ })).toBeTruthy();
  await user.keyboard('/ada');
  await waitFor(() => expect(router.state.location.search).toEqual({ find: 'ada' }));
  await waitFor(() =>
    expect(calls.some(({ path }) => path.startsWith('/users/deactivated?search=ada'))).toBe(true),
  );
  await user.click(await screen.findByRole('button', { name: 'Bring back Ada Okafor' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Bring back' }));
  expect(await dialog.findByText('Cy Young has the user name ada now.')).toBeTruthy();
  taken = false;
  await user.click(dialog.getByRole('button', { name: 'Bring back' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/people/21'));
});

test('who is no administrator sees nobody who was deactivated', async () => {
  const calls = server({}, false);
  const { router } = await openApp('/people/deactivated');
  await waitFor(() => expect(router.state.location.pathname).not.toBe('/people/deactivated'));
  expect(calls.some(({ path }) => path.startsWith('/users/deactivated'))).toBe(false);
});

test('roles are seen by center, and somebody is added to one', async () => {
  const calls = server({
    'GET /centers/roles': {
      body: [
        {
          center: mail,
          role: 'CUSTOMER',
          count: 9,
          people: [{ id: 21, name: 'Ada Okafor', color: '#112233' }],
        },
      ],
    },
  });
  const { user } = await openApp('/people/roles');
  expect(
    (await screen.findByRole('link', { name: 'All 9: Customer, Mail Center' })).getAttribute('href'),
  ).toBe('/people?center=1&role=CUSTOMER');
  await user.click(screen.getByRole('button', { name: 'Make somebody Manager in Mail Center' }));
  await user.type(await screen.findByRole('combobox', { name: 'Person' }), 'ada');
  await user.click(await screen.findByRole('option', { name: /Ada Okafor/ }));
  await waitFor(() =>
    expect(calls.find(({ method }) => method === 'PUT')?.body).toContainEqual({
      role: 'MANAGER',
      center: { id: 1 },
    }),
  );
});
