import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { RequestFilter } from '#src/directory/request-api.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { tabCountsOptions } from './queries.ts';
import classes from './request-queue.module.css';
import { changed, type QueueSearch } from './search.ts';
import { allTabs, boardTabs, tabLabels } from './tabs.ts';

type Props = {
  search: QueueSearch;
  narrowed: RequestFilter;
  onSearch: (search: QueueSearch) => void;
};

/** Parts of the queue, each with how many it would show, and whether it is drawn as a table or a board. */
export function QueueTabs({ search, narrowed, onSearch }: Props) {
  const counts = useQuery(tabCountsOptions(narrowed)).data;
  const board = search.view === 'board';
  const tabs = board ? boardTabs : allTabs;
  const toBoard = () =>
    onSearch(changed(search, { view: 'board', ...(!boardTabs.includes(search.tab) && { tab: undefined }) }));
  return (
    <div className={classes.tabs}>
      <div className={classes.chips} role="group" aria-label={m.queue_parts()}>
        {tabs.map((tab) => {
          const count = counts?.[tab ?? 'open'];
          return (
            <FilterChip
              key={tab ?? 'open'}
              on={search.tab === tab}
              onClick={() => onSearch(changed(search, { tab }))}
            >
              {tabLabels[tab ?? 'open']()}{' '}
              {count !== undefined && (
                <span className={classes.count} data-late={(tab === 'late' && count > 0) || undefined}>
                  {formatNumber(count)}
                </span>
              )}
            </FilterChip>
          );
        })}
      </div>
      <div className={classes.chips} role="group" aria-label={m.queue_view()}>
        <FilterChip on={!board} onClick={() => onSearch(changed(search, { view: undefined }))}>
          {m.queue_table()}
        </FilterChip>
        <FilterChip on={board} onClick={toBoard}>
          {m.queue_board()}
        </FilterChip>
      </div>
    </div>
  );
}
