import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppNotice } from '#contract/notices.ts';
import * as m from '#messages';
import { DataGrid } from '#src/ui/data-grid.tsx';
import type { GridColumn } from '#src/ui/data-grid-types.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterLink } from '#src/ui/filter-chip.tsx';
import { CheckIcon, ErrorIcon, UndoIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { BellIcon } from '#src/ui/notice-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { kindLabels } from './kinds.ts';
import { NoticeLine } from './notice-line.tsx';
import classes from './notices.module.css';
import { noticesOptions, unreadOptions, useMark, usePutAway, useReadAll } from './queries.ts';

const NONE: AppNotice[] = [];
const columns: GridColumn<AppNotice>[] = [
  {
    id: 'notice',
    header: m.news_title(),
    width: 280,
    grow: 4,
    cell: (notice) => (
      <span className={classes.cell}>
        <NoticeLine notice={notice} />
      </span>
    ),
  },
  {
    id: 'kind',
    header: m.news_settings_kind(),
    width: 160,
    cell: ({ kind }) => <span className={classes.dim}>{kindLabels[kind][0]()}</span>,
  },
  { id: 'buttons', header: '', width: 88, grow: 0, cell: (notice) => <Buttons notice={notice} /> },
];

/** Everything that somebody has been told within the last months. */
export function NoticesPage({ unread }: { unread: boolean }) {
  const list = useInfiniteQuery(noticesOptions(unread));
  const { data: waiting } = useQuery(unreadOptions);
  const readAll = useReadAll();
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const newest = rows[0];
  const filter = (on: boolean, label: string) => (
    <FilterLink
      to="/notices"
      search={on ? { unread: true } : {}}
      aria-current={on === unread ? 'true' : undefined}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {label}
    </FilterLink>
  );
  return (
    <Page
      title={m.news_title()}
      count={waiting && waiting.count > 0 ? m.news_bell_unread({ count: waiting.count }) : undefined}
      layout="fill"
      actions={
        <>
          {waiting && waiting.count > 0 && newest && (
            <Button size="compact-md" loading={readAll.isPending} onClick={() => readAll.mutate(newest.id)}>
              {m.news_read_all()}
            </Button>
          )}
          <LinkButton to="/notices/settings" variant="default" size="compact-md">
            {m.news_settings()}
          </LinkButton>
        </>
      }
      filters={
        <nav className={classes.filters} aria-label={m.news_which()}>
          {filter(false, m.news_everything())}
          {filter(true, m.news_unread())}
        </nav>
      }
    >
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.news_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          key={String(unread)}
          label={m.news_title()}
          rows={rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(notice) => <Card notice={notice} />}
          cardHeight={92}
          empty={
            <EmptyState icon={<BellIcon size={22} />} title={unread ? m.news_empty_unread() : m.news_empty()}>
              {unread ? m.news_empty_unread_text() : m.news_empty_text()}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

const Card = ({ notice }: { notice: AppNotice }) => (
  <span className={classes.card}>
    <NoticeLine notice={notice} />
    <Buttons notice={notice} />
  </span>
);

function Buttons({ notice: { id, readAt } }: { notice: AppNotice }) {
  const mark = useMark();
  const putAway = usePutAway();
  const read = readAt === undefined;
  const label = read ? m.news_mark_read() : m.news_mark_unread();
  const look = { variant: 'subtle', color: 'gray', size: 32 } as const;
  return (
    <span className={classes.buttons} data-row-buttons>
      <ActionIcon {...look} aria-label={label} title={label} onClick={() => mark.mutate({ id, read })}>
        {read ? <CheckIcon size={16} /> : <UndoIcon size={16} />}
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={m.news_put_away()}
        title={m.news_put_away()}
        onClick={() => putAway.mutate(id)}
      >
        <TrashIcon size={16} />
      </ActionIcon>
    </span>
  );
}
