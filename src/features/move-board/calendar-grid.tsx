import { type KeyboardEvent, useEffect, useRef } from 'react';
import * as m from '#messages';
import { firstOfMonth } from '#src/lib/calendar-days.ts';
import { formatLongDay } from '#src/lib/dates.ts';
import { locale } from '#src/lib/language.ts';
import { sideKey } from '#src/lib/side-keys.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { type CalendarView, dayAfterKey, type MoveDay, NO_MOVES } from './calendar-days.ts';
import classes from './calendar.module.css';
import { DayCell } from './day-cell.tsx';
import { dayWords } from './day-words.ts';

type Props = {
  label: string;
  view: CalendarView;
  weeks: readonly (readonly string[])[];
  /** The chosen day; the keys walk from it. */
  date: string;
  today: string;
  days: ReadonlyMap<string, MoveDay>;
  onDate: (date: string) => void;
  /** Enter on a day: to what moves then. */
  onEnter: () => void;
};

/** Days in weeks, one of them in the tab order; the arrows walk on into the next month. */
export function CalendarGrid({ label, view, weeks, date, today, days, onDate, onEnter }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  /** Where the keys are ahead of the address, which takes a moment. */
  const walking = useRef<string>(undefined);
  useEffect(() => {
    // Another month has other cells: the focus goes to the day once it is drawn.
    if (walking.current !== date) return;
    grid.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus();
    walking.current = undefined;
  }, [date]);
  const names = weekdays(locale());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target as HTMLElement).matches('[role="gridcell"]')) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onEnter();
    }
    const next = dayAfterKey(sideKey(event.key), walking.current ?? date, view);
    if (next === undefined) return;
    event.preventDefault();
    walking.current = next;
    onDate(next);
  };
  return (
    <div
      ref={grid}
      role="grid"
      // Found by a reader; the tab key goes to a day.
      tabIndex={-1}
      aria-label={label}
      className={classes.grid}
      data-view={view}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={classes.week} data-head>
        {weeks[0]!.map((date) => {
          const { short, long } = names[(new Date(Date.parse(date)).getUTCDay() + 6) % 7]!;
          return (
            <span key={date} role="columnheader" aria-label={long}>
              {short}
            </span>
          );
        })}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className={classes.week}>
          {week.map((day) => {
            const of = days.get(day) ?? NO_MOVES;
            return (
              <div
                key={day}
                role="gridcell"
                data-day={day}
                data-outside={(view === 'month' && firstOfMonth(day) !== firstOfMonth(date)) || undefined}
                tabIndex={day === date ? 0 : -1}
                aria-selected={day === date}
                aria-current={day === today ? 'date' : undefined}
                aria-label={m.move_calendar_day({ day: formatLongDay(day), what: dayWords(of) })}
                className={classes.day}
                onClick={() => onDate(day)}
              >
                <DayCell day={day} of={of} view={view} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
