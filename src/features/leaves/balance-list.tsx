import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { LeaveLimit } from '#contract/leaves.ts';
import { leaveLimitsOptions } from '#src/directory/leave-queries.ts';
import { daysOf } from '#src/directory/leave-words.tsx';
import { formatDayMonth } from '#src/lib/dates.ts';
import classes from './balance.module.css';

/** What somebody may take in a year, has taken and has asked for, by type. */
export function BalanceList({ year }: { year: number }) {
  const { data, error, refetch } = useQuery(leaveLimitsOptions(year));
  // Of what has no limit only that which was taken says something.
  const shown = data?.filter(({ limited, used, pending }) => limited || used + pending > 0);
  return (
    <section aria-label={m.leave_balances({ year: String(year) })} className={classes.section}>
      {shown ? (
        shown.length > 0 ? (
          <ul className={classes.balances}>
            {shown.map((limit) => (
              <Balance key={limit.type.id} limit={limit} />
            ))}
          </ul>
        ) : (
          <p className={classes.dim}>{m.leave_balances_none()}</p>
        )
      ) : error ? (
        <p className={classes.problem} role="alert">
          {m.leave_balances_failed()}. {error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      ) : (
        <Skeleton height={120} />
      )}
    </section>
  );
}

function Balance({ limit }: { limit: LeaveLimit }) {
  const { type, limited, used, pending, days = 0, carried = 0, expired = 0, left = 0, carryUntil } = limit;
  const all = days + carried - expired;
  return (
    <li className={classes.balance}>
      <h3 className={classes.balanceName}>
        <bdi title={type.name}>{type.name}</bdi>
      </h3>
      {limited ? (
        <p className={classes.left}>
          <strong data-short={left < 0 || undefined}>
            {left < 0 ? m.leave_balance_short(daysOf(-left)) : m.leave_balance_left(daysOf(left))}
          </strong>{' '}
          <span className={classes.dim}>{m.leave_balance_of(daysOf(all))}</span>
        </p>
      ) : (
        <p className={classes.left}>
          <span className={classes.dim}>{m.leave_balance_unlimited()}</span>
        </p>
      )}
      {limited && <BalanceBar used={used} pending={pending} all={all} />}
      <ul className={classes.balanceLines}>
        <li data-kind="used">{m.leave_balance_used(daysOf(used))}</li>
        {pending > 0 && <li data-kind="pending">{m.leave_balance_pending(daysOf(pending))}</li>}
        {carried > 0 && (
          <li>
            {carryUntil
              ? m.leave_balance_carried_until({ ...daysOf(carried), day: formatDayMonth(carryUntil) })
              : m.leave_balance_carried(daysOf(carried))}
          </li>
        )}
        {expired > 0 && <li>{m.leave_balance_expired(daysOf(expired))}</li>}
      </ul>
    </li>
  );
}

/** The words below it say the same. */
function BalanceBar({ used, pending, all }: { used: number; pending: number; all: number }) {
  const most = Math.max(all, used + pending) || 1;
  return (
    <span className={classes.bar} aria-hidden="true">
      <span data-kind="used" style={{ inlineSize: `${(used / most) * 100}%` }} />
      <span data-kind="pending" style={{ inlineSize: `${(pending / most) * 100}%` }} />
    </span>
  );
}
