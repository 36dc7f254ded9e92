import type { ClockLine } from '#contract/service-clock.ts';
import { daysFrom, type ClockDay, type WorkCalendar } from './clock-calendar.ts';

type Closed = { why: NonNullable<ClockLine['why']>; holidays?: string[] };
/** A stretch in which the center is open throughout, or closed for a reason. */
export type Piece = { from: number; to: number; closed?: Closed };
/** What a closed stretch goes over. */
type Seen = { holidays: Set<string>; weekend: boolean; night: boolean };

function reason(calendar: WorkCalendar, { holidays, weekend, night }: Seen): Closed {
  if (calendar.times.hours.length === 0) return { why: 'no-hours' };
  if (holidays.size > 0) return { why: 'holiday', holidays: [...holidays] };
  if (weekend) return { why: 'weekend' };
  return { why: night ? 'night' : 'break' };
}

function* partsOf(day: ClockDay) {
  let at = day.from;
  for (const span of day.open) {
    if (at < span.from) yield { from: at, to: span.from, open: false, night: at === day.from };
    yield { ...span, open: true, night: false };
    at = span.to;
  }
  if (at < day.to) yield { from: at, to: day.to, open: false, night: true };
}

/** The time from one instant to the other in stretches; a night before a weekend or holiday is part of it. */
export function piecesOf(calendar: WorkCalendar, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let open: boolean | undefined;
  let seen: Seen = { holidays: new Set(), weekend: false, night: false };
  const settle = () => {
    if (open === false) pieces.at(-1)!.closed = reason(calendar, seen);
    seen = { holidays: new Set(), weekend: false, night: false };
  };
  if (from >= to) return pieces;
  for (const day of daysFrom(calendar, from)) {
    if (day.from >= to) break;
    for (const part of partsOf(day)) {
      const [begins, ends] = [Math.max(part.from, from), Math.min(part.to, to)];
      if (begins >= ends) continue;
      if (part.open !== open) {
        settle();
        pieces.push({ from: begins, to: ends });
        open = part.open;
      } else pieces.at(-1)!.to = ends;
      if (part.night) seen.night = true;
      if (day.shut === 'weekend') seen.weekend = true;
      else if (day.shut) seen.holidays.add(day.shut.holiday);
    }
  }
  settle();
  return pieces;
}
