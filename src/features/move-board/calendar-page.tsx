import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import * as m from '#messages';
import type { MoveCard } from '#contract/moves-board.ts';
import { DateLine } from '#src/directory/date-line.tsx';
import { minute } from '#src/directory/minute.ts';
import { useLiveMoves } from '#src/directory/move-queries.ts';
import { MoveTabs } from '#src/directory/move-tabs.tsx';
import { daysLater, firstOfMonth } from '#src/lib/calendar-days.ts';
import { type CalendarView, weeksOf } from '#src/lib/calendar-weeks.ts';
import { dayOf, formatDays, formatLongDay, formatMonth, startOfDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { MonthGrid } from '#src/ui/month-grid.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { BoardFilters } from './board-filters.tsx';
import { boardFilter, kept } from './board-search.ts';
import { movesByDay, NO_MOVES } from './calendar-days.ts';
import type { CalendarSearch } from './calendar-search.ts';
import classes from './calendar.module.css';
import { DayCell, DayHead } from './day-cell.tsx';
import { DayMoves } from './day-moves.tsx';
import { dayWords } from './day-words.ts';
import { boardOptions } from './queries.ts';
import { total } from './use-board.ts';

type Props = { search: CalendarSearch; onSearch: (search: CalendarSearch, replace?: boolean) => void };
const NONE: MoveCard[] = [];
const MOST = 500;
/** What has been turned down happens on no day. */
const STATUSES = 'pen,apr,sub,don';

/** Moves by the day on which they take effect, a month or a week at a time, by the organisation's clocks. */
export function MoveCalendarPage({ search, onSearch }: Props) {
  useLiveMoves();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const today = dayOf(useStore(minute));
  const { view: week, date: wanted, ...filters } = search;
  const view: CalendarView = week ?? 'month';
  const date = wanted ?? today;
  const weeks = useMemo(() => weeksOf(view, date), [view, date]);
  const [first, last] = [weeks[0]![0]!, weeks.at(-1)![6]!];
  const { data, error, isPending, refetch } = useQuery(
    boardOptions(
      {
        ...boardFilter(filters),
        statusCode: STATUSES,
        from: startOfDay(first),
        until: startOfDay(daysLater(last, 1)),
      },
      MOST,
    ),
  );
  const cards = data?.cards ?? NONE;
  const days = useMemo(() => movesByDay(cards), [cards]);
  const on = (day: string) => days.get(day) ?? NO_MOVES;
  const cut = (total(data?.counts) ?? 0) - cards.length;
  const detail = useRef<HTMLElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const set = (change: Partial<Record<'view' | 'date', string | undefined>>, replace = false) =>
    onSearch(kept<CalendarSearch>({ ...search, ...change } as CalendarSearch), replace);
  const choose = (day: string) => set({ date: day === today ? undefined : day }, true);
  useViewKeys({
    '/': () => box.current?.focus(),
    t: () => choose(today),
    w: { label: m.keys_week, run: () => set({ view: view === 'week' ? undefined : 'week' }) },
  });
  const title = view === 'week' ? formatDays(first, last) : formatMonth(date);
  const shown = weeks.flat().filter((day) => view === 'week' || firstOfMonth(day) === firstOfMonth(date));
  const busy = shown.filter((day) => days.has(day));
  return (
    <Page title={m.move_calendar_title()} layout="fill">
      <MoveTabs current="calendar" keys={m.move_calendar_keys()} />
      <BoardFilters search={search} onSearch={onSearch} box={box} days={false}>
        <div className={classes.views} role="group" aria-label={m.move_calendar_views()}>
          <FilterChip on={view === 'month'} onClick={() => set({ view: undefined })}>
            {m.move_calendar_month()}
          </FilterChip>
          <FilterChip on={view === 'week'} onClick={() => set({ view: 'week' })}>
            {m.move_calendar_week()}
          </FilterChip>
        </div>
        <DateLine
          date={date}
          today={today}
          step={view === 'week' ? 7 : 'month'}
          onDate={(day) => set({ date: day })}
        />
      </BoardFilters>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {cut > 0 && <p role="status">{m.move_board_cut({ count: cut })}</p>}
      </div>
      {error && !data ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.moves_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : narrow ? (
        <div className={classes.list} aria-busy={isPending}>
          {busy.map((day) => (
            <DayMoves key={day} day={day} today={today} of={days.get(day)!} />
          ))}
          {!isPending && busy.length === 0 && (
            <p className={classes.none}>{m.move_calendar_none({ when: title })}</p>
          )}
        </div>
      ) : (
        <div className={classes.split} aria-busy={isPending}>
          <MonthGrid
            label={title}
            view={view}
            weeks={weeks}
            date={date}
            today={today}
            dayLabel={(day) => m.move_calendar_day({ day: formatLongDay(day), what: dayWords(on(day)) })}
            head={(day) => <DayHead of={on(day)} />}
            cell={(day) => <DayCell of={on(day)} view={view} />}
            onDate={choose}
            onEnter={() => detail.current?.querySelector<HTMLElement>('a')?.focus()}
          />
          <DayMoves ref={detail} day={date} today={today} of={on(date)} beside />
        </div>
      )}
    </Page>
  );
}
