import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import * as m from '#messages';
import { MoveStatus } from '#src/directory/move-status.tsx';
import { formatLongDay, formatTime } from '#src/lib/dates.ts';
import { MoveTrouble } from './board-card.tsx';
import type { MoveDay } from './calendar-days.ts';
import classes from './calendar.module.css';
import { wayWords, whoWords } from './card-words.ts';
import { dayWords } from './day-words.ts';

type Props = {
  day: string;
  today: string;
  of: MoveDay;
  /** Beside the calendar, rather than one day of a list. */
  beside?: boolean;
  ref?: Ref<HTMLElement>;
};

/** What moves on a day, each with a way to its page. */
export function DayMoves({ day, today, of, beside, ref }: Props) {
  const title = formatLongDay(day);
  return (
    <section ref={ref} className={classes.dayMoves} data-beside={beside || undefined} aria-label={title}>
      <h3 className={classes.dayTitle}>
        {title}
        {day === today && <span className={classes.todayMark}>{m.booking_today()}</span>}
      </h3>
      <p className={classes.dayWords}>{dayWords(of)}</p>
      <ul className={classes.moves}>
        {of.moves.map((move) => (
          <li key={move.id}>
            <Link to="/moves/$requestId" params={{ requestId: move.id }} className={classes.move}>
              <span className={classes.moveLine}>
                <bdi className={classes.moveName} title={move.description}>
                  {move.description}
                </bdi>
                {move.date !== undefined && <span className={classes.dim}>{formatTime(move.date)}</span>}
              </span>
              <bdi className={classes.clip}>{whoWords(move)}</bdi>
              <bdi className={classes.dim}>{wayWords(move)}</bdi>
              <span className={classes.badges}>
                <MoveStatus move={{ status: { code: move.status }, approved: move.approved }} />
                <MoveTrouble card={move} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
