import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MoveCard } from '#contract/moves-board.ts';
import type { MoveItemTask } from '#contract/moves-work.ts';
import type { MoveStatusCode } from '#contract/moves.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { anna, moveAnswers, moveOf, taskLineOf } from '#src/directory/test-moves.ts';
// Compiled before any clock runs.
import '#src/features/move-requests/move-page.tsx';
import '#src/ui/notices.tsx';
import './board-page.tsx';
import './calendar-page.tsx';
import './tasks-page.tsx';

afterEach(() => vi.unstubAllGlobals());

const mover = {
  ...someone,
  permissions: [
    {
      role: 'MANAGER' as const,
      center: { id: 3, name: 'Move Center', module: 'move' as const, code: 'MOV' },
    },
  ],
};
const card = (id: number, status: MoveStatusCode, more: Partial<MoveCard> = {}): MoveCard => ({
  id,
  description: `Team ${id} goes upstairs`,
  status,
  approved: status === 'apr',
  date: Date.parse('2027-03-02T23:30:00Z'),
  requester: anna,
  items: 5,
  people: 5,
  names: ['Anna Nowak', 'عمر الفاروق', 'Ola'],
  from: ['Getijhuis'],
  to: ['Havenkantoor'],
  tasks: { total: 4, done: 1 },
  conflicts: 0,
  failed: false,
  dateUpdated: 1,
  ...more,
});
const codes = ['pen', 'apr', 'sub', 'don', '0'] as const;

/** A server that keeps where each move stands, and in which each status is a step away. */
function server(cards: MoveCard[], more: Answers = {}) {
  let known = cards;
  const step = (id: number, status: MoveStatusCode) => () => {
    known = known.map((one) => (one.id === id ? { ...one, status } : one));
    return { body: moveOf(id, status, []) };
  };
  const steps = cards.flatMap(({ id }): [string, Answers[string]][] => [
    [`POST /move/requests/${id}/approve`, step(id, 'apr')],
    [`POST /move/requests/${id}/reopen`, step(id, 'pen')],
    [`POST /move/requests/${id}/reject`, step(id, '0')],
  ]);
  return stubServer({
    ...moveAnswers,
    'GET /users/me': { body: mover },
    'GET /move/board': () => ({
      body: {
        cards: known,
        counts: Object.fromEntries(
          codes.map((code) => [code, known.filter(({ status }) => status === code).length]),
        ),
      },
    }),
    ...Object.fromEntries(steps),
    ...more,
  });
}
const writes = (calls: readonly Call[]) => calls.filter(({ method }) => method !== 'GET');
const column = (name: RegExp) => screen.findByRole('list', { name });
/** Picks the card up, takes it so many columns on, and drops it. */
async function carry(columns: number, user: Awaited<ReturnType<typeof openApp>>['user']) {
  const found = await screen.findByRole('button', { name: /^Team 1 goes upstairs #1/ });
  act(() => found.focus());
  await user.keyboard('m');
  await screen.findByText(/picked up/);
  for (let step = 0; step < columns; step += 1)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await user.keyboard('{ArrowRight}');
  await user.keyboard('{Enter}');
}

test('a card goes to another status, what the server refuses goes back with its sentence', async () => {
  const why = 'This move has not been approved yet. Approve it first.';
  const calls = server([card(1, 'pen')], {
    'POST /move/requests/1/start': refusal(409, 'move.not-approved', why),
  });
  const { user } = await openApp('/moves/board');
  expect(await screen.findByText('Getijhuis → Havenkantoor')).toBeTruthy();
  await carry(2, user);
  expect((await screen.findAllByText(new RegExp(why))).length).toBeGreaterThan(0);
  expect(within(await column(/^Waits for approval, 1 card/)).getByText('Team 1 goes upstairs')).toBeTruthy();

  await carry(1, user);
  await column(/^Approved, 1 card/);
  // Done comes of itself: no call is made.
  await carry(2, user);
  expect((await screen.findAllByText(/A move is done when it has taken effect/)).length).toBeGreaterThan(0);
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await column(/^Waits for approval, 1 card/);
  expect(writes(calls).map(({ path }) => path.split('/').at(-1))).toEqual(['start', 'approve', 'reopen']);
});

test('a rejection asks why, and what speaks against a move is read before it is approved', async () => {
  const calls = server([card(1, 'pen', { conflicts: 1 })], {
    'GET /move/requests/1/conflicts': {
      body: { conflicts: [{ kind: 'target-full', blocks: true, message: '2.01 has two places.' }] },
    },
  });
  const { user } = await openApp('/moves/board');
  expect(await screen.findByText('1 conflict')).toBeTruthy();
  await carry(1, user);
  const approve = within(await screen.findByRole('dialog', { name: 'Approve with a conflict?' }));
  expect(await approve.findByText('2.01 has two places.')).toBeTruthy();
  await user.click(approve.getByRole('button', { name: 'Cancel' }));
  await column(/^Waits for approval, 1 card/);

  await carry(4, user);
  const reject = within(await screen.findByRole('dialog', { name: 'Reject this move?' }));
  await user.type(reject.getByRole('textbox', { name: 'Why' }), 'No room');
  await user.click(reject.getByRole('button', { name: 'Reject' }));
  await column(/^Rejected, 1 card/);
  expect(writes(calls).map(({ body }) => body)).toEqual([{ note: 'No room' }]);
});

test('filters are asked of the server and stand in the address', async () => {
  const calls = server([]);
  const { user, router } = await openApp('/moves/board?from=2027-03-01&until=2027-03-31');
  await user.click(await screen.findByRole('button', { name: 'Waits for me' }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ toApprove: true }));
  // The last day is one of summer time in Warsaw.
  const days = `from=${Date.parse('2027-02-28T23:00Z')}&until=${Date.parse('2027-03-31T22:00Z')}`;
  await waitFor(() =>
    expect(calls.map(({ path }) => path)).toContain(`/move/board?toApprove=true&${days}&limit=100`),
  );
});

test('the calendar is walked by keys, by the days of the organisation', async () => {
  const calls = server([card(1, 'pen', { conflicts: 2 }), card(2, 'apr'), card(3, 'don', { people: 1 })]);
  const { user, router } = await openApp('/moves/calendar?date=2027-03-01');
  const grid = within(await screen.findByRole('grid', { name: 'March 2027' }));
  // 23:30 in London is the next day in Warsaw.
  const third = await grid.findByRole('gridcell', {
    name: /Mar 3, 2027: 3 moves, 11 people, 2 conflicts/,
  });
  expect(grid.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
  grid.getByRole('gridcell', { name: /Mar 1, 2027/ }).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  await waitFor(() => expect(document.activeElement).toBe(third));
  await user.keyboard('{Enter}');
  const link = within(screen.getByRole('region', { name: /Mar 3, 2027/ })).getAllByRole('link')[0]!;
  expect(document.activeElement).toBe(link);
  third.focus();
  await user.keyboard('{PageDown}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ date: '2027-04-03' }));
  const april = within(await screen.findByRole('grid', { name: 'April 2027' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(april.getByRole('gridcell', { name: /Apr 3, 2027/ })),
  );
  // Five weeks from Sunday the 28th of March, as weeks are in the browser's region, without what was turned down.
  const asked = new URLSearchParams(
    calls.findLast(({ path }) => path.startsWith('/move/board'))!.path.split('?')[1],
  );
  expect(asked.get('statusCode')).toBe('pen,apr,sub,don');
  expect(Number(asked.get('from'))).toBe(Date.parse('2027-03-27T23:00:00Z'));
  expect(Number(asked.get('until'))).toBe(Date.parse('2027-05-01T22:00:00Z'));
});

test('a task is ticked off and opened again', async () => {
  let line: MoveItemTask = taskLineOf(moveOf(7, 'apr', ['tasks']));
  const shown = ({ path }: Call) => {
    const done = new URLSearchParams(path.split('?')[1]).get('done');
    return done === null || done === String(line.done) ? [line] : [];
  };
  const calls = server([], {
    'GET /move/checklist': (call) => ({ body: shown(call) }),
    'GET /move/checklist/count': (call) => ({ body: { count: shown(call).length } }),
    'PUT /move/items/31/tasks/1': ({ body }) => {
      line = { ...line, ...(body as { done: boolean }), doneBy: anna };
      return { body: line };
    },
  });
  const { user } = await openApp('/moves/tasks');
  await user.click(await screen.findByRole('checkbox', { name: 'Network Services: Anna Nowak' }));
  expect(await screen.findByText('Nothing is left to do')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('checkbox', { name: 'Network Services: Anna Nowak' })).toBeTruthy();
  expect(writes(calls).map(({ body }) => body)).toEqual([{ done: true }, { done: false }]);
});
