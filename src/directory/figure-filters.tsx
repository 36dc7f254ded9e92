import { type ReactNode, useId, useState } from 'react';
import * as m from '#messages';
import { Choice } from '#src/ui/choice.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import classes from './figure-filters.module.css';
import {
  type FigureRules,
  type FigureSearch,
  mailRules,
  type Period,
  type Preset,
  presets,
  problemOf,
} from './figure-search.ts';

type Props = {
  search: FigureSearch;
  period: Period;
  onSearch: (search: FigureSearch, replace?: boolean) => void;
  centers: readonly { id: number; name: string }[];
  rules?: FigureRules;
  /** Other filters of the page. */
  children?: ReactNode;
};
const presetLabel = (days: Preset) => (days === 365 ? m.figures_year() : m.figures_days({ count: days }));

/** The period and the center; the address holds both. */
export function FigureFilters({ search, period, onSearch, centers, rules = mailRules, children }: Props) {
  const { centerId } = search;
  const at = centerId === undefined ? {} : { centerId };
  const own = search.from !== undefined;
  return (
    <div className={classes.line}>
      <div className={classes.periods} role="group" aria-label={m.figures_period()}>
        {presets.map((days) => (
          <FilterChip
            key={days}
            on={!own && (search.days ?? rules.usual) === days}
            onClick={() => onSearch({ ...at, ...(days !== rules.usual && { days }) })}
          >
            {presetLabel(days)}
          </FilterChip>
        ))}
        <FilterChip on={own} onClick={() => onSearch({ ...at, ...period })}>
          {m.figures_own()}
        </FilterChip>
      </div>
      {own && (
        <OwnPeriod
          key={`${period.from} ${period.until}`}
          period={period}
          most={rules.most}
          onChange={(chosen) => onSearch({ ...at, ...chosen }, true)}
        />
      )}
      {centers.length > 1 && (
        <Choice
          layout="line"
          label={m.figures_center()}
          none={m.figures_center_all()}
          value={centerId}
          options={centers}
          onChange={(id) => {
            const { centerId: _before, ...rest } = search;
            onSearch({ ...rest, ...(id && { centerId: id }) });
          }}
        />
      )}
      {children}
    </div>
  );
}

type OwnProps = { period: Period; most: number; onChange: (period: Period) => void };

/** Two days. What makes no period stays in the fields and is said; the figures stay those of the last. */
function OwnPeriod({ period, most, onChange }: OwnProps) {
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
