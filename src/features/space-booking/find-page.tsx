import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, useRef } from 'react';
import * as m from '#messages';
import { writeStored } from '#src/lib/storage.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { FindCard } from './find-card.tsx';
import { FindEmpty } from './find-empty.tsx';
import { FindFilters } from './find-filters.tsx';
import { FindHint } from './find-hint.tsx';
import { FindList } from './find-list.tsx';
import { LAST_PLACE } from './find-memory.ts';
import { type FindRow, isBookable } from './find-rows.ts';
import { type FindChange, type FindSearch, readFindSearch } from './find-search.ts';
import { FindWhenBar } from './find-when-bar.tsx';
import { dayAndTime } from '#src/directory/booking-time.ts';
import { useBookSpace } from './use-book-space.ts';
import { MOST_SPACES, useFind } from './use-find.ts';

const FindPlan = lazy(() => import('./find-plan.tsx').then((file) => ({ default: file.FindPlan })));

type Props = { search: FindSearch; onSearch: (search: FindSearch, replace?: boolean) => void };

/** A space for a time: free ones first, one tap each, as a list or on the plan. */
export function FindPage({ search, onSearch }: Props) {
  const found = useFind(search);
  const { zone, chosen, list, rows, shown, floors, house } = found;
  const { space } = search;
  const onPlan = search.view === 'plan';
  const box = useRef<HTMLInputElement>(null);

  const change = (some: FindChange, replace = false) => {
    const next = readFindSearch({ ...search, ...some });
    if ('building' in some || 'type' in some)
      writeStored(LAST_PLACE, { building: next.building, type: next.type });
    onSearch(next, replace);
  };
  const { book, booking } = useBookSpace(search, zone, () => {
    // The button is gone with what was free: the row it stood in has the focus then.
    if (document.activeElement === document.body) focusGrid();
  });
  const stale = list.isPlaceholderData || chosen.problem !== undefined;
  const onBook = (row: FindRow) => book(row.space);
  const { startDate, endDate } = chosen;
  const { people } = search;
  const wish = useMemo(() => ({ startDate, endDate, people }), [startDate, endDate, people]);
  const buttons = { booking, stale, onBook, wish };
  const select = (id: number | undefined) => change({ space: id }, space !== undefined);
  const row = rows.find((one) => one.space.id === space);
  useViewKeys({
    '/': () => box.current?.focus(),
    ...(!onPlan && { j: () => moveInGrid('ArrowDown'), k: () => moveInGrid('ArrowUp') }),
    b: {
      label: m.keys_book,
      run: () => {
        if (row && !stale && isBookable(row)) onBook(row);
      },
    },
  });

  const time = dayAndTime(chosen, zone);
  const free = shown.filter(isBookable).length;
  const floor = floors.find(
    ({ id }) => id === (search.floor ?? row?.space.floor.id ?? firstFree(rows, house)),
  );
  const empty = <FindEmpty search={search} onChange={(some) => change(some)} />;

  return (
    <Page
      title={m.bookings_find()}
      layout="fill"
      count={list.data && !chosen.problem ? m.bookings_count({ free, all: shown.length }) : undefined}
    >
      <BookingTabs current="find" keys={m.bookings_find_keys()} />
      <FindWhenBar search={search} chosen={chosen} zone={zone} now={found.now} onChange={change} />
      <FindFilters
        search={search}
        buildings={found.buildings}
        floors={floors}
        types={found.types}
        box={box}
        onChange={change}
      />
      <FindHint
        search={search}
        chosen={chosen}
        zone={zone}
        rows={shown}
        nearTo={found.nearTo}
        cut={rows.length >= MOST_SPACES}
        ready={list.data !== undefined && !stale}
        onChange={change}
      />
      {chosen.problem ? null : list.isError && rows.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.bookings_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : onPlan ? (
        list.data && rows.length === 0 ? (
          empty
        ) : (
          <Suspense fallback={<Skeleton flex={1} radius={0} aria-label={m.shell_loading()} />}>
            {(floor ?? floors[0]) ? (
              <FindPlan
                rows={rows}
                floors={floors}
                floor={(floor ?? floors[0])!}
                time={time}
                selected={space}
                onFloor={(id) => change({ building: house, floor: id, space: undefined })}
                onSelect={select}
                {...buttons}
              />
            ) : (
              <Skeleton flex={1} radius={0} aria-label={m.shell_loading()} />
            )}
          </Suspense>
        )
      ) : (
        <SplitView
          panel={
            row && (
              <Panel
                label={row.space.name}
                title={<bdi>{row.space.name}</bdi>}
                onClose={() => {
                  select(undefined);
                  focusGrid();
                }}
              >
                <FindCard row={row} time={time} {...buttons} />
              </Panel>
            )
          }
        >
          <FindList
            rows={shown}
            loading={list.isPending}
            selected={space}
            onOpen={select}
            empty={empty}
            {...buttons}
          />
        </SplitView>
      )}
    </Page>
  );
}

/** The floor of the first space that is free in a building, else of its first at all. */
function firstFree(rows: readonly FindRow[], building: number | undefined): number | undefined {
  const there = rows.filter(({ space }) => space.floor.building.id === building);
  return (there.find(isBookable) ?? there[0])?.space.floor.id;
}
