import { useQuery } from '@tanstack/react-query';
import type { ReactNode, Ref } from 'react';
import * as m from '#messages';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { type BoardSearch, kept } from './board-search.ts';
import classes from './board.module.css';
import { DayRange } from './day-range.tsx';

type Props<S extends BoardSearch> = {
  search: S;
  onSearch: (search: S, replace?: boolean) => void;
  box: Ref<HTMLInputElement>;
  /** The calendar has days of its own. */
  days?: boolean;
  children?: ReactNode;
};

/** What narrows board and calendar down, in one line; the address holds it all. */
export function BoardFilters<S extends BoardSearch>(props: Props<S>) {
  const { search, onSearch, box, days = true, children } = props;
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const set = (change: { [Key in keyof BoardSearch]: BoardSearch[Key] | undefined }, replace = false) =>
    onSearch(kept<S>({ ...search, ...change }), replace);
  return (
    <div className={classes.filters}>
      {children}
      <SearchField
        label={m.moves_find()}
        placeholder={m.moves_find_hint()}
        className={classes.search}
        value={search.search ?? ''}
        box={box}
        onChange={(text) => set({ search: text || undefined }, true)}
      />
      <FilterChip
        on={search.toApprove === true}
        onClick={() => set({ toApprove: search.toApprove ? undefined : true })}
      >
        {m.move_board_waits()}
      </FilterChip>
      <FilterChip on={search.mine === true} onClick={() => set({ mine: search.mine ? undefined : true })}>
        {m.moves_mine()}
      </FilterChip>
      {buildings.length > 1 && (
        <Choice
          layout="line"
          label={m.moves_building()}
          none={m.moves_any()}
          value={search.buildingId}
          options={buildings}
          onChange={(buildingId) => set({ buildingId })}
        />
      )}
      {days && <DayRange from={search.from} until={search.until} onChange={(range) => set(range, true)} />}
    </div>
  );
}
