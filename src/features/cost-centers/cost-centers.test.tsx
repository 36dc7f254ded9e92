import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CategoryTree } from '#contract/cost-centers.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { moveIn } from './moves.ts';
// Compiled before any clock runs.
import './cost-centers-page.tsx';
import '#src/ui/notices.tsx';

const stamps = { dateCreated: 1, dateUpdated: 1 };
const company = { id: 1, name: 'Company', code: '', color: {}, ...stamps };
const teams = { id: 2, name: 'Teams', code: '', color: {}, ...stamps };
const depths = [
  { id: 1, name: 'Division', code: '', level: 0, ...stamps, category: company },
  { id: 2, name: 'Department', code: '', level: 1, ...stamps, category: company },
];
const item = (id: number, name: string, parent?: number, users = 0, rooms = 0) => ({
  id,
  name,
  code: `C${id}`,
  level: 0,
  users,
  rooms,
  ...(parent !== undefined && { parent }),
});
let tree: CategoryTree = [];
beforeEach(() => {
  localStorage.clear();
  // jsdom lays nothing out; the rows on screen are reckoned from the height of the list.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  tree = [
    item(1, 'Operations', undefined, 1),
    item(2, 'Sales'),
    item(3, 'Mail', 1, 2, 4),
    item(4, 'Repairs', 1, 3),
    item(5, 'Night shift', 3, 1),
  ];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const anna = { ...someone, id: 8, name: 'Anna Kowalska', email: 'anna@northwind.example' };
const kept = (id: number) => {
  const {
    level: _level,
    users: _users,
    rooms: _rooms,
    parent: _parent,
    ...rest
  } = tree.find((one) => one.id === id)!;
  return { ...rest, ...stamps, category: company, costCenterParent: {} };
};
const moveAnswers: Answers = Object.fromEntries(
  [1, 2, 3, 4, 5].map((id) => [
    `PUT /categories/items/${id}`,
    ({ body }) => {
      const { costCenterParent, position } = body as {
        costCenterParent: { id: number } | null;
        position?: number;
      };
      tree = moveIn(tree, id, {
        parent: costCenterParent?.id ?? null,
        ...(position !== undefined && { position }),
      });
      return { body: kept(id) };
    },
  ]),
);
const server = (more: Answers = {}, siteAdmin = true) =>
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin } },
    'GET /categories': { body: [company, teams] },
    'GET /categories/depths': { body: depths },
    'GET /categories/1/tree': () => ({ body: tree }),
    'GET /categories/2/tree': { body: [] },
    'GET /categories/items/3/users': { body: [anna] },
    'GET /categories/items/1/users': { body: [] },
    ...moveAnswers,
    ...more,
  });
const row = (name: RegExp) => screen.findByRole('treeitem', { name });
const names = () =>
  screen.getAllByRole('treeitem').map((one) => one.getAttribute('aria-label')!.split(',')[0]);
const sent = (calls: ReturnType<typeof server>, method: string) =>
  calls.filter((call) => call.method === method).map(({ path, body }) => [path, body]);

test('the tree says its levels, its sizes and who belongs to each branch', async () => {
  server();
  await openApp('/cost-centers');
  const mail = await row(/^Mail/);
  expect(mail.getAttribute('aria-label')).toBe('Mail, C3, Department, 3 people, 4 spaces');
  expect([mail.ariaLevel ?? mail.getAttribute('aria-level'), mail.getAttribute('aria-setsize')]).toEqual([
    '2',
    '2',
  ]);
  expect((await row(/^Operations/)).getAttribute('aria-label')).toBe(
    'Operations, C1, Division, 7 people, 4 spaces',
  );
});

test('arrows walk, open and close; letters jump; what is open is kept', async () => {
  server();
  const { user } = await openApp('/cost-centers');
  (await row(/^Operations/)).focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(await row(/^Night shift/));
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(names()).toEqual(['Operations', 'Mail', 'Repairs', 'Sales']);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(names()).toEqual(['Operations', 'Sales']);
  await user.keyboard('s');
  expect(document.activeElement).toBe(await row(/^Sales/));
  expect(localStorage.getItem('atrium.cost-centers.1')).not.toContain('1,');
});

test('Alt and arrows move, and a move to another parent can be undone', async () => {
  const calls = server();
  const { user } = await openApp('/cost-centers');
  (await row(/^Repairs/)).focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(names()).toEqual(['Operations', 'Repairs', 'Mail', 'Night shift', 'Sales']));
  expect(document.activeElement).toBe(await row(/^Repairs/));
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(names()).toEqual(['Operations', 'Mail', 'Night shift', 'Repairs', 'Sales']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names()).toEqual(['Operations', 'Repairs', 'Mail', 'Night shift', 'Sales']));
  expect(sent(calls, 'PUT')).toEqual([
    ['/categories/items/4', { costCenterParent: { id: 1 }, position: 0 }],
    ['/categories/items/4', { costCenterParent: null, position: 1 }],
    ['/categories/items/4', { costCenterParent: { id: 1 }, position: 0 }],
  ]);
});

test('a drop moves a branch; below itself it is refused before the server is asked', async () => {
  const calls = server();
  await openApp('/cost-centers');
  const sales = await row(/^Sales/);
  const list = screen.getByRole('tree').parentElement!;
  list.getBoundingClientRect = () => new DOMRect(0, 0, 800, 800);
  /** The middle of the nth row, below the heading. */
  const at = (index: number) => ({ clientX: 100, clientY: 34 + index * 34 + 17 });
  const dragTo = (index: number) => fireEvent.pointerMove(window, at(index));
  fireEvent.pointerDown(await row(/^Operations/), { ...at(0), button: 0 });
  dragTo(2);
  expect(screen.getByText('A cost center cannot go below itself.')).toBeTruthy();
  fireEvent.pointerUp(window);
  expect(sent(calls, 'PUT')).toEqual([]);
  fireEvent.pointerDown(sales, { ...at(4), button: 0 });
  dragTo(1);
  fireEvent.keyDown(window, { key: 'Escape' });
  fireEvent.pointerUp(window);
  expect(sent(calls, 'PUT')).toEqual([]);
  fireEvent.pointerDown(sales, { ...at(4), button: 0 });
  dragTo(1);
  fireEvent.pointerUp(window);
  await waitFor(() =>
    expect(sent(calls, 'PUT')).toEqual([['/categories/items/2', { costCenterParent: { id: 3 } }]]),
  );
  expect(await screen.findByText('Sales now stands below Mail.')).toBeTruthy();
});

test('a refused move goes back, with the sentence of the server', async () => {
  const message = 'costCenterParent must not be the cost center itself or one below it.';
  server({ 'PUT /categories/items/2': refusal(400, 'invalid', message, 'costCenterParent') });
  const { user } = await openApp('/cost-centers?item=2');
  await user.click(await screen.findByRole('button', { name: 'Move to …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Move Sales' }));
  await user.type(dialog.getByRole('combobox'), 'night');
  await user.click(await dialog.findByRole('option', { name: /Night shift/ }));
  expect(await screen.findByText(message)).toBeTruthy();
  expect(names().at(-1)).toBe('Sales');
});

test('a search shows the way down to its hits', async () => {
  server();
  const { user, router } = await openApp('/cost-centers');
  await row(/^Sales/);
  await user.type(screen.getByRole('searchbox', { name: 'Find cost centers' }), 'night');
  await waitFor(() => expect(names()).toEqual(['Operations', 'Mail', 'Night shift']));
  expect(screen.getByText('1 found')).toBeTruthy();
  expect(router.state.location.search).toMatchObject({ find: 'night' });
});

test('people are taken off and brought back; deleting says what goes with it', async () => {
  const calls = server({
    'PUT /categories/items/3/users': { body: { added: [], removed: [8] } },
    'DELETE /categories/items/3': { body: { response: 'Successfully removed' } },
  });
  const { user } = await openApp('/cost-centers?item=3');
  await user.click(await screen.findByRole('button', { name: 'Remove Anna Kowalska from this cost center' }));
  const notice = (await screen.findByText('Anna Kowalska no longer belongs to Mail.')).parentElement!;
  await user.click(within(notice).getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(sent(calls, 'PUT')).toEqual([
      ['/categories/items/3/users', { remove: [{ id: 8 }] }],
      ['/categories/items/3/users', { add: [{ id: 8 }] }],
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete Mail?' }));
  expect(dialog.getByText('1 cost center below it is deleted with it.')).toBeTruthy();
  expect(dialog.getByText(/^3 people and 4 spaces stay in the directory/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Delete cost center' }));
  await waitFor(() => expect(sent(calls, 'DELETE')).toEqual([['/categories/items/3', undefined]]));
});

test('who may not write sees no way to', async () => {
  server({}, false);
  await openApp('/cost-centers?item=3');
  expect(await screen.findByText('Anna Kowalska')).toBeTruthy();
  for (const name of ['New category', 'New cost center', 'Edit', 'Move to …', 'Delete'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

test('ten thousand items: few in the page', async () => {
  tree = Array.from({ length: 10_000 }, (_, at) =>
    item(at + 1, `Item ${at + 1}`, at < 10 ? undefined : Math.floor(at / 10)),
  );
  server();
  const { user } = await openApp('/cost-centers');
  await row(/^Item 1,/);
  await user.click(screen.getByRole('button', { name: 'Open all' }));
  await waitFor(() => expect(screen.getAllByRole('treeitem').length).toBeGreaterThan(15));
  expect(screen.getAllByRole('treeitem').length).toBeLessThan(80);
  (await row(/^Item 1,/)).focus();
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Item \d+, /));
});
