import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { assetLine, LoanBadge, timesOf } from './loan-words.tsx';
import classes from './lending.module.css';
import { myLoansOptions } from './queries.ts';
import { useLoanSteps } from './use-loan-steps.ts';

/** What somebody has borrowed and reserved, the soonest first. Its error does not hide what they hold. */
export function MyLoans() {
  const list = useInfiniteQuery(myLoansOptions);
  const { take, busy } = useLoanSteps();
  const rows = list.data?.pages.flat() ?? [];
  const sections = [
    ['borrowed', m.lending_borrowed(), rows.filter(({ state }) => state === 'out')],
    ['reserved', m.lending_my_reservations(), rows.filter(({ state }) => state === 'reserved')],
  ] as const;
  return (
    <>
      {list.isError && (
        <p className={classes.problem} role="alert">
          {list.error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void list.refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      )}
      {sections.map(
        ([key, title, loans]) =>
          loans.length > 0 && (
            <section key={key} aria-labelledby={key} className={classes.section}>
              <h2 id={key} className={classes.heading}>
                {title} <span className={classes.count}>{loans.length}</span>
              </h2>
              <ul className={classes.list}>
                {loans.map((loan) => (
                  <LoanRow
                    key={loan.id}
                    loan={loan}
                    busy={busy?.id === loan.id}
                    onCancel={() => take(loan, 'cancel')}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.lending_more()}
        </Button>
      )}
    </>
  );
}

type RowProps = { loan: AssetLoan; busy: boolean; onCancel: () => void };
function LoanRow({ loan, busy, onCancel }: RowProps) {
  const { asset, waitsFor, state, center } = loan;
  return (
    <li className={classes.row} data-plain>
      <span className={classes.what}>
        <bdi className={classes.name}>{asset.name}</bdi>
        <bdi className={classes.dim}>{assetLine(asset)}</bdi>
      </span>
      <span className={classes.state}>
        <LoanBadge loan={loan} />
        <span className={loan.overdue ? classes.late : classes.dim}>{timesOf(loan)}</span>
        <bdi className={classes.dim}>
          {state === 'out'
            ? m.lending_bring_to({ center: center.name })
            : m.lending_collect_at({ center: center.name })}
        </bdi>
        {waitsFor && (
          <span className={classes.late}>
            {m.lending_waits({ name: waitsFor.user.name, time: formatDateTime(waitsFor.dueDate) })}
          </span>
        )}
      </span>
      {state === 'reserved' && (
        <span className={classes.actions}>
          <Button
            size="compact-md"
            variant="default"
            loading={busy}
            aria-label={m.lending_cancel_of({ name: asset.name })}
            onClick={onCancel}
          >
            {m.lending_cancel()}
          </Button>
        </span>
      )}
    </li>
  );
}
