import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Queue } from '#contract/mail.ts';
import { OVERDUE_DAYS } from '#src/directory/item-facts.ts';
import { countsOptions } from '#src/directory/mail-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { ClockIcon } from '#src/ui/icons.tsx';
import classes from '#src/directory/filter-line.module.css';
import type { MailFilters } from './filters.ts';

type Props = {
  queue: Queue;
  filters: MailFilters;
  onChange: (olderThanDays: number | undefined) => void;
};

/** What has waited too long, one tap away, with how many there are; of what was delivered nothing waits. */
export function OverdueChip({ queue, filters, onChange }: Props) {
  const on = filters.olderThanDays === OVERDUE_DAYS;
  const { data } = useQuery({
    ...countsOptions({ ...filters, olderThanDays: OVERDUE_DAYS }),
    placeholderData: (before) => before,
    enabled: queue !== 'OUT',
  });
  if (queue === 'OUT') return null;
  const count = data?.counts[queue];
  return (
    <button
      type="button"
      className={classes.button}
      aria-pressed={on}
      title={m.mail_overdue_hint({ days: OVERDUE_DAYS })}
      onClick={() => onChange(on ? undefined : OVERDUE_DAYS)}
    >
      <ClockIcon size={15} />
      {m.mail_overdue()}{' '}
      {count !== undefined && (
        <span className={classes.count} data-urgent={count > 0 || undefined}>
          {formatNumber(count)}
        </span>
      )}
    </button>
  );
}
