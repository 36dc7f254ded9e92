import { Button } from '@mantine/core';
import * as m from '#messages';
import { CheckIcon, ErrorIcon, RefreshIcon } from '#src/ui/icons.tsx';
import { Keys } from '#src/ui/keys.tsx';
import { TextLink } from '#src/ui/link.tsx';
import type { Draft, DraftRow } from './draft.ts';
import classes from './scan-view.module.css';
import type { useCheckIn } from './use-check-in.ts';

type Props = {
  draft: Draft;
  ready: readonly DraftRow[];
  sending: ReturnType<typeof useCheckIn>;
  onCheckIn: () => void;
};

/** What was checked in last, what stands in the way, and the one button that goes on. */
export function ScanFooter({ draft, ready, sending, onCheckIn }: Props) {
  const { isPending, unsure, problem, last, error } = sending;
  const count = draft.sending?.rowKeys.length ?? ready.length;
  const nobody = ready.filter((row) => !row.recipient && row.itemType !== 'OUTBOUND').length;
  if (draft.rows.length === 0 && !last && !isPending) return null;
  return (
    <footer className={classes.footer}>
      <div className={classes.outcome} role="status">
        {unsure ? (
          <span data-tone="warning">
            <RefreshIcon size={16} /> {error?.message} {m.mail_checkin_unsure({ count })}
          </span>
        ) : problem ? (
          <span data-tone="danger">
            <ErrorIcon size={16} /> {m.mail_checkin_refused()}{' '}
            {!problem.field?.startsWith('[') && problem.message}
          </span>
        ) : last ? (
          <span data-tone="success">
            <CheckIcon size={16} /> {m.mail_checkin_done({ count: last.count })}
            {last.duplicates > 0 && <> {m.mail_checkin_duplicates({ count: last.duplicates })}</>}{' '}
            {last.unnumbered.length > 0 && (
              <>
                <TextLink to="/mail/labels" search={{ ids: last.unnumbered.join(',') }} inherit>
                  {m.mail_print_labels({ count: last.unnumbered.length })}
                </TextLink>{' '}
              </>
            )}
            <TextLink to="/mail" inherit>
              {m.mail_checkin_show()}
            </TextLink>
          </span>
        ) : (
          nobody > 0 && <span>{m.mail_checkin_nobody({ count: nobody })}</span>
        )}
      </div>
      {(count > 0 || isPending) && (
        <Button
          loading={isPending}
          onClick={onCheckIn}
          rightSection={<Keys keys={['mod', '↵']} />}
          className={classes.go}
        >
          {unsure ? m.mail_checkin_again() : m.mail_checkin_button({ count })}
        </Button>
      )}
    </footer>
  );
}
