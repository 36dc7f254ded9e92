import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CheckIcon } from './icons.tsx';
import { Timeline } from './timeline.tsx';
import { TimelineList } from './timeline-list.tsx';
import type { TimelineBar, TimelineProps } from './timeline-types.ts';

const at = (time: string) => Date.parse(`2026-03-03T${time}:00Z`);
const state = { word: 'Confirmed', tone: 'info', icon: CheckIcon } as const;
const rows = [
  { id: 'r1', label: 'Room 1', sublabel: '4 seats', group: 'Floor 2' },
  { id: 'r2', label: 'Room 2', group: 'Floor 2' },
];
const bar = (id: string, rowId: string, start: string, end: string, more: Partial<TimelineBar> = {}) => ({
  id,
  rowId,
  title: id,
  start: at(start),
  end: at(end),
  state,
  editable: true,
  ...more,
});
const bars = [
  bar('Review', 'r1', '09:00', '10:00', { own: true }),
  bar('Board', 'r1', '11:00', '12:00', { editable: false }),
  bar('Stand-up', 'r2', '09:15', '09:30'),
];

function show(props: Partial<TimelineProps> = {}) {
  const given = {
    label: 'Bookings',
    corner: 'Spaces',
    day: '2026-03-03',
    timeZone: 'UTC',
    rows,
    bars,
    ...props,
  };
  const view = (more: Partial<TimelineProps> = {}) => (
    <MantineProvider env="test">
      <Timeline {...given} {...more} />
    </MantineProvider>
  );
  const { rerender } = render(view());
  return {
    user: userEvent.setup({ delay: null }),
    again: (more: Partial<TimelineProps>) => rerender(view(more)),
  };
}
const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name });
const said = () => screen.getByRole('status').textContent;
const focused = () => document.activeElement?.getAttribute('aria-label');

test('bars say what, when, where and how; the grid is one tab stop, and arrows walk bars and free slots', async () => {
  const onOpen = vi.fn();
  const { user } = show({ onOpen });
  cell('Review, yours, 09:00–10:00, Room 1, 4 seats, Confirmed');
  const grid = screen.getByRole('grid', { name: 'Bookings' });
  expect(
    within(grid)
      .getAllByRole('rowheader')
      .map((one) => one.textContent),
  ).toEqual(['Floor 2', 'Room 14 seats', 'Room 2']);
  expect(grid.querySelectorAll('[role=gridcell][tabindex="0"]')).toHaveLength(1);
  act(() => cell(/^Free, 08:00–08:30, Room 1/).focus());
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('Free, 08:30–09:00, Room 1, 4 seats');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toMatch(/^Review/);
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Free, 09:00–09:15, Room 2');
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onOpen).toHaveBeenCalledWith('Stand-up');
  await user.keyboard('{ArrowUp}{End}');
  expect(focused()).toBe('Free, 23:30–00:00, Room 1, 4 seats');
  expect(grid.querySelectorAll('[role=gridcell][tabindex="0"]')).toHaveLength(1);
});

test('keys move a bar in steps and between rows; it looks done until the answer, and goes back on failure', async () => {
  let fail = (_reason: Error) => {};
  const onMove = vi.fn(() => new Promise((_, reject) => void (fail = reject)));
  const { user } = show({ onMove });
  act(() => cell(/^Review/).focus());
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(said()).toBe('08:45–09:45, Room 1, 4 seats');
  await user.keyboard('{ArrowDown}');
  expect(said()).toBe('08:45–09:45, Room 2. Clashes with Stand-up');
  await user.keyboard('{Enter}');
  expect(said()).toBe('Clashes with Stand-up. Nothing was changed.');
  expect(onMove).not.toHaveBeenCalled();
  await user.keyboard('{ArrowRight>3/}{Enter}');
  expect(onMove).toHaveBeenCalledExactlyOnceWith('Review', 'r2', at('09:30'), at('10:30'));
  expect(said()).toBe('Moved to 09:30–10:30, Room 2');
  expect(focused()).toBe('Review, yours, 09:30–10:30, Room 2, Confirmed');
  await act(async () => fail(new Error('the network')));
  await waitFor(() => expect(said()).toBe('That was not saved. Back to 09:00–10:00, Room 1, 4 seats'));
  expect(focused()).toBe('Review, yours, 09:00–10:00, Room 1, 4 seats, Confirmed');
});

test('Escape and leaving take back what is picked up; what may not move is not picked up', async () => {
  const onMove = vi.fn();
  const { user } = show({
    onMove,
    refuse: ({ start }) => (start < at('09:00') ? 'Closed before nine' : undefined),
  });
  act(() => cell(/^Review/).focus());
  await user.keyboard('m');
  expect(said()).toMatch(/^Review is picked up/);
  await user.keyboard('{ArrowLeft}');
  expect(said()).toBe('08:45–09:45, Room 1, 4 seats. Closed before nine');
  await user.keyboard('{Escape}');
  expect(said()).toBe('Taken back to 09:00–10:00, Room 1, 4 seats');
  await user.keyboard('m{ArrowRight}');
  act(() => cell(/^Board/).focus());
  expect(said()).toBe('Taken back to 09:00–10:00, Room 1, 4 seats');
  await user.keyboard('m{Alt>}{ArrowRight}{/Alt}{Enter}');
  expect(said()).toBe('Taken back to 09:00–10:00, Room 1, 4 seats');
  expect(onMove).not.toHaveBeenCalled();
});

test('Shift with the arrows makes a bar or a free slot longer; Enter saves', async () => {
  const onResize = vi.fn();
  const onCreate = vi.fn();
  const { user } = show({ onResize, onCreate });
  act(() => cell(/^Review/).focus());
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Enter}');
  expect(onResize).toHaveBeenCalledExactlyOnceWith('Review', at('09:00'), at('10:15'));
  await user.keyboard('{ArrowRight}');
  expect(focused()).toMatch(/^Free, 10:00–10:30/);
  await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
  // Board begins at eleven.
  expect(said()).toBe('Chosen 10:00–11:00');
  await user.keyboard('{Enter}');
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('r1', at('10:00'), at('11:00'));
});

test('what is created is there at once, and the focus is on what comes of it', async () => {
  let done = () => {};
  const onCreate = vi.fn(() => new Promise<void>((resolve) => void (done = resolve)));
  const { user, again } = show({ onCreate });
  act(() => cell(/^Free, 08:00/).focus());
  await user.keyboard('{Enter}');
  expect(focused()).toBe('New, yours, 08:00–08:30, Room 1, 4 seats, Saving …');
  await act(async () => done());
  again({ onCreate, bars: [...bars, bar('Lunch', 'r1', '08:00', '08:30')] });
  expect(said()).toBe('Created 08:00–08:30, Room 1, 4 seats');
  expect(focused()).toBe('Lunch, 08:00–08:30, Room 1, 4 seats, Confirmed');
});

test('a week of one space: rows are days, and moving between them keeps the clock', async () => {
  const onMove = vi.fn();
  const week = ['2026-03-28', '2026-03-29'].map((day) => ({ id: day, label: day, day }));
  const start = Date.parse('2026-03-28T09:00:00Z');
  const one = { ...bar('Review', '2026-03-28', '09:00', '10:00'), start, end: start + 3_600_000 };
  const { user } = show({ onMove, timeZone: 'Europe/Berlin', rows: week, bars: [one] });
  act(() => cell('Review, 10:00–11:00, 2026-03-28, Confirmed').focus());
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Enter}');
  const moved = Date.parse('2026-03-29T08:00Z');
  expect(onMove).toHaveBeenCalledExactlyOnceWith('Review', '2026-03-29', moved, moved + 3_600_000);
});

test('right to left, the arrows point where they lead', async () => {
  document.documentElement.dir = 'rtl';
  const { user } = show();
  act(() => cell(/^Free, 08:00/).focus());
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toMatch(/^Free, 08:30/);
  document.documentElement.dir = 'ltr';
});

test('of thousands of rows few are in the page; loading and nothing have their looks', () => {
  const many = Array.from({ length: 3000 }, (_, n) => ({ id: `${n}`, label: `Room ${n}` }));
  const { again } = show({ rows: many, bars: [] });
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  again({ loading: true });
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
  again({ rows: [], loading: false, empty: <p>No space yet</p> });
  screen.getByText('No space yet');
});

test('the list has the same in words, and what is free can be taken', async () => {
  const user = userEvent.setup({ delay: null });
  const [onCreate, onOpen] = [vi.fn(), vi.fn()];
  const closed = [
    { start: at('00:00'), end: at('08:00') },
    { start: at('18:00'), end: at('24:00') },
  ];
  render(
    <MantineProvider env="test">
      <TimelineList
        label="Bookings"
        day="2026-03-03"
        timeZone="UTC"
        {...{ rows, bars, closed, onCreate, onOpen }}
      />
    </MantineProvider>,
  );
  const first = within(screen.getAllByRole('listitem')[0]!);
  expect(first.getAllByRole('button').map((one) => one.textContent)).toEqual([
    'Free 08:00–09:00',
    '09:00–10:00ReviewConfirmed',
    'Free 10:00–11:00',
    '11:00–12:00BoardConfirmed',
    'Free 12:00–18:00',
  ]);
  await user.click(first.getByRole('button', { name: /Board/ }));
  expect(onOpen).toHaveBeenCalledWith('Board');
  await user.click(first.getByRole('button', { name: 'Free 12:00–18:00, Room 1: new' }));
  expect(onCreate).toHaveBeenCalledWith('r1', at('12:00'), at('12:30'));
});
