import { useId, useState } from 'react';
import * as m from '#messages';
import { MOST_DAYS, type Period, problemOf } from '#src/lib/period.ts';
import classes from './own-period.module.css';

type Props = { period: Period; most?: number; onChange: (period: Period) => void };

/** Two days. What makes no period stays in the fields and is said; the figures stay those of the last. */
export function OwnPeriod({ period, most = MOST_DAYS, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(period);
  const problem = problemOf(draft, most);
  const said =
    problem &&
    {
      incomplete: m.figures_problem_incomplete,
      order: m.figures_problem_order,
      long: () => m.figures_problem_long({ most }),
    }[problem]();
  const settle = () => {
    if (!problem && (draft.from !== period.from || draft.until !== period.until)) onChange(draft);
  };
  return (
    // Typed figure by figure a year is 2, 20, 202 first: taken over when the fields are left, or on Enter.
    <form
      className={classes.own}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && settle()}
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className={classes.day}>
          {name === 'from' ? m.figures_from() : m.figures_until()}
          <input
            type="date"
            value={draft[name]}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" className={classes.apply}>
        {m.figures_apply()}
      </button>
      <span id={`${id}-problem`} className={classes.problem} role="alert">
        {said}
      </span>
    </form>
  );
}
