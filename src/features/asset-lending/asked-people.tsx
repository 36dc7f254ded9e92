import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { formatDateTime } from '#src/lib/dates.ts';
import { TextLink } from '#src/ui/link.tsx';
import { CheckIcon, ClockIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './lending.module.css';
import { askedOptions } from './queries.ts';

/** Who was asked: those who have not answered everything first. */
export function AskedPeople({ round }: { round: number }) {
  const list = useInfiniteQuery(askedOptions(round));
  const rows = list.data?.pages.flat() ?? [];
  if (list.isPending) return <Skeleton height={120} mt="md" />;
  if (list.isError && rows.length === 0)
    return (
      <p className={classes.problem} role="alert">
        {list.error.message}{' '}
        <Button variant="default" size="compact-sm" onClick={() => void list.refetch()}>
          {m.shell_try_again()}
        </Button>
      </p>
    );
  return (
    <>
      <ul className={classes.list} aria-label={m.lending_asked_people()}>
        {rows.map(({ user, assets, answered, deviations, remindedAt }) => (
          <li key={user.id} className={classes.row} data-plain>
            <span className={classes.what}>
              <TextLink to="/people/$userId" params={{ userId: user.id }} className={classes.name}>
                <bdi>{user.name}</bdi>
              </TextLink>
              <span className={classes.dim}>
                {remindedAt ? m.lending_written_at({ time: formatDateTime(remindedAt) }) : user.email}
              </span>
            </span>
            <span className={classes.state}>
              <StatusBadge
                tone={answered < assets ? 'warning' : 'success'}
                icon={answered < assets ? ClockIcon : CheckIcon}
              >
                {m.lending_answered_of({ answered, assets })}
              </StatusBadge>
            </span>
            <span className={deviations > 0 ? classes.late : classes.dim}>
              {deviations > 0 && m.lending_deviations({ count: deviations })}
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.lending_more()}
        </Button>
      )}
    </>
  );
}
