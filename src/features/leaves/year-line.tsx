import { ActionIcon } from '@mantine/core';
import * as m from '#messages';
import { ArrowBackIcon, ArrowOnIcon } from '#src/ui/booking-icons.tsx';
import classes from './balance.module.css';

/** A year, with the ones around it one press away. */
export function YearLine({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  return (
    <span className={classes.years} role="group" aria-label={m.leave_year()}>
      <ActionIcon
        variant="default"
        size={30}
        disabled={year <= 2000}
        aria-label={m.leave_year_before()}
        onClick={() => onYear(year - 1)}
      >
        <ArrowBackIcon size={16} />
      </ActionIcon>
      <strong aria-live="polite">{year}</strong>
      <ActionIcon
        variant="default"
        size={30}
        disabled={year >= 2199}
        aria-label={m.leave_year_after()}
        onClick={() => onYear(year + 1)}
      >
        <ArrowOnIcon size={16} />
      </ActionIcon>
    </span>
  );
}
