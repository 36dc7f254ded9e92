import { ActionIcon, TextInput } from '@mantine/core';
import * as m from '#messages';
import { ArrowBackIcon, ArrowOnIcon } from '#src/ui/booking-icons.tsx';
import classes from './date-line.module.css';
import { daysLater, isDay } from '#src/lib/calendar-days.ts';

type Props = {
  date: string;
  today: string;
  /** Days that a step goes: 1, or 7 in a week. */
  step?: 1 | 7;
  onDate: (date: string | undefined) => void;
};

/** A day, with the ones around it and today one press away. */
export function DateLine({ date, today, step = 1, onDate }: Props) {
  const go = (to: string) => onDate(to === today ? undefined : to);
  const [before, after] =
    step === 7
      ? [m.booking_week_before(), m.booking_week_after()]
      : [m.booking_day_before(), m.booking_day_after()];
  return (
    <div className={classes.dates} role="group" aria-label={m.booking_date()}>
      <ActionIcon
        variant="default"
        size={30}
        className={classes.step}
        aria-label={before}
        onClick={() => go(daysLater(date, -step))}
      >
        <ArrowBackIcon size={16} className={classes.turn} />
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
        onClick={() => go(daysLater(date, step))}
      >
        <ArrowOnIcon size={16} className={classes.turn} />
      </ActionIcon>
      <button type="button" className={classes.today} disabled={date === today} onClick={() => go(today)}>
        {m.booking_today()}
      </button>
    </div>
  );
}
