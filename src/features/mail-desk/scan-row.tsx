import { ActionIcon } from '@mantine/core';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { MailDesk, Recipient } from '#contract/mail.ts';
import { ChevronDownIcon, CloseIcon } from '#src/ui/icons.tsx';
import { guessCourier } from './courier-guess.ts';
import { type DraftRow, isDuplicate, type RowChange } from './draft.ts';
import { itemTypeLabels } from '#src/directory/item-facts.ts';
import { RecipientCell } from './recipient-cell.tsx';
import { RowDetails } from './row-details.tsx';
import { RowNotes } from './row-notes.tsx';
import classes from './scan-row.module.css';

export type RowActions = {
  onChange: (key: string, change: RowChange) => void;
  onRemove: (key: string) => void;
  /** The recipient field of a row opens, or with undefined none. */
  onEdit: (key: string | undefined) => void;
  /** Back to the scan box; from the row given only when no standing note in it is to be seen first. */
  onDone: (key?: string) => void;
};
type Props = RowActions & {
  row: DraftRow;
  desk: MailDesk;
  /** On its way to the server, and not to be changed. */
  locked: boolean;
  editing: boolean;
  /** The recipient's standing notes have to be seen first. */
  toBeSeen: boolean;
  /** Counts the times this number was scanned again. */
  again: number;
};

/** One scanned parcel. Memoised: the next scan draws its own row and leaves a hundred others alone. */
export const ScanRow = memo(function ScanRow(props: Props) {
  const { row, desk, locked, editing, toBeSeen, again, onChange, onRemove, onEdit, onDone } = props;
  const [opened, setOpened] = useState(false);
  const element = useRef<HTMLLIElement>(null);
  const guess = useMemo(() => guessCourier(row.number, desk.couriers), [row.number, desk.couriers]);
  useEffect(() => {
    if (again > 0) element.current?.scrollIntoView({ block: 'nearest' });
  }, [again]);

  const pick = (recipient: Recipient | undefined, recipientName?: string) => {
    onChange(row.key, { recipient, recipientName });
    onEdit(undefined);
    // A standing note takes the focus, so that it is seen before the next scan.
    onDone(row.key);
  };
  const duplicate = isDuplicate(row);
  const number = row.number || m.mail_unnumbered();
  const chosen = desk.couriers.find(({ id }) => id === row.courierId);
  const facts = [
    desk.packageTypes.find(({ id }) => id === row.packageTypeId)?.name,
    desk.locations.find(({ id }) => id === row.locationId)?.name,
    row.itemType && itemTypeLabels[row.itemType](),
    row.toAddress?.split('\n')[0],
    row.sender ?? row.fromUser?.name,
  ].filter(Boolean);

  return (
    <li
      ref={element}
      className={classes.row}
      data-problem={Boolean(row.problem) || undefined}
      data-already={duplicate || undefined}
      data-locked={locked || undefined}
      data-row={row.key}
    >
      {again > 0 && <span key={again} className={classes.flash} />}
      <span className={classes.courier} data-guess={(!chosen && !guess?.sure) || undefined}>
        {chosen?.name ??
          (guess
            ? guess.sure
              ? guess.name
              : m.mail_courier_maybe({ name: guess.name })
            : m.mail_courier_none())}
      </span>
      <span className={classes.number} title={number} data-none={!row.number || undefined}>
        <bdi>{number}</bdi>
      </span>
      <RecipientCell
        row={row}
        locked={locked || duplicate}
        editing={editing}
        onEdit={() => onEdit(row.key)}
        onPick={pick}
        onCancel={(how) => {
          onEdit(undefined);
          if (how === 'escape') onDone();
        }}
      />
      <span className={classes.facts} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </span>
      <span className={classes.actions}>
        {!locked && !duplicate && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            aria-label={m.mail_row_details({ number })}
            title={m.mail_details()}
            onClick={() => setOpened(!opened)}
          >
            <ChevronDownIcon size={16} className={classes.chevron} data-opened={opened || undefined} />
          </ActionIcon>
        )}
        {!locked && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={m.mail_row_remove({ number })}
            title={m.mail_remove()}
            onClick={() => {
              onRemove(row.key);
              onDone();
            }}
          >
            <CloseIcon size={16} />
          </ActionIcon>
        )}
      </span>
      <RowNotes
        row={row}
        toBeSeen={toBeSeen}
        onSeen={() => {
          onChange(row.key, { alertsSeen: true });
          onDone();
        }}
      />
      {(opened || (row.problem && row.problem.field && row.problem.field !== 'toUser')) &&
        !locked &&
        !duplicate && (
          <RowDetails row={row} desk={desk} guess={guess} onChange={(change) => onChange(row.key, change)} />
        )}
    </li>
  );
});
