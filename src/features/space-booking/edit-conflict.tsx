import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import classes from './booking.module.css';
import { guestText } from './form-values.ts';
import { lookOf } from '#src/directory/booking-phases.ts';
import { spanWords } from './time-words.ts';

const labels = {
  state: m.booking_state,
  name: m.booking_name,
  when: m.booking_when,
  room: m.booking_where,
  user: m.booking_who,
  people: m.booking_people,
  guests: m.booking_guests,
  notes: m.booking_notes,
} as const;
const wordsOf = (booking: Reservation): Record<keyof typeof labels, string> => ({
  state: lookOf(booking.phase).word,
  name: booking.name,
  when: spanWords(booking, booking.timeZone),
  room: booking.room.name,
  user: booking.user.name,
  people: formatNumber(booking.numberOfPeople),
  guests: (booking.guests ?? []).map(guestText).join(', '),
  notes: booking.notes,
});

type Props = { base: Reservation; theirs: Reservation; onTheirs: () => void };

/** What somebody else changed while the form was open; what was typed stays until one chooses theirs. */
export function EditConflict({ base, theirs, onTheirs }: Props) {
  const [before, now] = [wordsOf(base), wordsOf(theirs)];
  const changed = (Object.keys(labels) as (keyof typeof labels)[]).filter((at) => before[at] !== now[at]);
  return (
    <Callout tone="warning" urgent title={m.rules_conflict()}>
      <ul className={classes.guests}>
        {changed.map((at) => (
          <li key={at}>
            {labels[at]()}: <bdi>{now[at] || m.rules_conflict_nothing()}</bdi>
          </li>
        ))}
      </ul>
      <span>{m.rules_conflict_text()}</span>
      <Button variant="default" size="compact-sm" onClick={onTheirs}>
        {m.rules_conflict_theirs()}
      </Button>
    </Callout>
  );
}
