import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { LentIcon } from '#src/ui/asset-loan-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LoanCard, loanColumns } from './loan-columns.tsx';
import { filterOf, type LoansSearch, sortOf } from './loans-search.ts';
import { loanListOptions } from './queries.ts';

type Props = {
  search: LoansSearch;
  count: number | undefined;
  onSearch: (search: LoansSearch, replace?: boolean) => void;
  onOpen: (loan: AssetLoan) => void;
  onLend: () => void;
};
const NONE: AssetLoan[] = [];

/** The loans of a list, the soonest due first. */
export function LoanTable({ search, count, onSearch, onOpen, onLend }: Props) {
  const { tab, search: text, sort, open } = search;
  const filter = useMemo(
    () => filterOf({ ...(tab && { tab }), ...(text && { search: text }), ...(sort && { sort }) }),
    [tab, text, sort],
  );
  const list = useInfiniteQuery(loanListOptions(filter));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => loanColumns(), []);
  if (list.isError && rows.length === 0)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.lending_failed()}
        action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
      >
        {list.error.message}
      </EmptyState>
    );
  return (
    <DataGrid
      key={tab ?? 'out'}
      label={m.lending_loans()}
      rows={rows}
      columns={columns}
      rowId={({ id }) => String(id)}
      rowLabel={({ asset, user }) => `${asset.name}, ${user.name}`}
      rowCount={count}
      sort={sortOf(search)}
      onSort={({ id, desc }) => onSearch({ ...search, sort: `${desc ? '-' : ''}${id}` }, true)}
      onOpen={onOpen}
      currentId={typeof open === 'number' ? String(open) : undefined}
      loading={list.isPending}
      hasMore={list.hasNextPage}
      onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
      card={(loan) => <LoanCard loan={loan} />}
      empty={
        text ? (
          <EmptyState icon={<SearchIcon size={22} />} title={m.lending_none_match()}>
            {m.lending_none_match_text()}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<LentIcon size={22} />}
            title={m.lending_none()}
            action={!tab && <Button onClick={onLend}>{m.lending_lend()}</Button>}
          >
            {m.lending_none_text()}
          </EmptyState>
        )
      }
    />
  );
}
