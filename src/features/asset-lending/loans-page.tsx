import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { AssetTabs } from '#src/directory/asset-tabs.tsx';
import lineClasses from '#src/directory/filter-line.module.css';
import { useMe } from '#src/directory/me.ts';
import { keepsAssets, managesAssets } from '#src/directory/rights.ts';
import { LentIcon } from '#src/ui/asset-loan-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { ScanBox } from '#src/ui/scan-box.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import { LendDialog } from './lend-dialog.tsx';
import classes from './lending.module.css';
import { LoanPanel } from './loan-panel.tsx';
import { LoanTable } from './loan-table.tsx';
import { LoanTabLine } from './loan-tab-line.tsx';
import { filterOf, type LoansSearch, readLoansSearch } from './loans-search.ts';
import { loanCountOptions, useLiveLending } from './queries.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useLoanScan } from './use-loan-scan.ts';
import { useLoanSteps } from './use-loan-steps.ts';

type Props = { search: LoansSearch; onSearch: (search: LoansSearch, replace?: boolean) => void };
type Asked =
  | { kind: 'return' | 'extend'; loan: AssetLoan }
  | { kind: 'lend'; asset?: number }
  | { kind: 'settings' };

/** For those who lend; whoever only borrows finds theirs among what they hold. */
export function LoansPage(props: Props) {
  return keepsAssets(useMe()) ? <Loans {...props} /> : <Navigate to="/assets/mine" replace />;
}

/** What is out, due, overdue and reserved; a scan lends, hands over or takes back. */
function Loans({ search, onSearch }: Props) {
  useLiveLending();
  const mayManage = managesAssets(useMe());
  const [asked, setAsked] = useState<Asked>();
  const { say } = useLoanSteps();
  const { open, asset, ...rest } = search;
  const searchBox = useRef<HTMLInputElement>(null);
  const { data: count } = useQuery(loanCountOptions(filterOf(search)));
  const current: Asked | undefined =
    asked ?? (open === 'new' ? { kind: 'lend', ...(asset && { asset }) } : undefined);
  const openLoan = ({ id }: { id: number }) => onSearch({ ...rest, open: id }, typeof open === 'number');
  const onScan = useLoanScan({
    onOut: (loan) => setAsked({ kind: 'return', loan }),
    onReserved: openLoan,
    onFree: (asset) => setAsked({ kind: 'lend', asset }),
  });
  const done = (step: 'handOver' | 'return') => (loan?: AssetLoan) => {
    setAsked(undefined);
    if (open === 'new') onSearch(rest, true);
    if (loan) say(loan, step);
  };
  useViewKeys({
    '/': () => searchBox.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    n: () => setAsked({ kind: 'lend' }),
  });
  return (
    <Page
      title={m.lending_loans()}
      count={count}
      layout="fill"
      actions={
        <>
          <Button
            size="compact-md"
            leftSection={<LentIcon size={15} />}
            onClick={() => setAsked({ kind: 'lend' })}
          >
            {m.lending_lend()}
          </Button>
          {mayManage && (
            <Button size="compact-md" variant="default" onClick={() => setAsked({ kind: 'settings' })}>
              {m.lending_settings()}
            </Button>
          )}
        </>
      }
    >
      <AssetTabs current="loans" keys={m.lending_loans_keys()} />
      <div className={classes.top}>
        <ScanBox
          label={m.lending_scan()}
          placeholder={m.lending_scan_hint()}
          listening={current === undefined}
          onScan={onScan}
        />
      </div>
      <LoanTabLine tab={search.tab ?? 'out'} />
      <div className={lineClasses.line}>
        <SearchField
          label={m.lending_search()}
          placeholder={m.lending_search_hint()}
          className={lineClasses.search}
          value={search.search ?? ''}
          box={searchBox}
          onChange={(text) => onSearch(readLoansSearch({ ...rest, search: text }), true)}
        />
      </div>
      <SplitView
        panel={
          typeof open === 'number' && (
            <LoanPanel
              key={open}
              id={open}
              onAsk={(kind, loan) => setAsked({ kind, loan })}
              onClose={() => {
                onSearch(rest, true);
                focusGrid();
              }}
            />
          )
        }
      >
        <LoanTable
          search={search}
          count={count}
          onSearch={onSearch}
          onOpen={openLoan}
          onLend={() => setAsked({ kind: 'lend' })}
        />
      </SplitView>
      {current?.kind === 'lend' && <LendDialog asset={current.asset} onClose={done('handOver')} />}
      {current?.kind === 'return' && <ReturnDialog loan={current.loan} onClose={done('return')} />}
      {current?.kind === 'extend' && <ExtendDialog loan={current.loan} onClose={() => setAsked(undefined)} />}
      {current?.kind === 'settings' && <SettingsDialog onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
