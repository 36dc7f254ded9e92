import * as m from '#messages';
import { useSpaceRule } from '#src/directory/booking-rules.ts';
import { Facts } from '#src/ui/facts.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { placeOf } from './find-list.tsx';
import type { FindRow } from './find-rows.ts';
import { BookButton, type Booking, StandingBadge } from './find-standing.tsx';
import classes from './find.module.css';

type Props = Booking & {
  row: FindRow;
  /** The time that is searched, in words. */
  time: string;
};

/** The chosen space: whether it can be had, why not, and the button. */
export function FindCard({ row, time, ...booking }: Props) {
  const { space, own, standing } = row;
  const rule = useSpaceRule(space.id);
  return (
    <div className={classes.details}>
      <div role="status" className={classes.said}>
        <StandingBadge row={row} />
        <span className={classes.aside}>{time}</span>
      </div>
      {standing === 'asks' && <p className={classes.note}>{m.bookings_approval_text()}</p>}
      <BookButton row={row} {...booking} size="sm" fullWidth />
      {own && (
        <LinkButton to="/bookings/mine" variant="default" size="sm" fullWidth>
          {m.bookings_mine()}
        </LinkButton>
      )}
      <Facts
        facts={[
          { label: m.bookings_where(), value: placeOf(row) },
          { label: m.bookings_type(), value: space.type.name },
          { label: m.bookings_places(), value: space.capacity },
          { label: m.rules_of_space(), value: rule },
          { label: m.bookings_about(), value: space.description },
        ]}
      />
    </div>
  );
}
