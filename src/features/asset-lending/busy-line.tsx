import * as m from '#messages';
import type { LendableAsset } from '#contract/asset-loans.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import classes from './lending.module.css';

type Props = { taken: LendableAsset['taken']; window: { since: number; until: number } };
/** As far as the server tells what is taken. */
const SHOWN = 4 * 7 * 86_400_000;

/** The time that was asked for and the four weeks after it, with what is taken of them. Words say the same beside it. */
export function BusyLine({ taken, window: { since, until } }: Props) {
  const length = until + SHOWN - since;
  const at = (ms: number) => `${(Math.min(Math.max(ms - since, 0), length) / length) * 100}%`;
  const width = (from: number, to: number) =>
    `max(3px, ${((Math.min(to, since + length) - Math.max(from, since)) / length) * 100}%)`;
  return (
    <span className={classes.busyLine} role="img" aria-label={m.lending_taken_times({ count: taken.length })}>
      <span className={classes.askedTime} style={{ insetInlineStart: 0, width: width(since, until) }} />
      {taken.map(({ loan, user, startDate, dueDate }) => (
        <span
          key={loan}
          className={classes.busy}
          title={m.lending_taken_by({
            name: user.name,
            from: formatDateTime(startDate),
            until: formatDateTime(dueDate),
          })}
          style={{ insetInlineStart: at(startDate), width: width(startDate, Math.max(dueDate, since)) }}
        />
      ))}
    </span>
  );
}
