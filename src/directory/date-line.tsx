import { ActionIcon, TextInput } from '@mantine/core';
import * as m from '#messages';
import { ArrowBackIcon, ArrowOnIcon } from '#src/ui/booking-icons.tsx';
import classes from './date-line.module.css';
import { daysLater, isDay, monthsLater } from '#src/lib/calendar-days.ts';

type Props = {
  date: string;
  today: string;
  /** What a step goes: 1 day, 7 in a week, or a month. */
  step?: 1 | 7 | 'month';
  onDate: (date: string | undefined) => void;
};

/** A day, with the ones around it and today one press away. */
export function DateLine({ date, today, step = 1, onDate }: Props) {
  const go = (to: string) => onDate(to === today ? undefined : to);
  const later = (steps: number) =>
    step === 'month' ? monthsLater(date, steps) : daysLater(date, steps * step);
  const [before, after] = {
    1: [m.booking_day_before, m.booking_day_after],
    7: [m.booking_week_before, m.booking_week_after],
    month: [m.booking_month_before, m.booking_month_after],
  }[step].map((words) => words());
  return (
    <div className={classes.dates} role="group" aria-label={m.booking_date()}>
      <ActionIcon
        variant="default"
        size={30}
        className={classes.step}
        aria-label={before}
        onClick={() => go(later(-1))}
      >
        <ArrowBackIcon size={16} />
      </ActionIcon>
      <TextInput
        // Another address brings another day; while one types, the field holds what makes no day yet.
        key={date}
        type="date"
        size="xs"
        className={classes.date}
        aria-label={m.booking_date()}
        defaultValue={date}
        onChange={({ currentTarget: { value } }) => isDay(value) && go(value)}
      />
      <ActionIcon
        variant="default"
        size={30}
        className={classes.step}
        aria-label={after}
        onClick={() => go(later(1))}
      >
        <ArrowOnIcon size={16} />
      </ActionIcon>
      <button type="button" className={classes.today} disabled={date === today} onClick={() => go(today)}>
        {m.booking_today()}
      </button>
    </div>
  );
}
