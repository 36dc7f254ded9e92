import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import type { RequestFilter } from '#src/directory/request-api.ts';
import { requestCountOptions, requestListOptions, useLiveRequests } from '#src/directory/request-queries.ts';
import { RequestTabs } from '#src/directory/request-tabs.tsx';
import { managesCenters } from '#src/directory/rights.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { requestCard, requestColumns } from './mine-columns.tsx';
import type { MineSearch, MineView } from './mine-search.ts';
import { RequestPanel } from './request-panel.tsx';
import classes from './requests.module.css';

const filters: Record<MineView, RequestFilter> = {
  open: { mine: true, open: true, orderBy: 'dateUpdated', orderByType: 'desc' },
  approve: { awaitingApproval: true, open: true, orderBy: 'dateCreated', orderByType: 'asc' },
  closed: { mine: true, open: false, orderBy: 'dateUpdated', orderByType: 'desc' },
};
const labels: Record<MineView, () => string> = {
  open: m.requests_open,
  approve: m.requests_approve_view,
  closed: m.requests_closed,
};

/** What somebody asked for, and for managers what waits for their word. */
export function MinePage() {
  useLiveRequests();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/_app/requests/mine' });
  const { view = 'open', open } = search;
  const go = (next: MineSearch, replace = true) =>
    void navigate({ to: '/requests/mine', search: next, replace });
  const filter = { ...filters[view], ...(search.search && { search: search.search }) };
  const list = useInfiniteQuery(requestListOptions(filter));
  const { data: count } = useQuery(requestCountOptions(counted(filter)));
  const rows = useMemo(() => list.data?.pages.flat() ?? [], [list.data]);
  const columns = useMemo(() => requestColumns(), []);
  const manages = managesCenters(me, ({ module }) => module === 'maintenance');
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({ '/': () => box.current?.focus(), n: () => void navigate({ to: '/requests/new' }) });
  const ask = (
    <LinkButton to="/requests/new" size="compact-md" leftSection={<PlusIcon size={16} />}>
      {m.requests_ask()}
    </LinkButton>
  );
  const close = () => {
    const { open: _open, ...rest } = search;
    go(rest);
    focusGrid();
  };
  return (
    <Page title={m.requests_title()} count={count} layout="fill" actions={ask}>
      <RequestTabs current="mine" keys={m.requests_keys()} />
      <div className={classes.top}>
        <nav className={classes.views} aria-label={m.requests_which()}>
          {(manages ? (['open', 'approve', 'closed'] as const) : (['open', 'closed'] as const)).map((one) => (
            <Link
              key={one}
              to="/requests/mine"
              search={one === 'open' ? {} : { view: one }}
              aria-current={one === view ? 'page' : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {labels[one]()}
              <ViewCount view={one} />
            </Link>
          ))}
        </nav>
        <SearchField
          label={m.requests_find()}
          value={search.search ?? ''}
          box={box}
          onChange={(text) => {
            const { search: _text, open: _open, ...rest } = search;
            go({ ...rest, ...(text && { search: text }) });
          }}
        />
      </div>
      <SplitView panel={open !== undefined && <RequestPanel key={open} id={open} onClose={close} />}>
        {list.error && rows.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.requests_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : (
          <DataGrid
            label={m.requests_title()}
            rows={rows}
            columns={columns}
            card={requestCard}
            cardHeight={76}
            rowId={({ id }) => String(id)}
            rowLabel={({ type }) => type.name}
            rowCount={count}
            onOpen={({ id }) => go({ ...search, open: id }, open !== undefined)}
            currentId={open === undefined ? undefined : String(open)}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            empty={
              search.search ? (
                <EmptyState
                  icon={<SearchIcon size={22} />}
                  title={m.requests_none_found({ text: search.search })}
                >
                  {m.requests_none_found_text()}
                </EmptyState>
              ) : (
                <EmptyState icon={<RequestIcon size={22} />} title={m.requests_none()} action={ask}>
                  {m.requests_none_text()}
                </EmptyState>
              )
            }
          />
        )}
      </SplitView>
    </Page>
  );
}

/** The order is nothing to a count. */
const counted = ({ orderBy: _by, orderByType: _type, ...filter }: RequestFilter): RequestFilter => filter;

function ViewCount({ view }: { view: MineView }) {
  const { data } = useQuery(requestCountOptions(counted(filters[view])));
  return data ? <span className={classes.count}>{formatNumber(data)}</span> : null;
}
