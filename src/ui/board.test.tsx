import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { laidOut, settled } from './board-model.ts';
import { Board, type BoardCard, type BoardColumn, type BoardProps } from './board.tsx';
import { waiting } from './notify.ts';

const cardsOf = (columnId: string, count: number, from = 1): BoardCard[] =>
  Array.from({ length: count }, (_, at) => ({ id: `c${from + at}`, columnId, name: `Request ${from + at}` }));
const columnsOf = (cards: readonly BoardCard[]): BoardColumn[] =>
  ['New', 'Assigned', 'Waiting', 'Done'].map((title) => {
    const id = title.toLowerCase();
    return { id, title, count: cards.filter(({ columnId }) => columnId === id).length };
  });
const few = [...cardsOf('new', 3), ...cardsOf('assigned', 2, 4), ...cardsOf('done', 1, 6)];
const mayMove: BoardProps<BoardCard>['mayMove'] = (_, { id }) =>
  id === 'waiting' ? 'Nobody is asked.' : true;
const draw = ({ name }: BoardCard) => <b>{name}</b>;

function show(props: Partial<BoardProps<BoardCard>> = {}) {
  const given = { label: 'Requests', columns: columnsOf(few), cards: few, render: draw, ...props };
  function Host() {
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
    return (
      <MantineProvider env="test">
        <Board selected={selected} onSelect={setSelected} {...given} />
      </MantineProvider>
    );
  }
  render(<Host />);
  return userEvent.setup({ delay: null });
}
const card = (number: number, more = '') => screen.getByRole('button', { name: `Request ${number}${more}` });
const focusOn = (number: number) => act(() => card(number).focus());
const list = (name: string) => screen.getByRole('list', { name });
const inside = (name: string) =>
  within(list(name))
    .queryAllByRole('button', { name: /^Request/ })
    .map((one) => one.textContent);
const focused = () => document.activeElement?.getAttribute('aria-label');
const chosen = () => screen.queryAllByRole('button', { name: /, selected$/ }).map((one) => one.textContent);
const said = () => screen.getAllByRole('status')[0]!.textContent;

afterEach(() => waiting.set([]));

test('columns are lists with counts; of 500 cards few are drawn, and each knows its place', async () => {
  const onOpen = vi.fn();
  const many = [...cardsOf('new', 250), ...cardsOf('assigned', 250, 251)];
  const user = show({ cards: many, columns: columnsOf(many), onOpen });
  expect(inside('New, 250 cards').length).toBeLessThan(20);
  expect(list('New, 250 cards').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  focusOn(1);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('Request 3');
  await user.keyboard('{End}');
  expect(focused()).toBe('Request 250');
  const item = card(250).closest('li');
  expect([
    item?.ariaPosInSet ?? item?.getAttribute('aria-posinset'),
    item?.getAttribute('aria-setsize'),
  ]).toEqual(['250', '250']);
  await user.keyboard('{Home}{ArrowRight}{Enter}');
  expect(focused()).toBe('Request 251');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(many[250]);
  expect(list('New, 250 cards').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('keys pick up, hear what a column says, drop; a move that fails is back with a notice', async () => {
  let fail = (_reason: Error) => {};
  const onMove = vi.fn(() => new Promise((_, reject) => void (fail = reject)));
  const user = show({ onMove, mayMove });
  focusOn(1);
  await user.keyboard('m{ArrowRight}');
  expect(said()).toBe('Assigned');
  await user.keyboard('{ArrowRight}{Enter}');
  expect(said()).toBe('Nobody is asked. Nothing was moved.');
  await user.keyboard('{Escape}');
  expect(said()).toBe('Request 1: back in New');
  expect(onMove).not.toHaveBeenCalled();

  await user.keyboard('m{ArrowRight}{Enter}');
  expect(onMove).toHaveBeenCalledExactlyOnceWith(few[0], expect.objectContaining({ id: 'assigned' }));
  expect(inside('Assigned, 3 cards')).toEqual(['Request 1', 'Request 4', 'Request 5']);
  expect(inside('New, 2 cards')).toEqual(['Request 2', 'Request 3']);
  expect(focused()).toBe('Request 1, saving …');
  await act(async () => fail(new Error('Somebody else was faster.')));
  expect(inside('New, 3 cards')).toEqual(['Request 1', 'Request 2', 'Request 3']);
  expect(waiting.get()).toEqual([
    { message: 'Request 1: not moved to Assigned. Somebody else was faster.', tone: 'danger' },
  ]);
  expect(focused()).toBe('Request 1');
});

test('what is picked up goes back when the focus leaves', async () => {
  const onMove = vi.fn();
  const user = show({ onMove });
  focusOn(1);
  await user.keyboard('m{ArrowRight}{Tab}');
  expect(said()).toBe('Request 1: back in New');
  await user.keyboard('{Enter}');
  expect(onMove).not.toHaveBeenCalled();
});

test('clicks and keys choose several; the menu moves them together and says what refuses', async () => {
  const onMove = vi.fn();
  const onOpen = vi.fn();
  const user = show({ onMove, mayMove, onOpen });
  focusOn(1);
  await user.keyboard('x{Shift>}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual(['Request 1', 'Request 2']);
  await user.keyboard('{Escape}');
  expect(chosen()).toEqual([]);
  await user.keyboard('{Control>}');
  await user.click(card(1));
  await user.keyboard('{/Control}{Shift>}');
  await user.click(card(3));
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual(['Request 1', 'Request 2', 'Request 3']);
  expect(onOpen).not.toHaveBeenCalled();

  await user.click(screen.getByRole('button', { name: 'Actions for Request 2' }));
  screen.getByText('Move 3 cards to …');
  const refusing = screen.getByRole('menuitem', { name: /^Waiting ?Nobody is asked\.$/ });
  await user.click(refusing);
  expect(onMove).not.toHaveBeenCalled();
  await user.click(screen.getByRole('menuitem', { name: 'Done' }));
  expect(onMove.mock.calls.map(([{ id }, column]) => `${id} ${column.id}`)).toEqual([
    'c1 done',
    'c2 done',
    'c3 done',
  ]);
  expect(said()).toBe('3 cards: moved to Done');
  await waitFor(() => expect(focused()).toBe('Request 2, selected'));
});

test('a column asks once for its rest, and again after a failure', async () => {
  const onMore = vi.fn(async () => {
    throw new Error('offline');
  });
  const user = show({
    columns: columnsOf(few).map((one) => (one.id === 'done' ? { ...one, count: 9 } : one)),
    onMore,
  });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(onMore.mock.calls).toEqual([
    [expect.objectContaining({ id: 'done' })],
    [expect.objectContaining({ id: 'done' })],
  ]);
  expect(card(6).closest('li')?.getAttribute('aria-setsize')).toBe('9');
});

test('a narrow screen shows one column; a card that the menu moves away leaves the focus with the next', async () => {
  const wide = globalThis.matchMedia;
  globalThis.matchMedia = (query) => ({ ...wide(query), matches: query.includes('max-width') });
  try {
    const onMove = vi.fn(() => new Promise(() => {}));
    const onShow = vi.fn();
    const user = show({ onMove, onShow });
    expect(screen.getAllByRole('list').map((one) => one.getAttribute('aria-label'))).toEqual([
      'New, 3 cards',
    ]);
    await user.click(screen.getByRole('button', { name: 'Actions for Request 1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Assigned' }));
    expect(inside('New, 2 cards')).toEqual(['Request 2', 'Request 3']);
    await waitFor(() => expect(focused()).toBe('Request 2'));
    await user.click(screen.getByRole('button', { name: 'Assigned, 3 cards' }));
    expect(inside('Assigned, 3 cards')).toHaveLength(3);
    expect(onShow).toHaveBeenCalledExactlyOnceWith('assigned');
  } finally {
    globalThis.matchMedia = wide;
  }
});

test('every card of a known column is laid once, and the keys always have one to be at', () => {
  const columns = columnsOf([]);
  const ids = [...columns.map(({ id }) => id), 'unknown'];
  const column = fc.constantFrom(...ids);
  const place = fc.record({ id: fc.constantFrom('c0', 'c1', 'gone'), columnId: column, index: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(column, { maxLength: 8 }), column, fc.option(place), (placed, to, wished) => {
      const cards = placed.map((columnId, at) => ({ id: `c${at}`, columnId, name: '' }));
      const model = laidOut(columns, cards, new Map([['c0', to]]));
      const laid = model.columns.flatMap((one) => one.cards.map(({ id }) => id));
      const known = cards.filter(({ id, columnId }) => (id === 'c0' ? to : columnId) !== 'unknown');
      expect(laid.toSorted()).toEqual(known.map(({ id }) => id).toSorted());
      const active = settled(model, wished ?? undefined, undefined);
      expect(active === undefined ? laid.length === 0 : laid.includes(active)).toBe(true);
    }),
  );
});
