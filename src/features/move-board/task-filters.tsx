import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { taskKindsOptions } from '#src/directory/move-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { kept } from './board-search.ts';
import classes from './board.module.css';
import { DayRange } from './day-range.tsx';
import { taskCountOptions } from './queries.ts';
import { taskFilter, type TaskSearch, type TaskState, taskStates } from './task-search.ts';

type Props = {
  search: TaskSearch;
  onSearch: (search: TaskSearch, replace?: boolean) => void;
  box: Ref<HTMLInputElement>;
};
const labels: Record<TaskState, () => string> = {
  open: m.move_tasks_open,
  done: m.moves_task_done,
  all: m.move_tasks_all,
};

/** What narrows the tasks down, in one line; the address holds it all. */
export function TaskFilters({ search, onSearch, box }: Props) {
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const { data: kinds = [] } = useQuery(taskKindsOptions);
  const set = (change: { [Key in keyof TaskSearch]: TaskSearch[Key] | undefined }, replace = false) =>
    onSearch(kept<TaskSearch>({ ...search, ...change } as TaskSearch), replace);
  return (
    <div className={classes.filters}>
      {taskStates.map((state) => (
        <StateChip
          key={state}
          state={state}
          search={search}
          onChoose={() => set({ state: state === 'open' ? undefined : state })}
        />
      ))}
      <SearchField
        label={m.move_tasks_find()}
        placeholder={m.move_tasks_find_hint()}
        className={classes.search}
        value={search.search ?? ''}
        box={box}
        onChange={(text) => set({ search: text || undefined }, true)}
      />
      <Choice
        layout="line"
        label={m.moves_task()}
        none={m.moves_any()}
        value={search.taskId}
        options={kinds}
        onChange={(taskId) => set({ taskId })}
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
      <DayRange from={search.from} until={search.until} onChange={(range) => set(range, true)} />
    </div>
  );
}

type ChipProps = { state: TaskState; search: TaskSearch; onChoose: () => void };
function StateChip({ state, search, onChoose }: ChipProps) {
  const { data: count } = useQuery(taskCountOptions(taskFilter(search, state)));
  return (
    <FilterChip on={state === (search.state ?? 'open')} onClick={onChoose}>
      {labels[state]()}
      {count !== undefined && <span className={classes.count}>{formatNumber(count)}</span>}
    </FilterChip>
  );
}
