import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import { type Notice, noticeStates } from '#contract/mail-notices.ts';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { noticeStateFacts } from '#src/directory/notice-facts.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterLink } from '#src/ui/filter-chip.tsx';
import { ErrorIcon, InboxIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { LateJobs } from './late-jobs.tsx';
import { NoticeCard, noticeColumns } from './notice-cells.tsx';
import classes from './notices.module.css';
import { noticeCountsOptions, noticesOptions } from './queries.ts';
import type { NoticeSearch, NoticeState } from './search.ts';

type Props = { search: NoticeSearch; onSearch: (search: NoticeSearch) => void };
const NONE: Notice[] = [];
const PAUSE = 250;
const empties: Record<NoticeState | 'all', [title: () => string, text?: () => string]> = {
  all: [m.notices_empty, m.notices_empty_text],
  waiting: [m.notices_empty_waiting, m.notices_empty_waiting_text],
  sent: [m.notices_empty_sent, m.notices_empty_text],
  failed: [m.notices_empty_failed, m.notices_empty_failed_text],
};

/** Messages about parcels: what waits and why, what was sent, what could not be delivered. */
export function NoticesPage({ search, onSearch }: Props) {
  const me = useMe();
  useLiveMail(me.id);
  const list = useInfiniteQuery(noticesOptions(search));
  const { data: counts } = useQuery(noticeCountsOptions);
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => noticeColumns(), []);
  const [text, setText] = useState(search.search ?? '');
  const { state } = search;
  const find = useDebouncedCallback(
    (typed: string) => onSearch({ ...(state && { state }), ...(typed.trim() && { search: typed.trim() }) }),
    PAUSE,
  );
  const filter = (one: NoticeState | undefined, label: string) => {
    const Icon = one && noticeStateFacts[one].icon;
    return (
      <FilterLink
        key={one ?? 'all'}
        to="/mail/notices"
        search={{ ...(one && { state: one }), ...(search.search && { search: search.search }) }}
        aria-current={one === state ? 'true' : undefined}
        activeOptions={{ exact: true, includeSearch: true }}
      >
        {Icon && <Icon size={15} />}
        {label} {one && counts && <span className={classes.count}>{formatNumber(counts[one])}</span>}
      </FilterLink>
    );
  };
  const [emptyTitle, emptyText] = empties[state ?? 'all'];

  return (
    <Page
      title={m.notices_title()}
      count={counts && noticeStates.reduce((sum, one) => sum + counts[one], 0)}
      layout="fill"
    >
      <MailTabs current="notices" />
      {me.siteAdmin && <LateJobs />}
      <div className={classes.filters}>
        <TextInput
          className={classes.search}
          aria-label={m.notices_search()}
          placeholder={m.notices_search_hint()}
          leftSection={<SearchIcon size={15} />}
          size="xs"
          type="search"
          value={text}
          maxLength={200}
          onChange={(event) => {
            setText(event.currentTarget.value);
            find(event.currentTarget.value);
          }}
        />
        <nav className={classes.states} aria-label={m.notices_state()}>
          {filter(undefined, m.notices_all())}
          {noticeStates.map((one) => filter(one, noticeStateFacts[one].label()))}
        </nav>
      </div>
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.notices_list_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          key={state}
          label={m.notices_title()}
          rows={rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(notice) => <NoticeCard notice={notice} />}
          cardHeight={140}
          empty={
            search.search ? (
              <EmptyState
                icon={<SearchIcon size={22} />}
                title={m.notices_empty_search({ search: search.search })}
              >
                {m.notices_empty_search_text()}
              </EmptyState>
            ) : (
              <EmptyState icon={<InboxIcon size={22} />} title={emptyTitle()}>
                {emptyText?.()}
              </EmptyState>
            )
          }
        />
      )}
    </Page>
  );
}
