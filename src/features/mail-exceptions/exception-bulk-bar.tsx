import { Button, CloseButton } from '@mantine/core';
import * as m from '#messages';
import type { Recipient } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import classes from './exceptions.module.css';

type Props = {
  count: number;
  onPick: (person: Recipient) => void;
  onLeave: (outcome: Outcome) => void;
  onClear: () => void;
};

/** One answer for all that is selected. */
export function ExceptionBulkBar({ count, onPick, onLeave, onClear }: Props) {
  return (
    <div className={classes.bulk} role="toolbar" aria-label={m.mail_bulk()}>
      <CloseButton aria-label={m.mail_bulk_clear()} onClick={onClear} />
      <span className={classes.bulkCount}>{m.mail_bulk_count({ count })}</span>
      <span className={classes.bulkPicker}>
        <PersonPicker
          bare
          label={m.exceptions_assign_all({ count })}
          placeholder={m.exceptions_assign_all({ count })}
          onPick={onPick}
        />
      </span>
      <Button variant="default" size="compact-md" onClick={() => onLeave('stop')}>
        {m.exceptions_to_stop()}
      </Button>
      <Button variant="default" size="compact-md" onClick={() => onLeave('returned')}>
        {m.exceptions_return()}
      </Button>
    </div>
  );
}
