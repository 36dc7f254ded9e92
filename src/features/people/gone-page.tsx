import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { DeactivatedPerson } from '#contract/people.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { goneColumns, GoneCard } from './gone-columns.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import classes from './people.module.css';
import { goneCountOptions, goneOptions } from './queries.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import type { GoneSearch } from './search.ts';
import { useLivePeople } from './use-live-people.ts';

type Props = {
  search: GoneSearch;
  onSearch: (search: GoneSearch) => void;
  onBack: (id: number) => void;
};
const NOBODY: DeactivatedPerson[] = [];

/** Who was deactivated, when and by whom, and the way back. For site administrators. */
export function GonePage({ search: { find }, onSearch, onBack }: Props) {
  useLivePeople();
  const list = useInfiniteQuery(goneOptions(find));
  const { data: count } = useQuery(goneCountOptions(find));
  const rows = useMemo(() => list.data?.pages.flat() ?? NOBODY, [list.data]);
  const [asked, setAsked] = useState<DeactivatedPerson>();
  const columns = useMemo(() => goneColumns(setAsked), []);
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({
    '/': () => box.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
  });
  return (
    <Page title={m.people_gone_title()} count={count} layout="fill">
      <PeopleTabs current="gone" keys={m.people_gone_keys()} />
      <div className={classes.filters} role="search" aria-label={m.people_gone_find()}>
        <SearchField
          label={m.people_gone_find()}
          placeholder={m.people_gone_find_hint()}
          value={find ?? ''}
          box={box}
          className={classes.search}
          onChange={(text) => onSearch(text ? { find: text } : {})}
        />
      </div>
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.people_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          label={m.people_gone_title()}
          rows={rows}
          rowCount={count}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowLabel={({ name }) => name}
          onOpen={setAsked}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(person) => <GoneCard person={person} />}
          empty={
            find ? (
              <EmptyState
                icon={<SearchIcon size={22} />}
                title={m.people_none_found()}
                action={
                  <Button variant="default" onClick={() => onSearch({})}>
                    {m.people_clear()}
                  </Button>
                }
              >
                {m.people_gone_none_text()}
              </EmptyState>
            ) : (
              <EmptyState icon={<PeopleIcon size={22} />} title={m.people_gone_empty()}>
                {m.people_gone_empty_text()}
              </EmptyState>
            )
          }
        />
      )}
      {asked && (
        <RestoreDialog
          person={asked}
          onClose={() => {
            setAsked(undefined);
            focusGrid();
          }}
          onBack={onBack}
        />
      )}
    </Page>
  );
}
