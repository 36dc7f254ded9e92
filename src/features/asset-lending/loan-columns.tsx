import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './lending.module.css';
import { assetLine, LoanBadge, timesOf } from './loan-words.tsx';

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);

/** What the list of loans shows of each. */
export const loanColumns = (): GridColumn<AssetLoan>[] => [
  {
    id: 'asset',
    header: m.assets_asset(),
    width: 170,
    grow: 1.4,
    sortable: true,
    cell: ({ asset }) => <Clip text={`${asset.name} · ${assetLine(asset)}`} />,
  },
  {
    id: 'user',
    header: m.lending_to(),
    width: 120,
    sortable: true,
    cell: ({ user }) => <Clip text={user.name} />,
  },
  {
    id: 'startDate',
    header: m.lending_from(),
    width: 178,
    grow: 0.4,
    sortable: true,
    cell: ({ startDate }) => formatDateTime(startDate),
  },
  {
    id: 'dueDate',
    header: m.lending_due(),
    width: 178,
    grow: 0.4,
    sortable: true,
    cell: ({ dueDate, overdue }) => (
      <span className={overdue ? classes.late : undefined}>{formatDateTime(dueDate)}</span>
    ),
  },
  { id: 'state', header: m.lending_state(), width: 112, grow: 0, cell: (loan) => <LoanBadge loan={loan} /> },
  {
    id: 'note',
    header: m.lending_note(),
    width: 130,
    cell: ({ flag, waitsFor, notes, returnNotes }) => (
      <Clip
        text={
          flag ?? (waitsFor ? m.lending_waits_short({ name: waitsFor.user.name }) : (returnNotes ?? notes))
        }
      />
    ),
  },
];

/** A loan in two lines, for a phone. */
export const LoanCard = ({ loan }: { loan: AssetLoan }) => (
  <>
    <span className={classes.cardLine}>
      <bdi className={classes.cardName}>{loan.asset.name}</bdi>
      <LoanBadge loan={loan} />
    </span>
    <span className={classes.cardLine}>
      <Clip text={loan.user.name} />
      <span className={loan.overdue ? classes.late : classes.dim}>{timesOf(loan)}</span>
    </span>
  </>
);
