import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { OVERDUE_DAYS } from '#src/directory/item-facts.ts';
import { countsOptions } from '#src/directory/mail-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TextLink } from '#src/ui/link.tsx';
import type { MailStats } from './api.ts';
import { formatDuration } from '#src/lib/duration.ts';
import classes from '#src/ui/figures.module.css';
import { totalOf } from './series.ts';

/** The period in five numbers; the last of them is of now, and leads to the parcels. */
export function Totals({ stats, centerId }: { stats: MailStats; centerId: number | undefined }) {
  const { checkedIn, delivered } = totalOf(stats.days);
  const { timeToDelivery: times } = stats;
  const overdue = { olderThanDays: OVERDUE_DAYS, ...(centerId && { centerId }) };
  const waiting = useQuery(countsOptions(overdue)).data?.counts.IN;
  const time = (ms: number | undefined) =>
    ms === undefined ? <span className={classes.none}>{m.figures_none_time()}</span> : formatDuration(ms);
  return (
    <dl className={classes.totals}>
      <div>
        <dt>{m.figures_checked_in()}</dt>
        <dd>{formatNumber(checkedIn)}</dd>
      </div>
      <div>
        <dt>{m.figures_delivered()}</dt>
        <dd>{formatNumber(delivered)}</dd>
      </div>
      <div>
        <dt>{m.figures_median()}</dt>
        <dd>{time(times?.medianMs)}</dd>
      </div>
      <div>
        <dt>{m.figures_p90()}</dt>
        <dd>{time(times?.p90Ms)}</dd>
      </div>
      <div>
        <dt title={m.mail_overdue_hint({ days: OVERDUE_DAYS })}>{m.figures_overdue()}</dt>
        <dd>
          {waiting === undefined ? '…' : formatNumber(waiting)}{' '}
          {waiting !== undefined && waiting > 0 && (
            <TextLink to="/mail" search={overdue} className={classes.show}>
              {m.figures_overdue_show()}
            </TextLink>
          )}
        </dd>
      </div>
    </dl>
  );
}
