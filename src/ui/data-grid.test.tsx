import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { DataGrid, type DataGridProps, type GridColumn } from './data-grid.tsx';

type Row = { id: number; name: string };
const people = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Person ${id}` }));
const columns: GridColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortable: true },
  { id: 'link', header: 'Link', cell: ({ id }) => <a href={`#${id}`}>open {id}</a> },
];

function show(props: Partial<DataGridProps<Row>> = {}) {
  const seen = { selection: new Set<string>() as ReadonlySet<string> };
  function Host() {
    const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
    seen.selection = selection;
    return (
      <DataGrid
        label="People"
        rows={TEN}
        columns={columns}
        rowId={({ id }) => String(id)}
        rowLabel={({ name }) => name}
        selection={selection}
        onSelectionChange={setSelection}
        {...props}
      />
    );
  }
  return { ...render(<Host />), user: userEvent.setup(), chosen: () => [...seen.selection].map(Number) };
}
const TEN = people(10);
const row = (at: number) => screen.getByRole('row', { name: new RegExp(`Person ${at}\\b`) });

test('a hundred thousand rows: few in the page, all counted', () => {
  show({ rows: people(100_000) });
  const grid = screen.getByRole('grid', { name: 'People' });
  expect(grid.getAttribute('aria-rowcount')).toBe('100001');
  expect(grid.getAttribute('aria-colcount')).toBe('3');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(row(0).getAttribute('aria-rowindex')).toBe('2');
});

test('one tab stop; arrows, Home and End move it; Enter opens', async () => {
  const onOpen = vi.fn();
  const { user } = show({ onOpen });
  expect(screen.getAllByRole('row').filter((one) => one.tabIndex === 0)).toEqual([row(0)]);
  row(0).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(row(1));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(row(9));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onOpen.mock.calls).toEqual([[TEN[9]]]);
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(row(0));
  expect(screen.getAllByRole('row').filter((one) => one.tabIndex === 0)).toEqual([row(0)]);
});

test('the focus survives the way to the end of a long list', async () => {
  const { user } = show({ rows: people(100_000) });
  row(0).focus();
  await user.keyboard('{End}');
  expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('100001');
});

test('Space selects, Shift extends, Ctrl+A takes all, Escape none', async () => {
  const { user, chosen } = show();
  row(0).focus();
  await user.keyboard('{ArrowDown} ');
  expect(chosen()).toEqual([1]);
  expect(row(1).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual([1, 2, 3]);
  await user.keyboard(' ');
  expect(chosen()).toEqual([1, 2]);
  await user.keyboard('{Control>}a{/Control}');
  expect(chosen()).toHaveLength(10);
  await user.keyboard('{Escape}');
  expect(chosen()).toEqual([]);
});

test('boxes select, with Shift everything between, and the header box all or none', async () => {
  const { user, chosen } = show();
  await user.click(screen.getByRole('checkbox', { name: 'Select Person 2' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('checkbox', { name: 'Select Person 5' }));
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual([2, 3, 4, 5]);
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all rows' });
  expect(all.indeterminate).toBe(true);
  await user.click(all);
  expect(chosen()).toHaveLength(10);
  expect(all.checked).toBe(true);
  await user.click(all);
  expect(chosen()).toEqual([]);
});

test('a click opens; a click on a link or with Ctrl does not', async () => {
  const onOpen = vi.fn();
  const { user, chosen } = show({ onOpen });
  await user.click(within(row(3)).getByRole('link'));
  await user.keyboard('{Control>}');
  await user.click(screen.getByText('Person 4'));
  await user.keyboard('{/Control}');
  expect(onOpen).not.toHaveBeenCalled();
  expect(chosen()).toEqual([4]);
  await user.click(screen.getByText('Person 3'));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(TEN[3]);
});

test('headings sort, turn the order round, and say which it is', async () => {
  const onSort = vi.fn();
  const { user, rerender } = show({ onSort });
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(onSort).toHaveBeenLastCalledWith({ id: 'name', desc: false });
  rerender(
    <DataGrid
      label="People"
      rows={TEN}
      columns={columns}
      rowId={({ id }) => String(id)}
      sort={{ id: 'name', desc: false }}
      onSort={onSort}
    />,
  );
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: 'Link' }).hasAttribute('aria-sort')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(onSort).toHaveBeenLastCalledWith({ id: 'name', desc: true });
});

test('more is asked for once near the end, and not while the reader is far from it', () => {
  const near = vi.fn();
  const far = vi.fn();
  const { rerender } = show({ hasMore: true, onEndReached: near });
  expect(near).toHaveBeenCalledOnce();
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('-1');
  rerender(
    <DataGrid
      label="People"
      rows={people(1000)}
      columns={columns}
      rowId={({ id }) => String(id)}
      hasMore
      onEndReached={far}
    />,
  );
  expect(far).not.toHaveBeenCalled();
});

test('loading shows that it loads; nothing at all shows what belongs here', () => {
  const { unmount } = show({ loading: true, rows: [], empty: <p>Nobody yet</p> });
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
  expect(screen.queryByText('Nobody yet')).toBeNull();
  unmount();
  show({ rows: [], empty: <p>Nobody yet</p> });
  expect(screen.getByText('Nobody yet')).toBeTruthy();
});

test('a narrow screen gets cards, with the same keys', async () => {
  const wide = globalThis.matchMedia;
  globalThis.matchMedia = ((query: string) => ({ ...wide(query), matches: true })) as typeof matchMedia;
  const { user, chosen } = show({ card: ({ name }) => <strong>{name} as a card</strong> });
  globalThis.matchMedia = wide;
  expect(screen.getByText('Person 1 as a card')).toBeTruthy();
  expect(screen.queryByRole('columnheader')).toBeNull();
  row(0).focus();
  await user.keyboard('{ArrowDown} ');
  expect(chosen()).toEqual([1]);
});
