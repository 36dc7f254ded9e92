import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { minute } from '#src/directory/minute.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayHeading } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ClockIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { FeedButton } from './feed-button.tsx';
import { MineCancelDialog } from './mine-cancel-dialog.tsx';
import { byDay } from './mine-days.ts';
import { MinePast } from './mine-past.tsx';
import { MineRangeDialog } from './mine-range-dialog.tsx';
import { MineRow } from './mine-row.tsx';
import classes from './mine.module.css';
import { mineOptions } from './queries.ts';
import { useMineSteps } from './use-mine-steps.ts';
import { WaitingList } from './waiting-list.tsx';

/** Somebody's own bookings: what is next, with check-in and cancel, and what was. */
export function MinePage() {
  useLiveTopic('reservations', bookingsKey);
  const now = useStore(minute);
  const list = useInfiniteQuery(mineOptions(false));
  const bookings = list.data?.pages.flat() ?? [];
  const { take, busy } = useMineSteps();
  const [cancelling, setCancelling] = useState<Reservation>();
  const [several, setSeveral] = useState(false);
  const find = (
    <LinkButton to="/bookings/find" size="compact-md">
      {m.bookings_find()}
    </LinkButton>
  );
  return (
    <Page
      title={m.bookings_mine()}
      layout="fill"
      count={list.data && !list.hasNextPage ? bookings.length : undefined}
      actions={
        <>
          <FeedButton />
          {bookings.length > 0 && (
            <>
              <Button variant="default" size="compact-md" onClick={() => setSeveral(true)}>
                {m.bookings_range_cancel()}
              </Button>
              {find}
            </>
          )}
        </>
      }
    >
      <BookingTabs current="mine" />
      <div className={classes.body}>
        {list.isPending ? (
          <div role="status" aria-label={m.shell_loading()}>
            {[0, 1, 2].map((at) => (
              <Skeleton key={at} height={44} mt={12} />
            ))}
          </div>
        ) : list.isError && bookings.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.bookings_mine_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : bookings.length === 0 ? (
          <EmptyState icon={<ClockIcon size={22} />} title={m.bookings_mine_empty()} action={find}>
            {m.bookings_mine_empty_text()}
          </EmptyState>
        ) : (
          byDay(bookings, now).map(({ day, at, zone, bookings: some }) => (
            <section key={day} aria-labelledby={`day-${day}`}>
              <h2 id={`day-${day}`} className={classes.heading}>
                {dayHeading(at, zone, now)}
              </h2>
              <ul className={classes.list}>
                {some.map((booking) => (
                  <MineRow
                    key={booking.id}
                    booking={booking}
                    now={now}
                    busy={busy === booking.id}
                    onStep={take}
                    onCancel={setCancelling}
                  />
                ))}
              </ul>
            </section>
          ))
        )}
        {list.hasNextPage && (
          <Button
            variant="default"
            size="compact-md"
            mt="sm"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {m.bookings_later()}
          </Button>
        )}
        {!list.isPending && <WaitingList />}
        {!list.isPending && <MinePast now={now} />}
      </div>
      {cancelling && <MineCancelDialog booking={cancelling} onClose={() => setCancelling(undefined)} />}
      {several && <MineRangeDialog onClose={() => setSeveral(false)} />}
    </Page>
  );
}
