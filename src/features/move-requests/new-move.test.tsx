import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MoveConflict } from '#contract/move-effect.ts';
import type { MoveBody } from '#src/directory/move-api.ts';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { anna, moveAnswers, moveOf, omar, rooms } from '#src/directory/test-moves.ts';
// Compiled before any clock runs.
import './new-page.tsx';
import './move-page.tsx';

const answers = { 'GET /users/me': { body: someone }, ...moveAnswers };
beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const grid = async () => within(await screen.findByRole('grid', { name: 'Who and what moves' }));
const next = () => screen.findByRole('button', { name: 'Next' });
/** Closes the page and opens it anew, as a reload does. */
async function reload(address: string) {
  cleanup();
  return openApp(address);
}

test('a request goes through its steps, survives a reload on the way, and is sent once', async () => {
  let tries = 0;
  const conflict: MoveConflict = {
    item: 0,
    kind: 'target-full',
    blocks: true,
    message: '2.02 has two places.',
    space: { id: 12, name: '2.02' },
  };
  const sent = moveOf(7, 'pen', ['edit']);
  const calls = stubServer({
    ...answers,
    'POST /move/conflicts': { body: { conflicts: [conflict] } },
    'POST /move/requests': () => {
      tries += 1;
      return tries === 1 ? refusal(503, 'busy', 'The server is busy.') : { status: 201, body: sent };
    },
    'GET /move/requests/7': { body: sent },
    'GET /move/requests/7/preview': {
      body: { id: 7, mayEffect: false, conflicts: [], items: [], choices: [] },
    },
    'GET /move/checklist': { body: [] },
  });
  const first = await openApp('/moves/new');
  await first.user.type(await screen.findByRole('textbox', { name: 'Why' }), 'A quiet room');
  fireEvent.change(screen.getByLabelText('When'), { target: { value: '2020-03-02T09:00' } });
  expect((await screen.findByRole('alert')).textContent).toContain('This is in the past');
  await first.user.click(await next());
  expect(first.router.state.location.search).toEqual({ step: 'who' });
  await first.user.type(await screen.findByRole('combobox', { name: 'Find people' }), 'anna');
  await first.user.click(await screen.findByRole('option', { name: /Anna Nowak/ }));
  expect(await (await grid()).findByRole('row', { name: /Anna Nowak.*2\.03/ })).toBeTruthy();

  const { user, router } = await reload('/moves/new?step=where');
  expect(await screen.findByText(/This is what you began before/)).toBeTruthy();
  expect(await (await grid()).findByRole('row', { name: /Anna Nowak.*No space yet/ })).toBeTruthy();
  const spaces = within(await screen.findByRole('listbox', { name: 'Spaces' }));
  expect((await spaces.findByRole('option', { name: /2\.01/ })).textContent).toContain('Full');
  await user.click(spaces.getByRole('option', { name: /2\.02.*Room for 2/ }));
  await user.click(await screen.findByRole('button', { name: 'Put Anna Nowak here' }));
  expect(await (await grid()).findByRole('row', { name: /Anna Nowak.*2\.02/ })).toBeTruthy();
  await user.click(await next());
  await user.click(await screen.findByRole('checkbox', { name: 'Network Services' }));
  await user.type(screen.getByRole('textbox', { name: 'PC Type' }), 'Laptop');
  await user.click(await next());
  expect(router.state.location.search).toEqual({ step: 'check' });
  const conflicts = within(await screen.findByRole('region', { name: 'Conflicts' }));
  expect(conflicts.getByText('Anna Nowak')).toBeTruthy();
  expect(conflicts.getByText('2.02 has two places.')).toBeTruthy();
  expect(conflicts.getByRole('link', { name: /Choose another space/ }).getAttribute('href')).toBe(
    '/moves/new?step=where',
  );
  await user.click(screen.getByRole('button', { name: 'Send request' }));
  expect(await screen.findByText('The server is busy.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Send request' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/moves/7'));
  const posts = calls.filter(({ method, path }) => method === 'POST' && path === '/move/requests');
  expect(new Set(posts.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  expect(posts[1]!.body).toEqual({
    status: { id: 1 },
    description: 'A quiet room',
    date: Date.parse('2020-03-02T08:00:00Z'),
    items: [
      {
        type: { id: 2 },
        user: { id: anna.id },
        toRoom: { id: 12 },
        fieldValues: { firstName: 'Anna', lastName: 'Nowak', phone: '+48 90' },
        tasksValueMap: { 1: { pcType: 'Laptop' } },
      },
    ],
  } satisfies MoveBody);
  expect(localStorage.getItem('atrium.moves.draft.1.7')).toBe('null');
});

test('a file is laid out, says row by row what is wrong, and fills the list; a draft can be discarded', async () => {
  const calls = stubServer({
    ...answers,
    'POST /move/groups/preview': {
      body: {
        rows: 2,
        columns: [],
        mapping: { person: 0 },
        items: [
          {
            row: 2,
            user: { id: anna.id, name: anna.name, email: anna.email },
            type: { id: 2, name: 'Employee Move' },
            toRoom: rooms[1]!,
          },
        ],
        errors: [
          { row: 3, field: 'space', column: 'Ziel', message: '“9.99” is no space', problem: 'unknown' },
        ],
      },
    },
  });
  const { user } = await openApp('/moves/new?step=who');
  await user.click(await screen.findByRole('button', { name: 'From a file …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'People from a file' }));
  const csv = 'Wer;Ziel\nanna@northwind.example;2.02\nomar@northwind.example;9.99\n';
  await user.upload(dialog.getByLabelText('CSV file'), new File([csv], 'group.csv', { type: 'text/csv' }));
  expect(await dialog.findByText('Say which column names the people.')).toBeTruthy();
  expect(calls.some(({ path }) => path === '/move/groups/preview')).toBe(false);
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Person' }), 'Wer: anna@northwind.example');
  expect(await dialog.findByText('2 rows, 1 can be added, 1 with problems.')).toBeTruthy();
  expect(dialog.getByText('“9.99” is no space').closest('li')?.textContent).toContain('Row 3');
  await user.click(dialog.getByRole('button', { name: 'Add one person without the rest' }));
  expect(await (await grid()).findByRole('row', { name: /Anna Nowak.*2\.02/ })).toBeTruthy();

  const again = await reload('/moves/new?step=who');
  await again.user.click(await screen.findByRole('button', { name: 'Discard it' }));
  expect(await screen.findByText('Nobody is on the list yet')).toBeTruthy();
});

test('people who were chosen elsewhere come along once, in their order', async () => {
  const calls = stubServer({ ...answers, 'GET /users': { body: [anna, omar] } });
  const { router } = await openApp('/moves/new?step=who&people=91,90,404');
  expect(await screen.findByText(/One person could not be added/)).toBeTruthy();
  const rows = (await grid()).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('عمر'),
    expect.stringContaining('Anna'),
  ]);
  expect(router.state.location.search).toEqual({ step: 'who' });
  const reads = calls.map(({ path }) => path).filter((path) => /^\/users\b(?!\/me)/.test(path));
  expect(reads).toEqual(['/users?userId=91%2C90%2C404&limit=3']);
});
