import * as m from '#messages';
import { isDay } from '#src/lib/calendar-days.ts';
import classes from './board.module.css';

type Range = { from: string | undefined; until: string | undefined };
type Props = Range & { onChange: (range: Range) => void };

/** Two days, both included; either may be left open. */
export function DayRange({ onChange, ...range }: Props) {
  return (
    <>
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className={classes.day} data-set={range[name] !== undefined || undefined}>
          {name === 'from' ? m.moves_from_day() : m.moves_until_day()}
          <input
            type="date"
            value={range[name] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              // Typed figure by figure a year is 2, 20, 202 first.
              (value === '' || isDay(value)) && onChange({ ...range, [name]: value || undefined })
            }
          />
        </label>
      ))}
    </>
  );
}
