import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { moveTypesOptions } from '#src/directory/move-queries.ts';
import { moveLooks } from '#src/directory/move-status.tsx';
import { SavedFilters } from '#src/directory/saved-filters.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { ActiveFilters } from '#src/ui/filter-bar.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { formatLongDay } from '#src/lib/dates.ts';
import { changed, filtersOf, type MovesSearch, readMovesSearch } from './list-search.ts';
import classes from './list.module.css';

const statuses = (['pen', 'apr', 'sub', 'don', '0'] as const).map((id) => ({
  id,
  name: moveLooks[id].label,
}));
const read = (raw: Record<string, unknown>) => filtersOf(readMovesSearch(raw));

type Props = {
  search: MovesSearch;
  onSearch: (search: MovesSearch, replace?: boolean) => void;
  box: Ref<HTMLInputElement>;
  /** Whether there is more to see than one's own. */
  staff: boolean;
};

/** Search and filters in one line. The address holds them all. */
export function MoveFilterLine({ search, onSearch, box, staff }: Props) {
  const { data: types = [] } = useQuery(moveTypesOptions);
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const set = (change: Parameters<typeof changed>[1], replace = false) =>
    onSearch(changed(search, change), replace);
  const days = (['from', 'until'] as const).flatMap((key) => {
    const day = search[key];
    return day === undefined
      ? []
      : [
          {
            key,
            label: key === 'from' ? m.moves_from_day() : m.moves_until_day(),
            value: formatLongDay(day),
            onRemove: () => set({ [key]: undefined }),
          },
        ];
  });
  return (
    <div className={classes.filters}>
      <SearchField
        label={m.moves_find()}
        placeholder={m.moves_find_hint()}
        className={classes.search}
        value={search.search ?? ''}
        box={box}
        onChange={(text) => set({ search: text }, true)}
      />
      <SavedFilters
        view="moves"
        filters={filtersOf(search)}
        read={read}
        onChoose={(saved) => onSearch({ ...(search.view && { view: search.view }), ...saved })}
      />
      {staff && (
        <FilterChip on={search.mine === true} onClick={() => set({ mine: search.mine ? undefined : true })}>
          {m.moves_mine()}
        </FilterChip>
      )}
      <Choice
        layout="line"
        label={m.moves_state()}
        none={m.moves_any()}
        value={search.statusCode}
        options={statuses.map(({ id, name }) => ({ id, name: name() }))}
        onChange={(statusCode) => set({ statusCode })}
      />
      <Choice
        layout="line"
        label={m.moves_type()}
        none={m.moves_any()}
        value={search.typeId}
        options={types}
        onChange={(typeId) => set({ typeId })}
      />
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
      <label className={classes.day}>
        {m.moves_from_day()}
        <input
          type="date"
          value={search.from ?? ''}
          onChange={({ currentTarget: { value } }) => set({ from: value || undefined }, true)}
        />
      </label>
      <label className={classes.day}>
        {m.moves_until_day()}
        <input
          type="date"
          value={search.until ?? ''}
          onChange={({ currentTarget: { value } }) => set({ until: value || undefined }, true)}
        />
      </label>
      {days.length > 0 && (
        <ActiveFilters filters={days} onClear={() => set({ from: undefined, until: undefined })} />
      )}
    </div>
  );
}
