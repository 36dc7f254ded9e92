import * as m from '#messages';
import type { LeaveLimit } from '#contract/leaves.ts';
import { useLeaveWrite } from '#src/directory/leave-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { notify } from '#src/ui/notify.ts';
import { changeLimit, type LimitBody } from './api.ts';
import { DaysCell } from './days-cell.tsx';
import classes from './leaves.module.css';

type Change = Pick<LimitBody, 'days' | 'carried'>;

/** The days of a person of one type in one year; what is set for them can be changed in place. */
export function LimitRow({ limit }: { limit: LeaveLimit }) {
  const { user, type, year, own, carriedSet, days = 0, carried = 0, expired = 0, left = 0 } = limit;
  const { mutateAsync } = useLeaveWrite((change: Change) =>
    changeLimit({ user: { id: user.id }, type: { id: type.id }, year, ...change }),
  );
  const words = { type: type.name, year: String(year) };
  const save = async (change: Change, before: Change) => {
    await mutateAsync(change);
    notify({
      message: m.leave_limits_saved(words),
      tone: 'success',
      undo: () => void mutateAsync(before).catch(({ message }: Error) => notify({ message, tone: 'danger' })),
    });
  };
  const figures = [
    [m.leave_limits_used(), limit.used],
    [m.leave_limits_pending(), limit.pending],
    ...(expired > 0 ? [[m.leave_limits_expired(), expired] as const] : []),
    [m.leave_limits_left(), left],
  ] as const;
  return (
    <li className={classes.row} data-limit>
      <bdi className={classes.name} title={type.name}>
        {type.name}
      </bdi>
      <DaysCell
        key={`days ${days} ${own}`}
        label={m.leave_limits_days()}
        name={m.leave_limits_days_of(words)}
        days={days}
        set={own}
        says={own ? m.leave_limits_own() : m.leave_limits_default()}
        onSave={(to) => save({ days: to }, { days: own ? days : null })}
      />
      <DaysCell
        key={`carried ${carried} ${carriedSet}`}
        label={m.leave_limits_carried()}
        name={m.leave_limits_carried_of(words)}
        days={carried}
        set={carriedSet}
        says={carriedSet ? m.leave_limits_set() : m.leave_limits_reckoned()}
        onSave={(to) => save({ carried: to }, { carried: carriedSet ? carried : null })}
      />
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
