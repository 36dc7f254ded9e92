import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef } from 'react';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { useMe, worksIn } from '#src/directory/me.ts';
import { moveCountOptions, moveListOptions, useLiveMoves } from '#src/directory/move-queries.ts';
import { MoveTabs } from '#src/directory/move-tabs.tsx';
import { formatNumber } from '#src/lib/numbers.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { moveColumns, moveRow } from './list-columns.tsx';
import { MoveFilterLine } from './list-filters.tsx';
import { filterOf, filtersOf, moveSorts, type MovesSearch, type MoveView } from './list-search.ts';
import classes from './list.module.css';

type Props = { search: MovesSearch; onSearch: (search: MovesSearch, replace?: boolean) => void };
const NONE: MoveRequest[] = [];
const labels: Record<MoveView | 'all', () => string> = {
  all: m.moves_view_all,
  approve: m.moves_view_approve,
  archive: m.moves_view_archive,
};

/** One's own moves, and for those who run moves all of them. */
export function MovesPage({ search, onSearch }: Props) {
  useLiveMoves();
  const navigate = useNavigate();
  const staff = worksIn(useMe(), 'move');
  const filter = filterOf(search);
  const list = useInfiniteQuery(moveListOptions(filter));
  const { data: count } = useQuery(moveCountOptions(filter));
  const { data: waiting = 0 } = useQuery(moveCountOptions({ toApprove: true }));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => moveColumns(), []);
  const box = useRef<HTMLInputElement>(null);
  const filtered = Object.keys(filtersOf(search)).length > 0;
  useViewKeys({
    '/': () => box.current?.focus(),
    n: () => void navigate({ to: '/moves/new' }),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
  });
  const views: (MoveView | 'all')[] = [
    'all',
    ...(staff || waiting > 0 || search.view === 'approve' ? (['approve'] as const) : []),
    'archive',
  ];
  const ask = (
    <LinkButton to="/moves/new" size="compact-md" leftSection={<PlusIcon size={16} />}>
      {m.moves_new()}
    </LinkButton>
  );
  return (
    <Page title={staff ? m.moves_title() : m.moves_title_mine()} count={count} layout="fill" actions={ask}>
      <MoveTabs current="list" keys={m.moves_keys()} />
      <nav className={classes.views} aria-label={m.moves_views()}>
        {views.map((view) => (
          <Link
            key={view}
            to="/moves"
            search={{ ...filtersOf(search), ...(view !== 'all' && { view }) }}
            aria-current={view === (search.view ?? 'all') ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {labels[view]()}
            {view === 'approve' && waiting > 0 && (
              <span className={classes.count}>{formatNumber(waiting)}</span>
            )}
          </Link>
        ))}
      </nav>
      <MoveFilterLine search={search} onSearch={onSearch} box={box} staff={staff} />
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.moves_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          key={search.view ?? 'all'}
          label={m.moves_title()}
          rows={rows}
          columns={columns}
          card={moveRow}
          cardHeight={92}
          rowId={({ id }) => String(id)}
          rowLabel={({ description }) => description}
          rowCount={count}
          sort={{ id: search.sort ?? 'dateUpdated', desc: search.sort ? (search.desc ?? false) : true }}
          onSort={({ id, desc }) => {
            const { sort: _sort, desc: _desc, ...rest } = search;
            const sort = moveSorts.find((name) => name === id);
            onSearch({ ...rest, ...(sort && { sort, ...(desc && { desc: true as const }) }) }, true);
          }}
          onOpen={({ id }) => void navigate({ to: '/moves/$requestId', params: { requestId: id } })}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          empty={
            filtered ? (
              <EmptyState
                icon={<SearchIcon size={22} />}
                title={m.moves_none_found()}
                action={
                  <Button
                    variant="default"
                    onClick={() => onSearch({ ...(search.view && { view: search.view }) })}
                  >
                    {m.ui_clear_all()}
                  </Button>
                }
              >
                {m.moves_none_found_text()}
              </EmptyState>
            ) : (
              <Nothing view={search.view} ask={ask} />
            )
          }
        />
      )}
    </Page>
  );
}

function Nothing({ view, ask }: { view: MoveView | undefined; ask: ReactNode }) {
  if (view === 'approve') return <EmptyState icon={<MoveIcon size={22} />} title={m.moves_none_approve()} />;
  if (view === 'archive')
    return (
      <EmptyState icon={<MoveIcon size={22} />} title={m.moves_none_archive()}>
        {m.moves_none_archive_text()}
      </EmptyState>
    );
  return (
    <EmptyState icon={<MoveIcon size={22} />} title={m.moves_none()} action={ask}>
      {m.moves_none_text()}
    </EmptyState>
  );
}
