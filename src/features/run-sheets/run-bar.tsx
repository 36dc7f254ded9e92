import { Button, CloseButton } from '@mantine/core';
import * as m from '#messages';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import type { MailItem } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';
import { HandOverIcon } from '#src/ui/desk-icons.tsx';
import { stopsOf } from './run.ts';
import classes from './run-view.module.css';

type Props = {
  sheet: RunSheet;
  items: readonly MailItem[];
  onLeave: (items: readonly MailItem[], outcome: Outcome) => void;
  onClear: () => void;
};

/** What to do with all that is ticked; under the thumb. */
export function RunBar({ sheet, items, onLeave, onClear }: Props) {
  const stops = stopsOf(sheet, new Set(items.map(({ id }) => id)));
  return (
    <div className={classes.bar} role="toolbar" aria-label={m.mail_bulk()}>
      <CloseButton size="lg" aria-label={m.mail_bulk_clear()} onClick={onClear} />
      <span className={classes.barCount}>
        {stops.length === 1
          ? m.runs_ticked_at({ count: items.length, stop: stops[0]!.stop?.name ?? m.runs_no_stop() })
          : m.runs_ticked_over({ count: items.length, stops: stops.length })}
      </span>
      <Button variant="default" className={classes.barButton} onClick={() => onLeave(items, 'stop')}>
        {m.runs_to_stop()}
      </Button>
      <Button
        className={classes.barButton}
        leftSection={<HandOverIcon size={18} />}
        onClick={() => onLeave(items, 'person')}
      >
        {m.runs_to_person()}
      </Button>
    </div>
  );
}
