import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { awayOptions, leaveLimitsOptions, teamOptions } from '#src/directory/leave-queries.ts';
import { daysOf, daysWords, spanWords } from '#src/directory/leave-words.tsx';
import { wholePersonOptions } from '#src/directory/people.ts';
import { TextLink } from '#src/ui/link.tsx';
import { ApprovalForm } from './approval-form.tsx';
import classes from './leaves.module.css';

type Props = { leave: Leave; current: boolean; onDone: () => void };

/** Leave that waits for a yes or no: whose, when, what is left after it, and who else is away then. */
export function ApprovalRow({ leave, current, onDone }: Props) {
  const { id, user, type, delegate, note } = leave;
  const span = spanWords(leave);
  return (
    <li className={classes.row} data-approval={id} data-decide data-current={current || undefined}>
      <span className={classes.what}>
        <TextLink to="/leave/approvals" search={{ open: id }} className={classes.name}>
          <bdi>{user.name}</bdi>
        </TextLink>
        <span className={classes.line}>
          <span>{span}</span>
          <span className={classes.days}>{daysWords(leave.days)}</span>
          <bdi className={classes.clip} title={type.name}>
            {type.name}
          </bdi>
        </span>
        <LeftAfter leave={leave} />
        {delegate && <span className={classes.dim}>{m.leave_delegate_is({ name: delegate.name })}</span>}
        {note && (
          <bdi className={classes.dim} title={note}>
            {note.length > 200 ? `${note.slice(0, 200)}…` : note}
          </bdi>
        )}
        <AlsoAway leave={leave} />
      </span>
      <ApprovalForm leave={leave} onDone={onDone} />
    </li>
  );
}

/** What is left of the year that it begins in; those who stand in are not told. */
function LeftAfter({ leave: { user, type, startDate } }: { leave: Leave }) {
  const year = Number(startDate.slice(0, 4));
  const { data } = useQuery(leaveLimitsOptions(year, user.id));
  // Days that are asked for, these too, are not left any more.
  const left = data?.find((limit) => limit.type.id === type.id)?.left;
  if (left === undefined) return null;
  return (
    <span className={left < 0 ? classes.problem : classes.dim}>
      {m.leave_left_after({ ...daysOf(left), year: String(year) })}
    </span>
  );
}

function AlsoAway({ leave: { user, startDate, endDate } }: { leave: Leave }) {
  const manager = useQuery(wholePersonOptions(user.id)).data?.manager?.id;
  const team = useQuery(teamOptions(manager)).data;
  const others = team?.map(({ id }) => id).filter((id) => id !== user.id);
  const { data } = useQuery(awayOptions(others, startDate, endDate));
  if (!data) return null;
  if (data.length === 0) return <span className={classes.dim}>{m.leave_team_none_away()}</span>;
  return (
    <span className={classes.also}>
      {m.leave_team_away()}{' '}
      {data.map((away) => (
        <bdi key={away.id}>{m.leave_team_away_one({ name: away.user.name, span: spanWords(away) })}</bdi>
      ))}
    </span>
  );
}
