import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import * as m from '#messages';
import { DateLine } from '#src/directory/date-line.tsx';
import { awayOptions, teamOptions, useLiveLeave } from '#src/directory/leave-queries.ts';
import { LeaveTabs } from '#src/directory/leave-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { firstOfMonth } from '#src/lib/calendar-days.ts';
import { weeksOf } from '#src/lib/calendar-weeks.ts';
import { dayOf, formatLongDay, formatMonth } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { MonthGrid } from '#src/ui/month-grid.tsx';
import { Page } from '#src/ui/page.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import type { TeamSearch } from './search.ts';
import { type AwayDay, awayByDay } from './team-days.ts';
import { TeamCell, TeamDay } from './team-day.tsx';
import classes from './team.module.css';

type Props = { search: TeamSearch; onSearch: (search: TeamSearch, replace?: boolean) => void };
const NONE: readonly AwayDay[] = [];

/** Who of one's people, or of those who have the same manager, is away: a month, without why. */
export function TeamPage({ search, onSearch }: Props) {
  useLiveLeave();
  const me = useMe();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const today = dayOf(useStore(minute));
  const date = search.date ?? today;
  const reports = useQuery(teamOptions(me.id));
  const peers = useQuery(teamOptions(me.manager?.id));
  const leads = (reports.data?.length ?? 0) > 0;
  const both = leads && (peers.data?.length ?? 0) > 1;
  const team = leads && !(both && search.team) ? reports : peers;
  const unknown = reports.isPending || (me.manager?.id !== undefined && peers.isPending);
  const people = useMemo(() => team.data?.map(({ id }) => id), [team.data]);
  const weeks = useMemo(() => weeksOf('month', date), [date]);
  const [first, last] = [weeks[0]![0]!, weeks.at(-1)![6]!];
  const away = useQuery(awayOptions(people, first, last));
  const days = useMemo(() => awayByDay(away.data ?? [], first, last), [away.data, first, last]);
  const on = (day: string) => days.get(day) ?? NONE;
  const detail = useRef<HTMLElement>(null);
  const choose = (day: string | undefined) => {
    const { date: _before, ...rest } = search;
    onSearch({ ...rest, ...(day && day !== today && { date: day }) }, true);
  };
  const show = (which: TeamSearch['team']) => {
    const { team: _before, ...rest } = search;
    onSearch({ ...rest, ...(which && { team: which }) });
  };
  useViewKeys({ t: () => choose(undefined) });
  const month = formatMonth(date);
  const error = reports.error ?? peers.error ?? away.error;
  const retry = () => void Promise.all([reports.refetch(), me.manager && peers.refetch(), away.refetch()]);
  const busy = weeks.flat().filter((day) => firstOfMonth(day) === firstOfMonth(date) && on(day).length > 0);
  return (
    <Page title={m.leave_team()} layout="fill">
      <LeaveTabs current="team" keys={m.leave_team_keys()} />
      <div className={classes.filters}>
        {both && (
          <span className={classes.views} role="group" aria-label={m.leave_team_which()}>
            <FilterChip on={!search.team} onClick={() => show(undefined)}>
              {m.leave_team_reports()}
            </FilterChip>
            <FilterChip on={search.team === 'peers'} onClick={() => show('peers')}>
              {m.leave_team_peers()}
            </FilterChip>
          </span>
        )}
        <DateLine date={date} today={today} step="month" onDate={choose} />
      </div>
      {error && !away.data ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.leave_team_failed()}
          action={<Button onClick={retry}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : !unknown && (people ?? []).filter((id) => id !== me.id).length === 0 ? (
        <EmptyState icon={<PeopleIcon size={22} />} title={m.leave_team_nobody()}>
          {m.leave_team_nobody_text()}
        </EmptyState>
      ) : (
        <>
          <h2 className={classes.title}>{month}</h2>
          {narrow ? (
            <div className={classes.days} aria-busy={away.isPending}>
              {busy.map((day) => (
                <TeamDay key={day} day={day} today={today} all={on(day)} />
              ))}
              {!away.isPending && busy.length === 0 && (
                <p className={classes.dim}>{m.leave_team_month_none({ month })}</p>
              )}
            </div>
          ) : (
            <div className={classes.split} aria-busy={away.isPending}>
              <MonthGrid
                label={month}
                view="month"
                weeks={weeks}
                date={date}
                today={today}
                dayLabel={(day) => m.leave_team_day({ day: formatLongDay(day), what: countWords(on(day)) })}
                cell={(day) => <TeamCell all={on(day)} />}
                onDate={choose}
                onEnter={() => detail.current?.querySelector<HTMLElement>('a')?.focus()}
              />
              <TeamDay ref={detail} day={date} today={today} all={on(date)} beside />
            </div>
          )}
        </>
      )}
    </Page>
  );
}

const countWords = (all: readonly AwayDay[]): string =>
  all.length === 0
    ? m.leave_team_day_none()
    : m.leave_team_day_count({ count: new Set(all.map(({ away }) => away.user.id)).size });
