import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MoveCard } from '#contract/moves-board.ts';
import type { MoveItemTask } from '#contract/moves-work.ts';
import type { MoveStatusCode } from '#contract/moves.ts';
import { type Answers, type Call, openApp, someone, stubServer } from '#src/app/test-support.tsx';
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

/** A server that has these moves. */
function server(cards: MoveCard[], more: Answers = {}) {
  return stubServer({
    ...moveAnswers,
    'GET /users/me': { body: mover },
    'GET /move/board': () => ({
      body: {
        cards,
        counts: Object.fromEntries(
          codes.map((code) => [code, cards.filter(({ status }) => status === code).length]),
        ),
      },
    }),
    ...more,
  });
}
const writes = (calls: readonly Call[]) => calls.filter(({ method }) => method !== 'GET');

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
  // Four weeks and a bit from Monday the 29th of March, without what was turned down.
  const asked = new URLSearchParams(
    calls.findLast(({ path }) => path.startsWith('/move/board'))!.path.split('?')[1],
  );
  expect(asked.get('statusCode')).toBe('pen,apr,sub,don');
  expect(Number(asked.get('from'))).toBe(Date.parse('2027-03-28T22:00:00Z'));
  expect(Number(asked.get('until'))).toBe(Date.parse('2027-05-02T22:00:00Z'));
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
