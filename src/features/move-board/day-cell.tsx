import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { moveLooks } from '#src/directory/move-status.tsx';
import type { CalendarView } from '#src/lib/calendar-weeks.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import type { MoveDay } from './calendar-days.ts';
import classes from './calendar.module.css';
import { peopleWords, whoWords } from './card-words.ts';

/** As many as a day of a month has room for. */
const IN_MONTH = 3;

/** How many conflicts and people a day has. */
export const DayHead = ({ of }: { of: MoveDay }) => (
  <>
    {of.conflicts > 0 && (
      <span className={classes.trouble} title={m.move_board_conflicts({ count: of.conflicts })}>
        <WarningIcon size={13} />
        {of.conflicts}
      </span>
    )}
    {of.people > 0 && <span className={classes.people}>{peopleWords(of.people)}</span>}
  </>
);

/** The moves of a day, as far as there is room. */
export function DayCell({ of, view }: { of: MoveDay; view: CalendarView }) {
  const most = view === 'week' ? of.moves.length : IN_MONTH;
  // One more fits where the line about the rest would stand.
  const shown = of.moves.length <= most + 1 ? of.moves : of.moves.slice(0, most);
  const rest = of.moves.length - shown.length;
  return (
    <>
      {shown.map((move) => {
        const { icon: Icon, tone, label } = moveLooks[move.status];
        return (
          <Link
            key={move.id}
            to="/moves/$requestId"
            params={{ requestId: move.id }}
            tabIndex={-1}
            className={classes.chip}
            data-tone={move.failed ? 'danger' : tone}
            title={m.move_calendar_chip({ status: label(), name: move.description, who: whoWords(move) })}
          >
            {Icon && <Icon size={13} />}
            <bdi>{move.description}</bdi>
            {view === 'week' && <bdi className={classes.chipWho}>{whoWords(move)}</bdi>}
          </Link>
        );
      })}
      {rest > 0 && <span className={classes.rest}>{m.move_calendar_more({ count: rest })}</span>}
    </>
  );
}
