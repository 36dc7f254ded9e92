import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { leaveLimitsOptions, useLiveLeave } from '#src/directory/leave-queries.ts';
import { LeaveTabs } from '#src/directory/leave-tabs.tsx';
import { minute } from '#src/directory/minute.ts';
import { personNameOptions } from '#src/directory/people.ts';
import { PersonField } from '#src/directory/person-field.tsx';
import { dayOf } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LeaveIcon } from '#src/ui/leave-icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import classes from './leaves.module.css';
import { LimitRow } from './limit-row.tsx';
import type { LimitSearch } from './search.ts';
import { YearLine } from './year-line.tsx';

type Props = { search: LimitSearch; onSearch: (search: LimitSearch, replace?: boolean) => void };

/** How many days a person may take of each type in a year, changed in place. */
export function LimitsPage({ search, onSearch }: Props) {
  useLiveLeave();
  const thisYear = Number(dayOf(useStore(minute)).slice(0, 4));
  const { person, year = thisYear } = search;
  const name = useQuery({ ...personNameOptions(person ?? 0), enabled: person !== undefined }).data?.name;
  const toYear = (to: number) =>
    onSearch({ ...(person && { person }), ...(to !== thisYear && { year: to }) }, true);
  useViewKeys({ '[': () => toYear(year - 1), ']': () => toYear(year + 1) });
  return (
    <Page title={m.leave_limits()} layout="fill">
      <LeaveTabs current="limits" />
      <div className={classes.scroll}>
        <div className={classes.choose}>
          <PersonField
            key={person}
            label={m.leave_limits_person()}
            value={person === undefined ? undefined : { id: person, name: name ?? '…' }}
            autoFocus={person === undefined}
            onChange={(to) => {
              const { person: _before, ...rest } = search;
              onSearch({ ...rest, ...(to && { person: to.id }) });
            }}
          />
          <YearLine year={year} onYear={toYear} />
        </div>
        {person === undefined ? (
          <EmptyState icon={<PeopleIcon size={22} />} title={m.leave_limits_choose()}>
            {m.leave_limits_choose_text()}
          </EmptyState>
        ) : (
          <Limits key={`${person} ${year}`} person={person} year={year} />
        )}
      </div>
    </Page>
  );
}

function Limits({ person, year }: { person: number; year: number }) {
  const { data, error, refetch } = useQuery(leaveLimitsOptions(year, person));
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.leave_limits_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <Skeleton height={160} mt="md" role="status" aria-label={m.shell_loading()} />
    );
  const limited = data.filter((limit) => limit.limited);
  if (limited.length === 0)
    return <EmptyState icon={<LeaveIcon size={22} />} title={m.leave_limits_none()} />;
  return (
    <>
      <p className={classes.hint}>{m.leave_limits_hint()}</p>
      <ul className={classes.list} aria-label={m.leave_limits()}>
        {limited.map((limit) => (
          <LimitRow key={limit.type.id} limit={limit} />
        ))}
      </ul>
    </>
  );
}
