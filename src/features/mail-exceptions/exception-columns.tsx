import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { AgeCell, Flash, NumberCell } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './exceptions.module.css';
import { reasons } from './reasons.ts';
import { SuggestionButtons } from './suggestion-buttons.tsx';

export function ReasonBadge({ item }: { item: MailItem }) {
  if (!item.exception) return null;
  const { label, tone, icon } = reasons[item.exception];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

/** The addressee as the label names them. */
export function LabelName({ item }: { item: MailItem }) {
  if (!item.recipientName) return <span className={classes.dim}>{m.exceptions_no_name()}</span>;
  return (
    <bdi className={classes.clip} title={item.recipientName}>
      {item.recipientName}
    </bdi>
  );
}

/** What an exception shows: whom the label names, why that is nobody, and who it may be. */
export const exceptionColumns = (): GridColumn<MailItem>[] => [
  {
    id: 'recipientName',
    header: m.exceptions_label(),
    width: 150,
    grow: 1,
    cell: (item) => <LabelName item={item} />,
  },
  {
    id: 'exception',
    header: m.exceptions_reason(),
    width: 136,
    grow: 0,
    cell: (item) => <ReasonBadge item={item} />,
  },
  {
    id: 'suggestions',
    header: m.exceptions_suggestions(),
    width: 300,
    grow: 2.2,
    cell: (item) => <SuggestionButtons item={item} />,
  },
  {
    id: 'trackingNumber',
    header: m.mail_number(),
    width: 170,
    grow: 0.8,
    cell: (item) => <NumberCell item={item} />,
  },
  {
    id: 'dateCreated',
    header: m.mail_age(),
    width: 118,
    grow: 0,
    cell: (item) => <AgeCell item={item} />,
  },
];

/** The same in three lines, for a phone. */
export function ExceptionCard({ item }: { item: MailItem }) {
  return (
    <>
      <span className={classes.cardLine}>
        <Flash id={item.id} />
        <strong className={classes.cardName}>
          <LabelName item={item} />
        </strong>
        <span className={classes.dim}>
          <AgeCell item={item} />
        </span>
      </span>
      <span className={classes.cardLine}>
        <ReasonBadge item={item} />
        <span className={classes.cardNumber}>{numberOf(item)}</span>
      </span>
      <SuggestionButtons item={item} />
    </>
  );
}
