import type { SpaceNow } from '#contract/space-code.ts';
import * as m from '#messages';
import { formatTime } from '#src/lib/dates.ts';
import { CalendarIcon, SeatedIcon } from '#src/ui/booking-icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './code.module.css';
import { type Booking, standingOf, timeWords } from './standing.ts';

/** The rest of the day, in order of time. */
export function CodeToday({ seen }: { seen: SpaceNow }) {
  const { now, space, bookings } = seen;
  const { mine } = standingOf(seen);
  const zone = space.timeZone;
  return (
    <section aria-labelledby="code-today">
      <h2 id="code-today" className={classes.heading}>
        {m.code_today()}
      </h2>
      {bookings.length === 0 ? (
        <p className={classes.hint}>{m.code_next_none()}</p>
      ) : (
        <ul className={classes.list}>
          {bookings.map((one) => (
            <li key={one.id} className={classes.row}>
              <span className={classes.time}>
                {`${timeWords(one.startDate, now, zone)} – ${timeWords(one.endDate, now, zone)}`}
              </span>
              <bdi className={classes.title}>{titleOf(one)}</bdi>
              {one.mine && one.state === 'checked_in' ? (
                <StatusBadge tone="success" icon={SeatedIcon}>
                  {m.code_checked_in()}
                </StatusBadge>
              ) : (
                one.mine && (
                  <StatusBadge tone="accent" icon={CalendarIcon}>
                    {one.checkInFrom > now && one !== mine
                      ? m.code_check_in_from({ time: formatTime(one.checkInFrom, zone) })
                      : m.code_mine()}
                  </StatusBadge>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Its title with whose it is; of a private one no more than the server says. */
function titleOf({ name, user, private: hidden, mine }: Booking): string {
  if (hidden && !mine) return name;
  return name === '' || name === user.name ? user.name : `${name} · ${user.name}`;
}
