import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { WaitingEntry } from '#contract/booking-calendar.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayOf } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { CheckIcon, ClockIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './mine.module.css';
import { useLine, waitingOptions } from './waiting-queries.ts';
import { waitingWords, windowWords } from './waiting-words.ts';

/** What the reader waits for, and what has become free; nothing where they wait for nothing. */
export function WaitingList() {
  useLiveTopic('booking-waiting', waitingOptions.queryKey);
  const { data, error } = useQuery(waitingOptions);
  const { leave, busy } = useLine();
  if (error && !data)
    return (
      <p className={classes.problem} role="alert">
        {m.rules_wait_failed()} {error.message}
      </p>
    );
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className={classes.heading}>
        {m.rules_waiting()}
      </h2>
      <ul className={classes.list}>
        {data.map((entry) => (
          <WaitingRow key={entry.id} entry={entry} busy={busy} onLeave={() => leave(entry)} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { entry: WaitingEntry; busy: boolean; onLeave: () => void };

function WaitingRow({ entry, busy, onLeave }: RowProps) {
  const { told, timeZone, numberOfPeople } = entry;
  const what = waitingWords(entry);
  return (
    <li className={classes.row}>
      <span className={classes.time}>{windowWords(told ?? entry, timeZone)}</span>
      <span className={classes.what}>
        <bdi className={classes.space}>{told?.room.name ?? what}</bdi>
        {numberOfPeople > 1 && (
          <span className={classes.aside}>
            {m.rules_people({ count: numberOfPeople, number: formatNumber(numberOfPeople) })}
          </span>
        )}
      </span>
      <span className={classes.state}>
        <StatusBadge tone={told ? 'success' : 'info'} icon={told ? CheckIcon : ClockIcon}>
          {told ? m.rules_wait_told() : m.rules_wait_on()}
        </StatusBadge>
        {told && <span className={classes.aside}>{m.rules_wait_told_text()}</span>}
      </span>
      <span className={classes.actions}>
        {told && (
          <LinkButton
            size="compact-sm"
            to="/bookings/space/$roomId"
            params={{ roomId: told.room.id }}
            search={{
              date: dayOf(told.startDate, timeZone),
              from: told.startDate,
              to: told.endDate,
            }}
            aria-label={m.bookings_do_with({ what: m.bookings_book(), space: told.room.name })}
          >
            {m.bookings_book()}
          </LinkButton>
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={m.rules_wait_remove_what({ what })}
          onClick={onLeave}
        >
          {m.rules_wait_remove()}
        </Button>
      </span>
    </li>
  );
}
