import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Invitation } from '#contract/booking-calendar.ts';
import type { Reservation } from '#contract/reservations.ts';
import { CheckIcon, ClockIcon, CloseIcon, WarningIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './booking.module.css';
import { guestText } from './form-values.ts';
import { invitationsOptions, useRetryInvitations } from './guest-queries.ts';

/** Whether a letter is the one to this guest; guests are written down in many ways. */
const isTo = ({ email }: Invitation, guest: string) => guest.toLowerCase().includes(email.toLowerCase());

/** The guests of a booking with what became of their invitations, and who has been told not to come. */
export function GuestList({ booking }: { booking: Reservation }) {
  const { data = [] } = useQuery(invitationsOptions(booking.id));
  const { mutate, isPending } = useRetryInvitations(booking.id);
  const guests = (booking.guests ?? []).map(guestText);
  const letters = data.filter(({ part }) => part === 'guest');
  const others = letters.filter((letter) => !guests.some((guest) => isTo(letter, guest)));
  const stuck = data.some(({ lastError, state }) => lastError !== undefined && state !== 'sent');
  return (
    <>
      <ul className={classes.guests}>
        {guests.map((guest, index) => (
          <li key={`${index} ${guest}`}>
            <bdi>{guest}</bdi>
            <LetterState letter={letters.find((letter) => isTo(letter, guest))} />
          </li>
        ))}
        {others.map((letter) => (
          <li key={letter.email}>
            <bdi>{letter.name || letter.email}</bdi>
            <LetterState letter={letter} />
          </li>
        ))}
      </ul>
      {stuck && (
        <Button
          variant="default"
          size="compact-sm"
          mt={6}
          loading={isPending}
          onClick={() =>
            mutate(undefined, {
              onSuccess: () => notify({ message: m.rules_letter_again() }),
              onError: ({ message }) => notify({ tone: 'danger', message }),
            })
          }
        >
          {m.rules_letter_retry()}
        </Button>
      )}
    </>
  );
}

function LetterState({ letter }: { letter: Invitation | undefined }) {
  if (!letter) return null;
  const { state, kind, lastError } = letter;
  const cancels = kind === 'cancel';
  if (state === 'failed')
    return (
      <>
        <StatusBadge tone="danger" icon={WarningIcon}>
          {m.rules_letter_failed()}
        </StatusBadge>
        {lastError && <span className={classes.aside}>{lastError}</span>}
      </>
    );
  if (state === 'waiting')
    return (
      <>
        <StatusBadge tone={lastError ? 'warning' : 'neutral'} icon={ClockIcon}>
          {lastError ? m.rules_letter_trying() : m.rules_letter_queued()}
        </StatusBadge>
        {lastError && <span className={classes.aside}>{lastError}</span>}
      </>
    );
  return (
    <StatusBadge tone={cancels ? 'neutral' : 'success'} icon={cancels ? CloseIcon : CheckIcon}>
      {cancels ? m.rules_letter_cancelled() : m.rules_letter_sent()}
    </StatusBadge>
  );
}
