import * as m from '#messages';
import { minute } from '#src/directory/minute.ts';
import { dayOf } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { type InBooking, mainOf, states, timesOf } from './in-words.ts';
import type { InPerson } from './queries.ts';
import classes from './space-use.module.css';

export function StateBadge({ booking }: { booking: InBooking }) {
  const { tone, icon, label } = states[booking.state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

/** The search for a space on that day, what is near this booking's space first. */
export function NearLink({ person, booking, day }: { person: InPerson; booking: InBooking; day: string }) {
  const { space, timeZone } = booking;
  const now = useStore(minute);
  // Nothing can be booked on a day that is over.
  if (dayOf(now, timeZone) > day) return null;
  return (
    <LinkButton
      to="/bookings/find"
      search={{ date: day, building: space.floor.building.id, near: space.id }}
      size="compact-sm"
      variant="default"
      aria-label={m.space_use_near_of({ name: person.name, space: space.name })}
    >
      {m.space_use_near()}
    </LinkButton>
  );
}

const More = ({ person }: { person: InPerson }) =>
  person.bookings.length > 1 && (
    <span className={classes.more}>
      <span aria-hidden="true">{m.space_use_more({ count: person.bookings.length - 1 })}</span>
      <span className={classes.unseen}>{m.space_use_more_said({ count: person.bookings.length - 1 })}</span>
    </span>
  );

const Name = ({ person, size }: { person: InPerson; size?: number }) => (
  <span className={classes.person}>
    <Avatar name={person.name} color={person.color} src={person.image?.downloadURL} size={size ?? 24} />
    <bdi className={classes.name}>{person.name}</bdi>
    {person.me && <span className={classes.me}>{m.space_use_me()}</span>}
  </span>
);

const worksAt = ({ department, jobTitle }: InPerson) => department ?? jobTitle ?? '';
const placeOf = ({ space }: InBooking) => `${space.name} · ${space.floor.name}`;

/** @param day the one that is shown */
export const columnsFor = (day: string, narrow: boolean): GridColumn<InPerson>[] => [
  { id: 'name', header: m.space_use_person(), width: 190, cell: (person) => <Name person={person} /> },
  {
    id: 'works',
    header: m.space_use_works(),
    width: 120,
    cell: (person) => <bdi>{worksAt(person)}</bdi>,
  },
  {
    id: 'where',
    header: m.space_use_where(),
    width: 170,
    cell: (person) => (
      <span className={classes.where}>
        <bdi className={classes.name}>{placeOf(mainOf(person))}</bdi>
        <More person={person} />
      </span>
    ),
  },
  { id: 'when', header: m.space_use_when(), width: 120, cell: (person) => timesOf(mainOf(person), day) },
  {
    id: 'state',
    header: m.space_use_state(),
    width: 130,
    grow: 0,
    cell: (person) => <StateBadge booking={mainOf(person)} />,
  },
  ...(narrow
    ? []
    : [
        {
          id: 'near',
          header: '',
          width: 110,
          grow: 0,
          align: 'end' as const,
          cell: (person: InPerson) =>
            !person.me && <NearLink person={person} booking={mainOf(person)} day={day} />,
        },
      ]),
];

/** Somebody in two lines, for a phone. */
export function PersonCard({ person, day }: { person: InPerson; day: string }) {
  const booking = mainOf(person);
  return (
    <span className={classes.card}>
      <Avatar name={person.name} color={person.color} src={person.image?.downloadURL} size={38} />
      <span className={classes.lines}>
        <span className={classes.where}>
          <bdi className={classes.name}>{person.name}</bdi>
          {person.me && <span className={classes.me}>{m.space_use_me()}</span>}
          <StateBadge booking={booking} />
        </span>
        <span className={classes.second}>
          <span>{timesOf(booking, day)}</span>
          <bdi className={classes.name}>{placeOf(booking)}</bdi>
          <More person={person} />
        </span>
      </span>
    </span>
  );
}

/** All of somebody's bookings of the day. */
export function PersonBookings({ person, day }: { person: InPerson; day: string }) {
  return (
    <div className={classes.details}>
      <Name person={person} size={38} />
      {worksAt(person) && <p className={classes.aside}>{worksAt(person)}</p>}
      <ul className={classes.bookings} aria-label={m.space_use_bookings_of({ name: person.name })}>
        {person.bookings.map((booking) => (
          <li key={booking.id}>
            <span className={classes.where}>
              <strong>
                <bdi>{booking.space.name}</bdi>
              </strong>
              <StateBadge booking={booking} />
            </span>
            <span className={classes.aside}>
              {timesOf(booking, day)} · <bdi>{booking.space.floor.name}</bdi> ·{' '}
              <bdi>{booking.space.floor.building.name}</bdi>
            </span>
            {!person.me && <NearLink person={person} booking={booking} day={day} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
