import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { minute } from '#src/directory/minute.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayOf } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { MineCancelDialog } from './mine-cancel-dialog.tsx';
import { byDay } from './mine-days.ts';
import { MineRow } from './mine-row.tsx';
import classes from './mine.module.css';
import { mineOptions } from './queries.ts';
import { useMineSteps } from './use-mine-steps.ts';

/** What somebody has booked for today, with check-in, and the way to a desk. */
export function MineToday() {
  useLiveTopic('reservations', bookingsKey);
  const now = useStore(minute);
  const { data, error } = useInfiniteQuery(mineOptions(false));
  const { take, busy } = useMineSteps();
  const [cancelling, setCancelling] = useState<Reservation>();
  const days = byDay(data?.pages.flat() ?? [], now);
  const today = days.flatMap(({ day, zone, bookings }) => (day === dayOf(now, zone) ? bookings : []));
  return (
    <section aria-labelledby="bookings-today" className={classes.today}>
      <div className={classes.todayHead}>
        <h2 id="bookings-today" className={classes.heading}>
          {m.bookings_today()}
        </h2>
        <LinkButton to="/bookings/find" size="compact-md" variant={today.length > 0 ? 'default' : 'light'}>
          {m.bookings_book_desk()}
        </LinkButton>
      </div>
      {error && !data ? (
        <p className={classes.problem} role="alert">
          {error.message}
        </p>
      ) : today.length > 0 ? (
        <ul className={classes.list} data-narrow>
          {today.map((booking) => (
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
      ) : (
        data && <p className={classes.aside}>{m.bookings_today_none()}</p>
      )}
      {cancelling && <MineCancelDialog booking={cancelling} onClose={() => setCancelling(undefined)} />}
    </section>
  );
}
