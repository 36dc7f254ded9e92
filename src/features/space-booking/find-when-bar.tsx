import * as m from '#messages';
import { dayOf } from '#src/lib/dates.ts';
import { isDay } from './day-search.ts';
import { DraftInput } from './find-draft-input.tsx';
import classes from './find.module.css';
import { type FindChange, type FindSearch, isTime } from './find-search.ts';
import { type Chosen, isQuick, type Quick, quickTimes, withStart } from './find-when.ts';

type Props = {
  search: FindSearch;
  chosen: Chosen;
  zone: string;
  now: number;
  onChange: (change: FindChange) => void;
};
const labels: Record<Quick, () => string> = {
  now: m.bookings_quick_now,
  afternoon: m.bookings_quick_afternoon,
  tomorrow: m.bookings_quick_tomorrow,
  'all-day': m.bookings_all_day,
};
const anyTime = { date: undefined, from: undefined, to: undefined, allDay: undefined };

/** When: what most people want one tap away, anything else beside it. */
export function FindWhenBar({ search, chosen, zone, now, onChange }: Props) {
  const { date, from, to, allDay } = chosen;
  const set = (change: FindChange) => onChange({ ...anyTime, ...change });
  return (
    <div className={classes.when}>
      <div className={classes.chips} role="group" aria-label={m.bookings_quick()}>
        {quickTimes(zone, now, search.date).map(([quick, clock]) => {
          const on = isQuick(search, clock);
          return (
            <button
              key={quick}
              type="button"
              className={classes.chip}
              aria-pressed={on}
              onClick={() => set(on && quick === 'all-day' ? { date: search.date } : clock)}
            >
              {labels[quick]()}
            </button>
          );
        })}
      </div>
      <div className={classes.times}>
        <DraftInput
          type="date"
          className={classes.date}
          aria-label={m.bookings_date()}
          min={dayOf(now, zone)}
          value={date}
          ready={isDay}
          onCommit={(day) => set({ date: day, ...(allDay ? { allDay } : timesOf(search)) })}
        />
        {!allDay && (
          <>
            <DraftInput
              type="time"
              step={300}
              className={classes.time}
              aria-label={m.bookings_from()}
              value={from}
              ready={isTime}
              onCommit={(time) => set(withStart(chosen, time, zone))}
            />
            <span aria-hidden="true">–</span>
            <DraftInput
              type="time"
              step={300}
              className={classes.time}
              aria-label={m.bookings_to()}
              value={to}
              ready={isTime}
              error={chosen.problem === 'no-length'}
              onCommit={(time) => set({ date, from, to: time })}
            />
            {chosen.overnight && <span className={classes.aside}>{m.bookings_next_day()}</span>}
          </>
        )}
      </div>
    </div>
  );
}

const timesOf = ({ from, to }: FindSearch) => (from === undefined || to === undefined ? {} : { from, to });
