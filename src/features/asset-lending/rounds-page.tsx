import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import { AssetTabs } from '#src/directory/asset-tabs.tsx';
import { AskIcon } from '#src/ui/asset-loan-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { TabLine } from '#src/ui/tab-line.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import classes from './lending.module.css';
import { roundListOptions, useLiveLending } from './queries.ts';
import { RoundDialog } from './round-dialog.tsx';
import { RoundRow } from './round-row.tsx';
import { RoundView } from './round-view.tsx';
import type { RoundsSearch } from './rounds-search.ts';

/** The address tells which list it is by its parameters alone. */
const exactly = { exact: true, includeSearch: true };
type Props = { search: RoundsSearch; onSearch: (search: RoundsSearch, replace?: boolean) => void };

/** Asking people whether they have what they are said to hold, and what came of it. */
export function RoundsPage({ search, onSearch }: Props) {
  useLiveLending();
  const [starting, setStarting] = useState(false);
  useViewKeys({ n: () => setStarting(true) });
  const { open, closed } = search;
  if (open !== undefined) return <RoundView id={open} search={search} onSearch={onSearch} />;
  return (
    <Page
      title={m.lending_rounds()}
      layout="fill"
      actions={
        <Button size="compact-md" leftSection={<AskIcon size={15} />} onClick={() => setStarting(true)}>
          {m.lending_round_start()}
        </Button>
      }
    >
      <AssetTabs current="confirmations" keys={m.lending_rounds_keys()} />
      <TabLine label={m.lending_rounds_which()} current={closed ? 1 : 0}>
        <Link
          to="/assets/confirmations"
          search={{}}
          aria-current={closed ? undefined : 'page'}
          activeOptions={exactly}
        >
          {m.lending_rounds_open()}
        </Link>
        <Link
          to="/assets/confirmations"
          search={{ closed: true }}
          aria-current={closed ? 'page' : undefined}
          activeOptions={exactly}
        >
          {m.lending_rounds_closed()}
        </Link>
      </TabLine>
      <div className={classes.scroll}>
        <Rounds closed={closed ?? false} onStart={() => setStarting(true)} />
      </div>
      {starting && (
        <RoundDialog
          onClose={(round) => {
            setStarting(false);
            if (round) onSearch({ open: round.id, show: 'people' });
          }}
        />
      )}
    </Page>
  );
}

function Rounds({ closed, onStart }: { closed: boolean; onStart: () => void }) {
  const list = useInfiniteQuery(roundListOptions(closed));
  const rows = list.data?.pages.flat() ?? [];
  if (list.isPending)
    return (
      <div role="status" aria-label={m.shell_loading()} className={classes.bones}>
        {[0, 1, 2].map((at) => (
          <Skeleton key={at} height={48} />
        ))}
      </div>
    );
  if (list.isError && rows.length === 0)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.lending_rounds_failed()}
        action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
      >
        {list.error.message}
      </EmptyState>
    );
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<AskIcon size={22} />}
        title={closed ? m.lending_rounds_none_closed() : m.lending_rounds_none()}
        action={!closed && <Button onClick={onStart}>{m.lending_round_start()}</Button>}
      >
        {!closed && m.lending_rounds_none_text()}
      </EmptyState>
    );
  return (
    <>
      <ul className={classes.list} aria-label={m.lending_rounds()}>
        {rows.map((round) => (
          <RoundRow key={round.id} round={round} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.lending_more()}
        </Button>
      )}
    </>
  );
}
