import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { awaitingCountOptions, bookingsKey } from '#src/directory/booking-rules.ts';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { awaitingOptions } from './approval-queries.ts';
import { ApprovalRow } from './approval-row.tsx';
import { titleOf } from './day-model.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import classes from './mine.module.css';
import { useBookingStep } from './mutations.ts';

/** The keyboard goes on with the one below, else above, else at the heading. */
function focusAfter(bookings: readonly Reservation[], id: number) {
  const at = bookings.findIndex((one) => one.id === id);
  const next = bookings[at + 1] ?? bookings[at - 1];
  const there = next && document.querySelector<HTMLElement>(`[data-approval="${next.id}"] button`);
  (there ?? document.querySelector<HTMLElement>('[data-page-title]'))?.focus();
}

/** What waits for a manager's yes or no. */
export function ApprovalPage() {
  useLiveTopic('reservations', bookingsKey);
  const list = useInfiniteQuery(awaitingOptions);
  const count = useQuery(awaitingCountOptions).data?.count;
  const { mutate, isPending, variables } = useBookingStep();
  const [declining, setDeclining] = useState<Reservation>();
  const bookings = list.data?.pages.flat() ?? [];
  const approve = (booking: Reservation) =>
    mutate(
      { kind: 'approve', id: booking.id },
      {
        onSuccess: () => {
          notify({ message: m.booking_approved({ title: titleOf(booking) }) });
          focusAfter(bookings, booking.id);
        },
        onError: ({ message }) => notify({ tone: 'danger', message }),
      },
    );
  return (
    <Page title={m.rules_approvals()} layout="fill" count={count}>
      <BookingTabs current="approvals" />
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
            title={m.rules_approvals_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : bookings.length === 0 ? (
          <EmptyState icon={<CheckIcon size={22} />} title={m.rules_approvals_none()}>
            {m.rules_approvals_none_text()}
          </EmptyState>
        ) : (
          <ul className={classes.list} aria-label={m.rules_approvals()}>
            {bookings.map((booking) => (
              <ApprovalRow
                key={booking.id}
                booking={booking}
                busy={isPending && variables.id === booking.id}
                onApprove={() => approve(booking)}
                onDecline={() => setDeclining(booking)}
              />
            ))}
          </ul>
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
      </div>
      {declining && (
        <LeaveDialog booking={declining} kind="decline" onClose={() => setDeclining(undefined)} />
      )}
    </Page>
  );
}
