import type { ReactNode } from 'react';
import * as m from '#messages';
import type { Period } from '#src/lib/period.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { OwnPeriod } from '#src/ui/own-period.tsx';
import classes from '#src/ui/figure-filters.module.css';
import { type FigureRules, type FigureSearch, mailRules, type Preset, presets } from './figure-search.ts';

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
