import { useEffect, useState } from 'react';
import * as m from '#messages';
import marks from './timeline-marks.module.css';
import { scaleOf, type TimelineModel } from './timeline-model.ts';
import { positionOf } from './timeline-scale.ts';
import { timeOf } from './timeline-words.ts';

const HALF_A_MINUTE = 30_000;

/** The time, told every half minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), HALF_A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A line where it is now: across all rows of today, or in the row that is today. */
export function TimelineNow({ model, height }: { model: TimelineModel; height: number }) {
  const now = useNow();
  const today = [...model.axis.days.values()].find(({ start, end }) => now >= start && now < end);
  if (!today) return null;
  const at = positionOf(today, now) * model.minute;
  const rows = model.axis.days.size > 1 ? [...model.rows.values()] : [];
  const row = rows.find((laid) => scaleOf(model, laid) === today);
  if (rows.length > 0 && !row) return null;
  return (
    <div
      className={marks.now}
      style={{ insetInlineStart: at, top: row?.top ?? 0, height: row?.height ?? height }}
    >
      <span className={marks.nowWord}>{m.timeline_now({ time: timeOf(now, model.timeZone) })}</span>
    </div>
  );
}
