import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { cancelledOptions } from './mine-queries.ts';
import { MineRow } from './mine-row.tsx';
import classes from './mine.module.css';
import { mineOptions } from './queries.ts';

const GONE = ['over', 'cancelled', 'released'];

/** What is over or cancelled, folded away: asked for once somebody unfolds it. */
export function MinePast({ now }: { now: number }) {
  const [open, setOpen] = useState(false);
  const past = useInfiniteQuery({ ...mineOptions(true), enabled: open });
  const cancelled = useQuery({ ...cancelledOptions, enabled: open });
  const begun = past.data?.pages.flat().filter(({ phase }) => GONE.includes(phase)) ?? [];
  const known = new Set(begun.map(({ id }) => id));
  const rows = [...(cancelled.data ?? []).filter(({ id }) => !known.has(id)).toReversed(), ...begun];
  const error = past.error ?? cancelled.error;
  return (
    <details className={classes.past} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.bookings_past_ones()}</summary>
      {error && (
        <p className={classes.problem} role="alert">
          {error.message}{' '}
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void Promise.all([past.refetch(), cancelled.refetch()])}
          >
            {m.shell_try_again()}
          </Button>
        </p>
      )}
      {past.data && cancelled.data && rows.length === 0 && (
        <p className={classes.aside}>{m.bookings_past_none()}</p>
      )}
      <ul className={classes.list}>
        {rows.map((booking) => (
          <MineRow key={booking.id} booking={booking} now={now} dated />
        ))}
      </ul>
      {past.hasNextPage && (
        <Button
          variant="default"
          size="compact-md"
          mt="sm"
          loading={past.isFetchingNextPage}
          onClick={() => void past.fetchNextPage()}
        >
          {m.bookings_older()}
        </Button>
      )}
    </details>
  );
}
