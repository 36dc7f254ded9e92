import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MovePreview } from '#contract/move-effect.ts';
import type { MoveItemTask } from '#contract/moves-work.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { moveAnswers, moveOf, rooms, taskLineOf } from '#src/directory/test-moves.ts';
// Compiled before any clock runs.
import './list-page.tsx';
import './move-page.tsx';
import './labels-page.tsx';

afterEach(() => vi.unstubAllGlobals());

const manager = {
  ...someone,
  permissions: [
    {
      role: 'MANAGER' as const,
      center: { id: 3, name: 'Move Center', module: 'move' as const, code: 'MOV' },
    },
  ],
};
const nothing = { assets: [], parcels: [], bookings: [], loans: [], reports: [], approvals: [] };
const preview: MovePreview = {
  id: 7,
  mayEffect: false,
  conflicts: [{ item: 1, kind: 'target-full', blocks: true, message: '2.01 has two places.' }],
  items: [
    {
      ...nothing,
      id: 31,
      kind: 'move',
      mailStop: { before: null, after: { id: 1, name: 'North' } },
      assets: [{ id: 4, name: 'Monitor', how: 'with-owner', before: {}, after: {} }],
    },
  ],
  choices: [],
};

/** A server that keeps where the move stands. */
function server(more: Answers = {}) {
  let move = moveOf(7, 'pen', ['edit', 'approve', 'reject', 'remove', 'tasks']);
  let line: MoveItemTask = taskLineOf(move);
  return stubServer({
    ...moveAnswers,
    'GET /users/me': { body: manager },
    'GET /move/requests': () => ({ body: [move] }),
    'GET /move/requests/count': { body: { count: 1 } },
    'GET /move/requests/7': () => ({ body: move }),
    'GET /move/requests/7/preview': { body: preview },
    'GET /move/checklist': () => ({ body: [line] }),
    'POST /move/requests/7/approve': () => {
      move = moveOf(7, 'apr', ['reopen', 'start', 'tasks']);
      return { body: move };
    },
    'POST /move/requests/7/reopen': () => {
      move = moveOf(7, 'pen', ['edit', 'approve', 'reject', 'remove', 'tasks']);
      return { body: move };
    },
    'PUT /move/items/31/tasks/1': ({ body }) => {
      line = { ...line, done: (body as { done: boolean }).done };
      return { body: line };
    },
    ...more,
  });
}
const sent = (calls: readonly Call[], path: string) => calls.filter((call) => call.path === path);

test('a move says what speaks against it and what it will change; approved it is locked, and can be re-opened', async () => {
  const calls = server();
  const { user } = await openApp('/moves');
  await user.click(await screen.findByRole('row', { name: /Marketing goes upstairs.*Waits for approval/ }));
  const conflicts = within(await screen.findByRole('region', { name: 'Conflicts' }));
  expect(conflicts.getByText('عمر الفاروق')).toBeTruthy();
  const row = await screen.findByRole('row', { name: /Anna Nowak.*2\.03.*2\.01/ });
  expect(row.textContent).toContain('Mail stop North · 1 asset');
  await user.click(row);
  const panel = within(await screen.findByRole('complementary', { name: 'Details' }));
  expect(panel.getByText('none → North')).toBeTruthy();
  expect(panel.getByText('Monitor goes along')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Approve' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Approve with a conflict?' }));
  await user.click(dialog.getByRole('button', { name: 'Approve all the same' }));
  expect((await screen.findByRole('note')).textContent).toContain('Approved by Anna Nowak');
  expect(screen.queryByRole('link', { name: 'Change' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Re-open' }));
  expect(await screen.findByRole('link', { name: 'Change' })).toBeTruthy();
  expect(screen.queryByRole('note')).toBeNull();
  expect(sent(calls, '/move/requests/7/reopen')).toHaveLength(1);
});

test('a line of the checklist is ticked off, and counted', async () => {
  const calls = server();
  const { user } = await openApp('/moves/7');
  const list = within(await screen.findByRole('region', { name: 'Checklist' }));
  expect(await list.findByText('PC Type: Laptop')).toBeTruthy();
  await user.click(list.getByRole('checkbox', { name: 'Network Services: Anna Nowak' }));
  expect(await list.findByText('1 of 1 done')).toBeTruthy();
  expect(sent(calls, '/move/items/31/tasks/1')[0]?.body).toEqual({ done: true });
});

test('who works on a move writes to its people, and is told how many get it', async () => {
  const calls = server({ 'POST /move/requests/7/messages': { status: 201, body: { people: 2 } } });
  const { user } = await openApp('/moves/7');
  await user.click(await screen.findByRole('button', { name: 'Write to people …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Write to the people of this move' }));
  await user.click(dialog.getByRole('button', { name: 'Send message' }));
  expect(await dialog.findByText('Say something first.')).toBeTruthy();
  await user.selectOptions(dialog.getByRole('combobox', { name: 'To' }), 'Who moves');
  await user.type(dialog.getByRole('textbox', { name: 'Message' }), 'Boxes on Thursday');
  await user.click(dialog.getByRole('button', { name: 'Send message' }));
  expect(await screen.findByText('The message goes to 2 people')).toBeTruthy();
  expect(sent(calls, '/move/requests/7/messages').map(({ body }) => body)).toEqual([
    { text: 'Boxes on Thursday', to: 'movees' },
  ]);
});

test('a rejection asks why, and shows why it is refused', async () => {
  const calls = server({
    'POST /move/requests/7/reject': refusal(400, 'validation', 'note must say why', 'note'),
  });
  const { user } = await openApp('/moves/7');
  await user.click(await screen.findByRole('button', { name: 'Reject' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject this move?' }));
  await user.click(dialog.getByRole('button', { name: 'Reject' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('note must say why');
  expect(sent(calls, '/move/requests/7/reject')).toHaveLength(1);
});

test('filters stand in the address and in what is asked; what waits for me is one of them', async () => {
  const calls = server();
  const { user, router } = await openApp('/moves');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Status' }), 'Rejected');
  await waitFor(() => expect(calls.some(({ path }) => path.includes('statusCode=0'))).toBe(true));
  await user.click(await screen.findByRole('link', { name: /Waits for me/ }));
  expect(router.state.location.search).toMatchObject({ view: 'approve' });
  await waitFor(() =>
    expect(calls.some(({ path }) => /toApprove=true.*/.test(path) && path.includes('statusCode=0'))).toBe(
      true,
    ),
  );
});

test('labels for every box, and placards with those who will sit behind the door', async () => {
  server({
    'GET /users': {
      body: [
        { id: 90, name: 'Anna Nowak', room: { id: 13 } },
        { id: 55, name: 'Bora Tas', room: { id: rooms[0]!.id } },
      ],
    },
  });
  const { user } = await openApp('/moves/7/labels?boxes=2');
  expect((await screen.findAllByRole('article', { name: 'Anna Nowak' })).length).toBe(2);
  expect(screen.getAllByText('2 / 2')).toHaveLength(2);
  await user.click(screen.getByRole('radio', { name: 'Door placards' }));
  const door = await screen.findByRole('article', { name: '2.01' });
  for (const name of ['Anna Nowak', 'Bora Tas', 'عمر الفاروق']) expect(door.textContent).toContain(name);
});
