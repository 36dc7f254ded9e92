import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { User } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { API } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { DownloadIcon } from '#src/ui/desk-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { SplitView } from '#src/ui/split-view.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { peopleColumns, PhoneCard } from './people-columns.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { PersonPanel } from './person-panel.tsx';
import { countOptions, peopleOptions } from './queries.ts';
import { changed, parametersOf, type PeopleSearch, sortNames } from './search.ts';
import { useLivePeople } from './use-live-people.ts';

type Props = { search: PeopleSearch; onSearch: (search: PeopleSearch, replace?: boolean) => void };
const NOBODY: User[] = [];

/** Everybody in the organisation: type a few letters of anything about them. */
export function PeoplePage({ search, onSearch }: Props) {
  const { person: openId, ...filters } = search;
  const me = useMe();
  useLivePeople();
  const list = useInfiniteQuery(peopleOptions(filters));
  const { data: count } = useQuery(countOptions(filters));
  const rows = useMemo(() => list.data?.pages.flat() ?? NOBODY, [list.data]);
  const columns = useMemo(() => peopleColumns(), []);
  const box = useRef<HTMLInputElement>(null);
  // By id, so that one may look for the next while the first stay chosen.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const moves = uses(me, 'moves');
  const filtered = Object.values(parametersOf(filters)).some((value) => value !== undefined);
  const open = (person: number | undefined, replace = false) =>
    onSearch(changed(search, { person }), replace);

  useViewKeys({
    '/': () => box.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
  });

  return (
    <Page
      title={m.people_title()}
      count={count}
      layout="fill"
      actions={
        <>
          <Button
            component="a"
            href={API + withQuery('/users.csv', parametersOf(filters))}
            download
            variant="default"
            size="compact-md"
            fz={13}
            fw={500}
            leftSection={<DownloadIcon size={15} />}
          >
            {m.people_export()}
          </Button>
          {me.siteAdmin && (
            <>
              <LinkButton
                to="/imports/$kind"
                params={{ kind: 'people' }}
                variant="default"
                size="compact-md"
                fz={13}
              >
                {m.imports_open()}
              </LinkButton>
              <LinkButton to="/people/new" size="compact-md" fz={13}>
                {m.people_new()}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      <PeopleTabs current="list" keys={m.people_keys()} />
      <PeopleFilters search={search} onSearch={onSearch} box={box} />
      <SplitView
        panel={
          openId !== undefined && (
            <PersonPanel
              key={openId}
              id={openId}
              onClose={() => {
                open(undefined);
                focusGrid();
              }}
            />
          )
        }
      >
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
            label={m.people_title()}
            rows={rows}
            rowCount={count}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={({ name }) => name}
            sort={{ id: filters.sort ?? 'name', desc: filters.desc ?? false }}
            onSort={({ id, desc }) =>
              onSearch(
                changed(search, { sort: sortNames.find((name) => name === id), desc: desc || undefined }),
              )
            }
            {...(moves && { selection: chosen, onSelectionChange: setChosen })}
            onOpen={({ id }) => open(id, openId !== undefined)}
            currentId={openId === undefined ? undefined : String(openId)}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(person) => <PhoneCard person={person} />}
            empty={
              filtered ? (
                <EmptyState
                  icon={<SearchIcon size={22} />}
                  title={m.people_none_found()}
                  action={
                    <Button variant="default" onClick={() => onSearch({})}>
                      {m.people_clear()}
                    </Button>
                  }
                >
                  {m.people_none_found_text()}
                </EmptyState>
              ) : (
                <EmptyState icon={<PeopleIcon size={22} />} title={m.people_empty()}>
                  {m.people_empty_text()}
                </EmptyState>
              )
            }
          />
        )}
        {chosen.size > 0 && <ChosenBar chosen={chosen} onClear={() => setChosen(new Set())} />}
      </SplitView>
    </Page>
  );
}
