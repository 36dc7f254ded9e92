import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { AuditEntry } from '#contract/audit.ts';
import { AuditIcon } from '#src/ui/audit-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, RefreshIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid } from '#src/ui/use-view-keys.ts';
import { AuditFilters } from './audit-filters.tsx';
import { FreshLine } from './fresh-line.tsx';
import { LineCard, lineColumns } from './line-cells.tsx';
import { LinePanel } from './line-panel.tsx';
import { logOptions } from './queries.ts';
import type { AuditSearch } from './search.ts';
import { useFreshLines } from './use-fresh-lines.ts';
import { kindWords, recordWords } from './words.ts';

type Props = { search: AuditSearch; onSearch: (search: AuditSearch, replace?: boolean) => void };
const NONE: AuditEntry[] = [];

/** Who changed what, when, and from what to what. */
export function AuditPage({ search, onSearch }: Props) {
  const { line, ...filters } = search;
  const list = useInfiniteQuery(logOptions(search));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => lineColumns(), []);
  const open = rows.find(({ id }) => id === line);
  const filtered = Object.keys(filters).length > 0;
  const split = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const { fresh, more, show } = useFreshLines({
    search,
    top: rows[0],
    mayMove: () => {
      const grid = split.current?.querySelector('[role="grid"]');
      if (!grid) return true;
      return grid.scrollTop === 0 && line === undefined && !grid.contains(document.activeElement);
    },
  });
  const showFresh = () => {
    show();
    // A grid anew begins at the top.
    setShown((times) => times + 1);
    requestAnimationFrame(focusGrid);
  };

  const empty = filtered ? (
    <EmptyState
      icon={<SearchIcon size={22} />}
      title={m.audit_empty_filtered()}
      action={
        <LinkButton to="/audit" search={{}} variant="default">
          {m.audit_clear()}
        </LinkButton>
      }
    >
      {m.audit_empty_filtered_text()}
    </EmptyState>
  ) : (
    <EmptyState icon={<AuditIcon size={22} />} title={m.audit_empty()}>
      {m.audit_empty_text()}
    </EmptyState>
  );
  return (
    <Page
      title={m.audit_title()}
      description={m.audit_intro()}
      layout="fill"
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<RefreshIcon size={15} />}
          loading={list.isRefetching && !list.isFetchingNextPage}
          onClick={() => void list.refetch()}
        >
          {m.audit_refresh()}
        </Button>
      }
    >
      <AuditFilters search={search} onSearch={onSearch} />
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.audit_list_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <SplitView
          listRef={split}
          panel={open && <LinePanel key={open.id} entry={open} onClose={() => onSearch(filters)} />}
        >
          <FreshLine count={fresh.length} more={more} onShow={showFresh} />
          <DataGrid
            key={`${JSON.stringify(filters)} ${shown}`}
            label={m.audit_title()}
            rows={rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={(entry) => `${kindWords(entry)} ${recordWords(entry)}`}
            currentId={open && String(open.id)}
            onOpen={({ id }) => onSearch({ ...search, line: id }, line !== undefined)}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(entry) => <LineCard entry={entry} />}
            cardHeight={104}
            empty={empty}
          />
        </SplitView>
      )}
    </Page>
  );
}
