import * as m from '#messages';
import { dayOf, formatTime } from '#src/lib/dates.ts';
import type { FindRow } from './find-rows.ts';
import { isBookable } from './find-rows.ts';
import type { FindChange, FindSearch } from './find-search.ts';
import { type Chosen, timeAt, withStart } from './find-when.ts';
import { ownTime } from '#src/directory/booking-time.ts';
import classes from './find.module.css';
import { WaitingAny } from './waiting-any.tsx';

type Props = {
  search: FindSearch;
  chosen: Chosen;
  zone: string;
  rows: readonly FindRow[];
  /** There are more spaces than are shown. */
  cut: boolean;
  ready: boolean;
  /** The space whose neighbours come first. */
  nearTo: { name: string } | undefined;
  onChange: (change: FindChange) => void;
};

/** What to know of the search: a time that cannot be, another zone, and when the next space is free. */
export function FindHint({ search, chosen, zone, rows, cut, ready, nearTo, onChange }: Props) {
  if (chosen.problem)
    return (
      <p className={`${classes.hint} ${classes.problem}`} role="alert">
        {chosen.problem === 'past' ? m.bookings_past() : m.bookings_no_length()}
      </p>
    );
  const here = ownTime(chosen, zone);
  const next = ready && rows.length > 0 && !rows.some(isBookable) ? nextFree(rows) : undefined;
  const from = next === undefined ? '' : formatTime(next, zone);
  return (
    <>
      {here && <p className={classes.hint}>{m.bookings_zone({ zone: zone.replaceAll('_', ' '), here })}</p>}
      {nearTo && (
        <p className={classes.hint}>
          {m.space_use_near_first({ space: nearTo.name })}{' '}
          <button type="button" onClick={() => onChange({ near: undefined })}>
            {m.space_use_near_off()}
          </button>
        </p>
      )}
      {cut && <p className={classes.hint}>{m.bookings_cut()}</p>}
      {ready && rows.length > 0 && !rows.some(isBookable) && (
        <p className={classes.hint} role="status">
          {m.bookings_none_free()}{' '}
          {next !== undefined && !chosen.allDay && dayOf(next, zone) === chosen.date && (
            <button
              type="button"
              onClick={() => onChange({ ...withStart(chosen, timeAt(next, zone), zone), allDay: undefined })}
            >
              {m.bookings_try_from({ time: from })}
            </button>
          )}{' '}
          <WaitingAny search={search} slot={chosen} />
        </p>
      )}
    </>
  );
}

/** When the first of what is taken becomes free. */
function nextFree(rows: readonly FindRow[]): number | undefined {
  const ends = rows.flatMap(({ standing, space }) =>
    standing === 'taken' && space.reason?.until !== undefined ? [space.reason.until] : [],
  );
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
