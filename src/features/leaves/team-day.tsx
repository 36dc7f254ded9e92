import type { Ref } from 'react';
import * as m from '#messages';
import { spanWords } from '#src/directory/leave-words.tsx';
import { formatLongDay } from '#src/lib/dates.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { type AwayDay, partWords } from './team-days.ts';
import classes from './team.module.css';

/** As many as a day of a month has room for. */
const IN_MONTH = 3;

/** Who is away on a day, as far as there is room. */
export function TeamCell({ all }: { all: readonly AwayDay[] }) {
  const shown = all.length <= IN_MONTH + 1 ? all : all.slice(0, IN_MONTH);
  const rest = all.length - shown.length;
  return (
    <>
      {shown.map(({ away, part }) => (
        <span key={away.id} className={classes.chip} data-part={part} title={away.user.name}>
          <bdi>{away.user.name}</bdi>
          {part !== 'whole' && (
            <span className={classes.part}>
              {part === 'morning' ? m.leave_form_morning() : m.leave_form_afternoon()}
            </span>
          )}
        </span>
      ))}
      {rest > 0 && <span className={classes.dim}>{m.leave_team_more({ count: rest })}</span>}
    </>
  );
}

type Props = {
  day: string;
  today: string;
  all: readonly AwayDay[];
  /** Beside the calendar, rather than one day of a list. */
  beside?: boolean;
  ref?: Ref<HTMLElement>;
};

/** Who is away on a day, until when, and who stands in. */
export function TeamDay({ day, today, all, beside, ref }: Props) {
  const title = formatLongDay(day);
  return (
    <section ref={ref} className={classes.day} data-beside={beside || undefined} aria-label={title}>
      <h3 className={classes.dayTitle}>
        {title}
        {day === today && <span className={classes.todayMark}>{m.booking_today()}</span>}
      </h3>
      {all.length === 0 && <p className={classes.dim}>{m.leave_team_day_free()}</p>}
      <ul className={classes.people}>
        {all.map(({ away, part }) => (
          <li key={away.id} className={classes.person}>
            <Avatar name={away.user.name} color={away.user.color} size={28} />
            <span className={classes.words}>
              <TextLink to="/people/$userId" params={{ userId: away.user.id }} className={classes.name}>
                <bdi>{away.user.name}</bdi>
              </TextLink>
              <span>{partWords[part]()}</span>
              {away.startDate !== away.endDate && (
                <span className={classes.dim}>{m.leave_away_span({ span: spanWords(away) })}</span>
              )}
              {away.delegate && (
                <span className={classes.dim}>{m.leave_delegate_is({ name: away.delegate.name })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
