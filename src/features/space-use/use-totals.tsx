import type { ReactNode } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import figures from '#src/ui/figures.module.css';
import type { SpaceUse } from './queries.ts';
import classes from './space-use.module.css';

const HOUR = 3_600_000;
export const hoursText = (ms: number) => formatNumber(Math.round((ms / HOUR) * 10) / 10);
/** "34.5 %", or what stands for no share at all. */
export const shareText = (part: number, of: number): string | undefined =>
  of > 0 ? `${formatNumber(Math.round((part / of) * 1000) / 10)} %` : undefined;

/** The figures of the period in a line. */
export function UseTotals({ stats }: { stats: SpaceUse }) {
  const { over, noShows, released, leftEarly, sized, bookings } = stats;
  const count = formatNumber;
  const each = (all: number) => count(Math.round((all / sized.bookings) * 10) / 10);
  return (
    <dl className={figures.totals}>
      <Figure
        label={m.space_use_share()}
        value={shareText(stats.bookedOpenMs, stats.openMs)}
        note={m.space_use_share_of({ booked: hoursText(stats.bookedOpenMs), open: hoursText(stats.openMs) })}
      />
      <Figure
        label={m.space_use_booked()}
        value={hoursText(stats.bookedMs)}
        note={m.space_use_outside({ hours: hoursText(stats.bookedMs - stats.bookedOpenMs) })}
      />
      <Figure
        label={m.space_use_bookings()}
        value={count(bookings)}
        note={m.space_use_cancelled({ count: count(stats.cancelled) })}
      />
      <Figure
        label={m.space_use_no_shows()}
        value={shareText(noShows, over)}
        note={m.space_use_no_shows_of({
          count: count(noShows),
          over: count(over),
          released: count(released),
        })}
      />
      <Figure
        label={m.space_use_early()}
        value={shareText(leftEarly, over)}
        note={m.space_use_early_of({ count: count(leftEarly), over: count(over) })}
      />
      <Figure
        label={m.space_use_people()}
        value={shareText(sized.people, sized.places)}
        note={
          sized.bookings > 0 &&
          m.space_use_people_of({ people: each(sized.people), places: each(sized.places) })
        }
      />
    </dl>
  );
}

type FigureProps = { label: string; value: string | undefined; note: ReactNode };
const Figure = ({ label, value, note }: FigureProps) => (
  <div>
    <dt>{label}</dt>
    <dd>{value ?? <span className={figures.none}>{m.space_use_none()}</span>}</dd>
    {value !== undefined && note && <dd className={classes.note}>{note}</dd>}
  </div>
);
