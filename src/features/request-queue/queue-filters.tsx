import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { catalogueOptions } from '#src/directory/request-queries.ts';
import { SavedFilters } from '#src/directory/saved-filters.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { ActiveFilters } from '#src/ui/filter-bar.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { operatorsOptions } from './queries.ts';
import classes from './request-queue.module.css';
import {
  changed,
  filtersOf,
  type QueueFilters as Filters,
  type QueueSearch,
  readQueueSearch,
} from './search.ts';

type Props = {
  search: QueueSearch;
  onSearch: (search: QueueSearch, replace?: boolean) => void;
  searchBox: Ref<HTMLInputElement>;
};
const AGES = [1, 2, 3, 7, 14, 30, 90];
const ANYBODY: readonly number[] = [];
const read = (raw: Record<string, unknown>): Filters => filtersOf(readQueueSearch(raw));

/** Search and filters in one line. The address holds them all. */
export function QueueFilters({ search, onSearch, searchBox }: Props) {
  const catalogue = useQuery(catalogueOptions).data;
  const operators = useQuery(operatorsOptions(ANYBODY)).data ?? [];
  const products = [
    ...(catalogue?.categories.flatMap((category) => category.products) ?? []),
    ...(catalogue?.products ?? []),
  ];
  const types = products.flatMap((product) => product.types);
  const set = (change: Parameters<typeof changed>[1]) => onSearch(changed(search, change));
  return (
    <div className={classes.filters}>
      <SearchField
        label={m.queue_search()}
        placeholder={m.queue_search_hint()}
        className={classes.search}
        value={search.search ?? ''}
        box={searchBox}
        onChange={(text) => onSearch(changed(search, { search: text }), true)}
      />
      <SavedFilters
        view="request-queue"
        filters={filtersOf(search)}
        read={read}
        onChoose={(saved) =>
          onSearch({
            ...(search.tab && { tab: search.tab }),
            ...(search.view && { view: search.view }),
            ...saved,
          })
        }
      />
      <Choice
        layout="line"
        label={m.request_type()}
        none={m.queue_any()}
        value={search.requestTypeId}
        options={types}
        onChange={(requestTypeId) => set({ requestTypeId })}
      />
      <Choice
        layout="line"
        label={m.request_priority()}
        none={m.queue_any()}
        value={search.priorityId}
        options={catalogue?.priorities ?? []}
        onChange={(priorityId) => set({ priorityId })}
      />
      {(catalogue?.centers.length ?? 0) > 1 && (
        <Choice
          layout="line"
          label={m.request_center()}
          none={m.queue_any()}
          value={search.centerId}
          options={catalogue?.centers ?? []}
          onChange={(centerId) => set({ centerId })}
        />
      )}
      <Choice
        layout="line"
        label={m.queue_operator()}
        none={m.queue_any()}
        value={search.operatorId}
        options={operators}
        onChange={(operatorId) => set({ operatorId, unassigned: undefined })}
      />
      <FilterChip
        on={search.unassigned === true}
        onClick={() => set({ unassigned: search.unassigned ? undefined : true, operatorId: undefined })}
      >
        {m.queue_unassigned()}
      </FilterChip>
      <Choice
        layout="line"
        label={m.queue_age()}
        none={m.queue_any()}
        value={search.olderThanDays}
        options={AGES.map((days) => ({ id: days, name: m.mail_age_at_least({ days }) }))}
        onChange={(olderThanDays) => set({ olderThanDays })}
      />
      {search.roomId !== undefined && (
        <ActiveFilters
          filters={[
            {
              key: 'room',
              label: m.request_space(),
              value: m.queue_space_id({ id: String(search.roomId) }),
              onRemove: () => set({ roomId: undefined }),
            },
          ]}
          onClear={() => set({ roomId: undefined })}
        />
      )}
    </div>
  );
}
