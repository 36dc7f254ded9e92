import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import * as m from '#messages';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { DateLine } from '#src/directory/date-line.tsx';
import { minute } from '#src/directory/minute.ts';
import { PlaceChoices } from '#src/directory/place-choices.tsx';
import { useBuilding } from '#src/directory/use-building.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { dayOf, formatLongDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { columnsFor, PersonBookings, PersonCard } from './in-parts.tsx';
import { type InSearch, readInSearch } from './in-search.ts';
import { inKey, inOptions } from './queries.ts';
import classes from './space-use.module.css';

type Props = { search: InSearch; onSearch: (search: InSearch, replace?: boolean) => void };
const NOBODY: never[] = [];

/** Who has booked a space on a day, where, and whether they have come. */
export function InPage({ search, onSearch }: Props) {
  useLiveTopic('reservations', inKey);
  const everywhere = search.building === 'all';
  const where = useBuilding(search.building === 'all' ? undefined : search.building);
  const today = dayOf(useStore(minute), where.zone);
  const { date = today, floor, search: words, team, person } = search;
  const list = useInfiniteQuery({
    ...inOptions({
      day: date,
      buildingId: everywhere ? undefined : where.id,
      floorId: floor,
      search: words,
      team,
    }),
    // Until the building is known nobody knows whose day is meant; without any, nobody is in.
    enabled: where.building !== undefined,
  });
  const pages = list.data?.pages;
  const people = useMemo(() => pages?.flatMap((page) => page.people) ?? NOBODY, [pages]);
  const narrow = useMediaQuery('(max-width: 1100px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const shownDay = pages?.[0]?.day ?? date;
  // Beside an open person there is no room for buttons; theirs stand in the panel.
  const tight = narrow || person !== undefined;
  const columns = useMemo(() => columnsFor(shownDay, tight), [shownDay, tight]);
  const box = useRef<HTMLInputElement>(null);

  const change = (next: { [K in keyof InSearch]?: InSearch[K] | undefined }, replace = false) =>
    onSearch(readInSearch({ ...search, ...next }), replace);
  const goTo = (to: string | undefined) => change({ date: to === today ? undefined : to, person: undefined });
  useViewKeys({
    '/': () => box.current?.focus(),
    t: () => goTo(today),
    '[': () => goTo(daysLater(date, -1)),
    ']': () => goTo(daysLater(date, 1)),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
  });
  const open = people.find(({ id }) => id === person);
  const filtered = floor !== undefined || words !== undefined || team !== undefined;
  const failure = where.error ?? list.error;
  const first = pages?.[0];
  return (
    <Page
      title={m.space_use_in()}
      layout="fill"
      count={first && m.space_use_in_count({ count: first.count, here: first.here })}
    >
      <BookingTabs current="in" keys={m.space_use_in_keys()} />
      <div className={classes.line}>
        <DateLine date={date} today={today} onDate={goTo} />
        <PlaceChoices
          where={{ building: everywhere ? undefined : where.id, floor }}
          onChange={({ building = 'all' as const, floor: storey }) =>
            change({ building, floor: storey, person: undefined })
          }
        />
        <FilterChip
          on={team === true}
          title={m.space_use_team_hint()}
          onClick={() => change({ team: team ? undefined : true, person: undefined })}
        >
          {m.space_use_team()}
        </FilterChip>
        <SearchField
          box={box}
          className={classes.search}
          label={m.space_use_search()}
          value={words ?? ''}
          onChange={(text) => change({ search: text || undefined, person: undefined }, true)}
        />
      </div>
      {failure && people.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.space_use_in_failed()}
          action={
            <Button onClick={() => (where.error ? where.refetch() : void list.refetch())}>
              {m.shell_try_again()}
            </Button>
          }
        >
          {failure.message}
        </EmptyState>
      ) : (
        <SplitView
          panel={
            open && (
              <Panel
                label={open.name}
                title={<bdi>{open.name}</bdi>}
                onClose={() => {
                  change({ person: undefined }, true);
                  focusGrid();
                }}
              >
                <PersonBookings person={open} day={shownDay} />
              </Panel>
            )
          }
        >
          <DataGrid
            label={m.space_use_in_list({ day: formatLongDay(shownDay) })}
            rows={people}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowCount={first?.count}
            loading={list.isPending && !where.none}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage()}
            currentId={person === undefined ? undefined : String(person)}
            onOpen={({ id }) => change({ person: id }, person !== undefined)}
            card={(one) => <PersonCard person={one} day={shownDay} />}
            empty={
              <EmptyState
                icon={<PeopleIcon size={22} />}
                title={filtered ? m.space_use_in_none_found() : m.space_use_in_empty()}
                action={
                  filtered ? (
                    <Button
                      variant="default"
                      onClick={() => change({ floor: undefined, search: undefined, team: undefined })}
                    >
                      {m.ui_clear_all()}
                    </Button>
                  ) : (
                    <LinkButton to="/bookings/find" search={{ date }}>
                      {m.bookings_find()}
                    </LinkButton>
                  )
                }
              >
                {filtered ? m.space_use_in_none_found_text() : m.space_use_in_empty_text()}
              </EmptyState>
            }
          />
        </SplitView>
      )}
    </Page>
  );
}
