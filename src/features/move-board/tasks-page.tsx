import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';
import { useMe, worksIn } from '#src/directory/me.ts';
import { moveOptions, useLiveMoves } from '#src/directory/move-queries.ts';
import { MoveTabs } from '#src/directory/move-tabs.tsx';
import { MoveTaskDialog } from '#src/directory/move-task-dialog.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { taskCountOptions, taskListOptions } from './queries.ts';
import { TaskCard, taskColumns } from './task-columns.tsx';
import { TaskFilters } from './task-filters.tsx';
import { isNarrowed, taskFilter, type TaskSearch } from './task-search.ts';
import { taskName } from './task-words.ts';
import { useTick } from './use-tick.ts';

type Props = { search: TaskSearch; onSearch: (search: TaskSearch, replace?: boolean) => void };
const NONE: MoveItemTask[] = [];
const keyOf = ({ item, task }: MoveItemTask) => `${item.id}-${task.id}`;

/** What the teams have to do for moves, over all of them: what is next comes first. */
export function MoveTasksPage({ search, onSearch }: Props) {
  useLiveMoves();
  const works = worksIn(useMe(), 'move');
  const state = search.state ?? 'open';
  const filter = taskFilter(search, state);
  const list = useInfiniteQuery(taskListOptions(filter));
  const { data: count } = useQuery(taskCountOptions(filter));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const tick = useTick();
  const columns = useMemo(() => taskColumns(works, tick), [works, tick]);
  const [open, setOpen] = useState<MoveItemTask>();
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({
    '/': () => box.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
  });
  return (
    <Page title={m.move_tasks_title()} count={count} layout="fill">
      <MoveTabs current="tasks" keys={m.move_tasks_keys()} />
      <TaskFilters search={search} onSearch={onSearch} box={box} />
      {list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.move_tasks_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : (
        <DataGrid
          label={m.move_tasks_title()}
          rows={rows}
          columns={columns}
          card={(line) => <TaskCard line={line} works={works} onTick={tick} />}
          cardHeight={92}
          rowId={keyOf}
          rowLabel={taskName}
          rowCount={count}
          onOpen={setOpen}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          empty={
            isNarrowed(search) ? (
              <EmptyState
                icon={<SearchIcon size={22} />}
                title={m.move_tasks_none_found()}
                action={
                  <Button
                    variant="default"
                    onClick={() => onSearch(search.state ? { state: search.state } : {})}
                  >
                    {m.ui_clear_all()}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={<CheckIcon size={22} />}
                title={state === 'open' ? m.move_tasks_all_done() : m.move_tasks_none()}
              >
                {m.move_tasks_none_text()}
              </EmptyState>
            )
          }
        />
      )}
      {open && (
        <OpenTask
          line={rows.find((row) => keyOf(row) === keyOf(open)) ?? open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

/** Who manages those who move may do its tasks too: the move itself tells. */
function OpenTask({ line, onClose }: { line: MoveItemTask; onClose: () => void }) {
  const { data: move } = useQuery(moveOptions(line.request.id));
  const crew = worksIn(useMe(), 'move');
  return (
    <MoveTaskDialog line={line} works={move?.allowed?.includes('tasks') ?? crew} named onClose={onClose} />
  );
}
