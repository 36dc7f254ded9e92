import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import * as m from '#messages';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { DataGrid, type DataGridProps } from './data-grid.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorIcon, SearchIcon } from './icons.tsx';
import classes from './record-list.module.css';
import { SplitView } from './split-view.tsx';
import { useViewKeys } from './use-view-keys.ts';

/** What an infinite query knows of its pages. */
type Listing<T> = {
  data: { pages: readonly (readonly T[])[] } | undefined;
  error: Error | null;
  isPending: boolean;
  hasNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: (options: { cancelRefetch: boolean }) => unknown;
};
type Props<T> = Pick<DataGridProps<T>, 'label' | 'columns' | 'card' | 'rowLabel'> & {
  /** The rows of the listing in one array, kept stable between renders. */
  rows: readonly T[];
  listing: Listing<T>;
  count: number | undefined;
  search: RecordSearch;
  onSearch: (search: RecordSearch, replace?: boolean) => void;
  searchLabel: string;
  searchHint: string;
  failedTitle: string;
  notFound: { title: (search: string) => string; text: string };
  /** Where there is nothing at all. */
  empty: ReactNode;
  /** Details of the open record. */
  panel: ReactNode;
};
const PAUSE = 250;

/** A list of records with its search, its order and the open record beside it, all kept in the address. */
export function RecordList<T extends { id: number }>(props: Props<T>) {
  const { rows, listing, search, onSearch, notFound } = props;
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.search ?? '');
  const find = useDebouncedCallback((typed: string) => {
    const { search: _before, open: _open, ...rest } = search;
    onSearch({ ...rest, ...(typed.trim() && { search: typed.trim() }) }, true);
  }, PAUSE);
  useViewKeys({ '/': () => box.current?.focus() });
  return (
    <>
      <div className={classes.top}>
        <TextInput
          ref={box}
          type="search"
          size="xs"
          aria-label={props.searchLabel}
          placeholder={props.searchHint}
          leftSection={<SearchIcon size={15} />}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            find(event.currentTarget.value);
          }}
        />
      </div>
      <SplitView panel={props.panel}>
        {listing.error && rows.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={props.failedTitle}
            action={<Button onClick={() => void listing.refetch()}>{m.shell_try_again()}</Button>}
          >
            {listing.error.message}
          </EmptyState>
        ) : (
          <DataGrid
            label={props.label}
            rows={rows}
            columns={props.columns}
            rowId={({ id }) => String(id)}
            {...(props.rowLabel && { rowLabel: props.rowLabel })}
            {...(props.card && { card: props.card })}
            rowCount={props.count}
            sort={{ id: search.sort ?? 'name', desc: search.desc ?? false }}
            onSort={({ id, desc }) => {
              const { desc: _before, ...rest } = search;
              onSearch({ ...rest, sort: id, ...(desc && { desc: true as const }) }, true);
            }}
            onOpen={({ id }) => onSearch({ ...search, open: id }, typeof search.open === 'number')}
            currentId={typeof search.open === 'number' ? String(search.open) : undefined}
            loading={listing.isPending}
            hasMore={listing.hasNextPage}
            onEndReached={() => void listing.fetchNextPage({ cancelRefetch: false })}
            empty={
              search.search ? (
                <EmptyState icon={<SearchIcon size={22} />} title={notFound.title(search.search)}>
                  {notFound.text}
                </EmptyState>
              ) : (
                props.empty
              )
            }
          />
        )}
      </SplitView>
    </>
  );
}
