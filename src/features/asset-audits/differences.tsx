import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { Callout } from '#src/ui/callout.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import classes from './audits.module.css';
import { DecideBar } from './decide-bar.tsx';
import { DifferenceCard, differenceColumns } from './difference-cells.tsx';
import { differenceCountOptions, differencesOptions } from './queries.ts';
import { assetDifferences, type AuditSearch } from './search.ts';
import { differenceLooks } from './words.ts';

type Props = {
  audit: AssetAudit;
  search: AuditSearch;
  onSearch: (search: AuditSearch, replace?: boolean) => void;
};

/** What was not as expected, to be accepted or rejected by somebody who did not scan it. */
export function Differences({ audit, search, onSearch }: Props) {
  const { kind, all, search: text } = search;
  const deciding = audit.state === 'reconciling' && audit.may.manage;
  // While people walk nobody decides, and afterwards what is decided is of interest.
  const filter = { kind, search: text, ...(deciding && !all && { undecided: true }) };
  const list = useInfiniteQuery(differencesOptions(audit.id, filter));
  const count = useQuery(differenceCountOptions(audit.id, filter)).data;
  const rows = useMemo(() => list.data?.pages.flat() ?? [], [list.data]);
  const columns = useMemo(() => differenceColumns(deciding), [deciding]);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter(({ asset }) => selection.has(String(asset.id)));
  const own = rows.filter(({ undecided, mayDecide }) => undecided && !mayDecide).length;
  const set = (change: AuditSearch) => {
    setSelection(new Set());
    onSearch({ ...search, ...change }, true);
  };

  if (list.isError && rows.length === 0)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.audits_differences_failed()}
        action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
      >
        {list.error.message}
      </EmptyState>
    );
  return (
    <>
      <div className={classes.filters}>
        <div className={classes.chips} role="group" aria-label={m.audits_kind()}>
          <FilterChip on={kind === undefined} onClick={() => set({ kind: undefined })}>
            {m.audits_all_kinds()}
          </FilterChip>
          {assetDifferences.map((one) => (
            <FilterChip key={one} on={kind === one} onClick={() => set({ kind: one })}>
              {differenceLooks[one].label()}
            </FilterChip>
          ))}
          {deciding && (
            <FilterChip on={all === true} onClick={() => set({ all: all ? undefined : true })}>
              {m.audits_decided_too()}
            </FilterChip>
          )}
        </div>
        <SearchField
          label={m.audits_find_difference()}
          className={classes.search}
          value={text ?? ''}
          onChange={(words) => set({ search: words || undefined })}
        />
      </div>
      {audit.state === 'open' && (
        <div className={classes.say}>
          <Callout tone="info">{m.audits_still_walking()}</Callout>
        </div>
      )}
      {deciding && own > 0 && (
        <div className={classes.say}>
          <Callout tone="warning" title={m.audits_own_title({ count: own })}>
            <p className={classes.plain}>{m.audits_own_text()}</p>
          </Callout>
        </div>
      )}
      <DataGrid
        key={kind ?? 'all'}
        label={m.audits_differences()}
        rows={rows}
        columns={columns}
        rowId={({ asset }) => String(asset.id)}
        rowLabel={({ asset }) => asset.name}
        rowCount={count}
        {...(deciding && { selection, onSelectionChange: setSelection })}
        loading={list.isPending}
        hasMore={list.hasNextPage}
        onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
        card={(one) => <DifferenceCard difference={one} deciding={deciding} />}
        cardHeight={104}
        empty={
          <EmptyState icon={<CheckIcon size={22} />} title={m.audits_no_differences()}>
            {deciding && !all ? m.audits_no_differences_left() : m.audits_no_differences_text()}
          </EmptyState>
        }
      />
      {deciding && rows.length > 0 && (
        <DecideBar
          audit={audit}
          kind={kind}
          count={all || text ? undefined : count}
          selected={selected}
          onDone={() => setSelection(new Set())}
        />
      )}
    </>
  );
}
