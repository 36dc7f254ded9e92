import * as m from '#messages';
import { PlaceChoices } from '#src/directory/place-choices.tsx';
import type { Period } from '#src/lib/period.ts';
import classes from '#src/ui/figure-filters.module.css';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { OwnPeriod } from '#src/ui/own-period.tsx';
import { TypeChoice } from './type-choice.tsx';
import { type Preset, presets, USUAL, type UseSearch } from './use-search.ts';

type Change = { [K in keyof UseSearch]?: UseSearch[K] | undefined };
type Props = {
  search: UseSearch;
  period: Period;
  onChange: (change: Change, replace?: boolean) => void;
};
const labelOf = (days: Preset) =>
  days === 365 ? m.space_use_year() : days === 28 ? m.space_use_weeks() : m.space_use_days({ count: days });

/** The period and which spaces; the address holds both. */
export function UseFilters({ search, period, onChange }: Props) {
  const own = search.from !== undefined;
  return (
    <div className={classes.line}>
      <div className={classes.periods} role="group" aria-label={m.space_use_period()}>
        {presets.map((days) => (
          <FilterChip
            key={days}
            on={!own && (search.days ?? USUAL) === days}
            onClick={() => onChange({ days, from: undefined, until: undefined })}
          >
            {labelOf(days)}
          </FilterChip>
        ))}
        <FilterChip on={own} onClick={() => onChange(period)}>
          {m.space_use_own()}
        </FilterChip>
      </div>
      {own && (
        <OwnPeriod
          key={`${period.from} ${period.until}`}
          period={period}
          onChange={(chosen) => onChange(chosen, true)}
        />
      )}
      <PlaceChoices where={search} onChange={onChange} />
      <TypeChoice value={search.type} onChange={(type) => onChange({ type })} />
    </div>
  );
}
