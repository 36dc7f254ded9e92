import { SegmentedControl, TextInput } from '@mantine/core';
import * as m from '#messages';
import type { Occurrence, SeriesPlan } from '#contract/reservation-series.ts';
import { CheckIcon, WarningIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './booking.module.css';
import { SpaceField } from './space-field.tsx';
import { spanWords } from './time-words.ts';

/** What becomes of a date that cannot be booked as it is. */
export type Choice = { skip?: true; newStart?: string; room?: { id: number } };
const ways = ['skip', 'time', 'space'] as const;
type Way = (typeof ways)[number];
const words = {
  skip: m.booking_date_skip,
  time: m.booking_date_other_time,
  space: m.booking_date_other_space,
};
const wayOf = ({ skip, newStart }: Choice): Way => (skip ? 'skip' : newStart ? 'time' : 'space');

type Props = {
  date: Occurrence;
  zone: string;
  plan: SeriesPlan;
  building: number | undefined;
  choice: Choice;
  /** How the date stands with what was chosen instead. */
  now: Occurrence | undefined;
  onChoice: (choice: Choice) => void;
};

/** A date that is in the way of something: it is left out, or takes another time or space. */
export function ConflictLine({ date, zone, plan, building, choice, now, onChoice }: Props) {
  const way = wayOf(choice);
  const allDay = plan.allDay ?? false;
  const when = spanWords({ ...date, allDay }, zone);
  const choose = (next: Way) =>
    onChoice(
      next === 'skip'
        ? { skip: true }
        : next === 'time'
          ? { newStart: date.start.slice(0, 16) }
          : { room: plan.room },
    );
  const standing = way === 'skip' ? date : now;
  return (
    <li className={classes.conflict}>
      <div className={classes.conflictHead}>
        <span>{when}</span>
        {way !== 'skip' && now && (
          <StatusBadge tone={now.free ? 'success' : 'warning'} icon={now.free ? CheckIcon : WarningIcon}>
            {now.free ? m.booking_date_free() : m.booking_space_taken()}
          </StatusBadge>
        )}
      </div>
      {standing?.problem && <p className={classes.problem}>{standing.problem.message}</p>}
      <SegmentedControl
        size="xs"
        aria-label={m.booking_date_what({ date: when })}
        value={way}
        onChange={(next) => choose(next as Way)}
        data={ways
          .filter((one) => one !== 'time' || !allDay)
          .map((one) => ({ value: one, label: words[one]() }))}
      />
      {way === 'time' && (
        <TextInput
          type="time"
          size="xs"
          aria-label={m.booking_date_time({ date: when })}
          value={choice.newStart?.slice(11, 16) ?? ''}
          onChange={({ currentTarget: { value } }) =>
            value && onChoice({ newStart: `${date.start.slice(0, 10)}T${value}` })
          }
        />
      )}
      {way === 'space' && (
        <SpaceField
          size="xs"
          label={m.booking_date_space({ date: when })}
          value={String(choice.room?.id ?? '')}
          onChange={(room) => onChoice({ room: { id: Number(room) } })}
          building={building}
          slot={date}
          people={plan.numberOfPeople ?? undefined}
          user={plan.user.id}
        />
      )}
    </li>
  );
}
