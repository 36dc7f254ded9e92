import { Button } from '@mantine/core';
import * as m from '#messages';
import { formatMoment } from '#src/lib/dates.ts';
import { ErrorIcon, InfoIcon, WarningIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { type DraftRow, isDuplicate } from './draft.ts';
import { states } from '#src/directory/item-facts.ts';
import classes from './row-notes.module.css';

/** What the clerk has to know of a row: it is here already, it was refused, its recipient has standing notes. */
export function RowNotes({
  row,
  toBeSeen,
  onSeen,
}: {
  row: DraftRow;
  toBeSeen: boolean;
  onSeen: () => void;
}) {
  const { already, problem, recipient } = row;
  return (
    <>
      {already && (
        <p className={classes.note} data-tone={isDuplicate(row) ? 'warning' : 'info'}>
          {isDuplicate(row) ? <WarningIcon size={16} /> : <InfoIcon size={16} />}
          <span>
            {isDuplicate(row)
              ? m.mail_already({ when: formatMoment(already.since) })
              : m.mail_returns({ state: states[already.queue].label(), when: formatMoment(already.since) })}
            {already.place && (
              <>
                {' · '}
                <bdi>{already.place}</bdi>
              </>
            )}{' '}
            <TextLink to="/mail/$itemId" params={{ itemId: already.id }} inherit>
              {m.mail_already_open()}
            </TextLink>
          </span>
        </p>
      )}
      {problem && (
        <p className={classes.note} data-tone="danger" role="alert">
          <ErrorIcon size={16} />
          <span>{problem.message}</span>
        </p>
      )}
      {recipient && recipient.alerts.length > 0 && (
        <div className={classes.note} data-tone="warning" data-strong={toBeSeen || undefined}>
          <WarningIcon size={16} />
          <span className={classes.alerts}>
            {recipient.alerts.map((alert) => (
              <span key={alert} dir="auto">
                {alert}
              </span>
            ))}
          </span>
          {toBeSeen && (
            <Button size="compact-sm" variant="default" autoFocus onClick={onSeen} data-seen>
              {m.mail_alert_seen()}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
