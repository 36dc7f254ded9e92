import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CalendarView, dayAfterKey } from '#src/lib/calendar-weeks.ts';
import { firstOfMonth } from '#src/lib/calendar-days.ts';
import { locale } from '#src/lib/language.ts';
import { sideKey } from '#src/lib/side-keys.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import classes from './month-grid.module.css';

type Props = {
  label: string;
  view: CalendarView;
  weeks: readonly (readonly string[])[];
  /** The chosen day; the keys walk from it. */
  date: string;
  today: string;
  /** What a day is called by a reader, with what is on it. */
  dayLabel: (day: string) => string;
  /** Beside the number of a day. */
  head?: (day: string) => ReactNode;
  /** Below it. */
  cell: (day: string) => ReactNode;
  onDate: (date: string) => void;
  /** Enter on a day: to what is on it. */
  onEnter: () => void;
};

/** Days in weeks, one of them in the tab order; the arrows walk on into the next month. */
export function MonthGrid(props: Props) {
  const { label, view, weeks, date, today, dayLabel, head, cell, onDate, onEnter } = props;
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
          {week.map((day) => (
            <div
              key={day}
              role="gridcell"
              data-day={day}
              data-outside={(view === 'month' && firstOfMonth(day) !== firstOfMonth(date)) || undefined}
              tabIndex={day === date ? 0 : -1}
              aria-selected={day === date}
              aria-current={day === today ? 'date' : undefined}
              aria-label={dayLabel(day)}
              className={classes.day}
              onClick={() => onDate(day)}
            >
              <span className={classes.dayLine}>
                <span className={classes.number}>{Number(day.slice(8))}</span>
                {head?.(day)}
              </span>
              {cell(day)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
