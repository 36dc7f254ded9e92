// Instants to minutes along the axis and back, over changes of the clock. The axis holds every minute that the
// clock of some shown day shows: a day of 23 hours alone has 23, beside a common day it has a gap. An hour that
// comes twice has its place twice.
import { startOfDay } from '#src/lib/dates.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In it the clock runs evenly. `wall`: minutes after midnight on the clock at `from`; `at`: minutes of the axis. */
type Stretch = { from: number; to: number; wall: number; again: boolean; at: number };
type Piece = { wall: number; length: number; again: boolean; at: number };

/** A calendar day on the axis. Its first moment and that of the next day are epoch ms. */
export type DayScale = { day: string; start: number; end: number; stretches: readonly Stretch[] };
export type Axis = {
  timeZone: string;
  /** How long it is. */
  minutes: number;
  pieces: readonly Piece[];
  days: ReadonlyMap<string, DayScale>;
};
export type Tick = { at: number; wall: number; again: boolean };

const clocks = new Map<string, Intl.DateTimeFormat>();
function offsetAt(ms: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
  }
  return Date.parse(`${clock.format(ms).replace(' ', 'T')}Z`) - ms;
}

export const nextDay = (day: string) => new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);

/** The moments of the day at which the clock is changed. */
function changes(start: number, end: number, timeZone: string): number[] {
  const found: number[] = [];
  for (let from = start; from < end; from += HOUR) {
    let [before, after] = [from, Math.min(from + HOUR, end - MINUTE)];
    const offset = offsetAt(before, timeZone);
    if (after <= before || offsetAt(after, timeZone) === offset) continue;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle, timeZone) === offset) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

/** Without places on the axis yet. */
function stretchesOf(day: string, start: number, end: number, timeZone: string): Stretch[] {
  const bounds = [start, ...changes(start, end, timeZone), end];
  const stretches: Stretch[] = [];
  let reached = 0;
  for (const [index, to] of bounds.slice(1).entries()) {
    const from = bounds[index]!;
    const wall = (from + offsetAt(from, timeZone) - Date.parse(day)) / MINUTE;
    const add = (since: number, until: number, again: boolean) => {
      if (until > since)
        stretches.push({ from: since, to: until, wall: wall + (since - from) / MINUTE, again, at: 0 });
    };
    const anew = Math.min(to, Math.max(from, from + (reached - wall) * MINUTE));
    add(from, anew, true);
    add(anew, to, false);
    reached = Math.max(reached, wall + (to - from) / MINUTE);
  }
  return stretches;
}
const wallEnd = ({ wall, from, to }: Stretch) => wall + (to - from) / MINUTE;

function piecesOf(all: readonly Stretch[]): Piece[] {
  const bounds = [...new Set(all.flatMap((one) => [one.wall, wallEnd(one)]))].sort((a, b) => a - b);
  const keyed: (Piece & { key: number })[] = [];
  for (const [index, wall] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1]!;
    if (all.some((one) => !one.again && one.wall <= wall && wallEnd(one) >= end))
      keyed.push({ wall, length: end - wall, again: false, at: 0, key: wall });
  }
  for (const one of all.filter(({ again }) => again)) {
    const [key, length] = [wallEnd(one), wallEnd(one) - one.wall];
    if (!keyed.some((piece) => piece.again && piece.wall === one.wall && piece.length === length))
      keyed.push({ wall: one.wall, length, again: true, at: 0, key });
  }
  keyed.sort((a, b) => a.key - b.key || Number(b.again) - Number(a.again));
  let at = 0;
  return keyed.map(({ wall, length, again }) => {
    const piece = { wall, length, again, at };
    at += length;
    return piece;
  });
}

/** One axis for some calendar days (2026-03-03) in a zone. */
export function axisOf(days: readonly string[], timeZone: string): Axis {
  const drawn = [...new Set(days)].map((day) => {
    const [start, end] = [startOfDay(day, timeZone), startOfDay(nextDay(day), timeZone)];
    return { day, start, end, stretches: stretchesOf(day, start, end, timeZone) };
  });
  const pieces = piecesOf(drawn.flatMap(({ stretches }) => stretches));
  const last = pieces.at(-1);
  const placed = (stretch: Stretch): Stretch[] =>
    pieces
      .filter(
        (piece) =>
          piece.again === stretch.again &&
          piece.wall >= stretch.wall &&
          piece.wall + piece.length <= wallEnd(stretch),
      )
      .map(({ wall, length, again, at }) => {
        const from = stretch.from + (wall - stretch.wall) * MINUTE;
        return { from, to: from + length * MINUTE, wall, again, at };
      });
  return {
    timeZone,
    minutes: last ? last.at + last.length : 0,
    pieces,
    days: new Map(
      drawn.map((one) => [
        one.day,
        { ...one, stretches: one.stretches.flatMap(placed).sort((a, b) => a.from - b.from) },
      ]),
    ),
  };
}

/** Minutes along the axis. Before and after the day it goes on evenly. */
export function positionOf({ stretches }: DayScale, ms: number): number {
  const found = stretches.find(({ to }) => ms < to) ?? stretches.at(-1);
  return found ? found.at + (ms - found.from) / MINUTE : 0;
}

/** The instant at a place of the axis, epoch ms. Minutes that the day does not have lead to where they fell out. */
export function instantAt({ stretches, start }: DayScale, minutes: number): number {
  let before: Stretch | undefined;
  for (const stretch of stretches) {
    if (minutes < stretch.at) return before ? before.to : stretch.from + (minutes - stretch.at) * MINUTE;
    if (minutes < stretch.at + (stretch.to - stretch.from) / MINUTE)
      return stretch.from + (minutes - stretch.at) * MINUTE;
    before = stretch;
  }
  if (!before) return start;
  return before.from + (minutes - before.at) * MINUTE;
}

/** The nearest instant (or the last one before it) at which the clock shows a multiple of `step` minutes. */
export function snapped(scale: DayScale, ms: number, step: number, round = Math.round): number {
  const found = scale.stretches.find(({ to }) => ms < to) ?? scale.stretches.at(-1);
  if (!found) return ms;
  const wall = found.wall + (ms - found.from) / MINUTE;
  const near = ms + (round(wall / step) * step - wall) * MINUTE;
  // Beyond the stretch the clock shows something else; its end is the nearest there is.
  if (ms < found.from || ms >= found.to) return near;
  return Math.min(Math.max(near, found.from), found.to);
}

/** The full hours, in their order. */
export const ticksOf = ({ pieces }: Axis): Tick[] =>
  pieces.flatMap(({ wall, length, again, at }) => {
    const first = Math.ceil(wall / 60) * 60;
    const count = Math.max(0, Math.ceil((wall + length - first) / 60));
    return Array.from({ length: count }, (_, index) => ({
      at: at + first - wall + index * 60,
      wall: first + index * 60,
      again,
    }));
  });

/** Stretches of the axis that the day does not have. */
export function gapsOf({ stretches }: DayScale, { pieces }: Axis): { at: number; length: number }[] {
  return pieces.filter(({ at }) => !stretches.some((stretch) => stretch.at === at));
}

/** Where the clock shows so many minutes after midnight, in minutes of the axis. */
export function placeOnClock({ pieces, minutes }: Axis, wall: number): number {
  const piece = pieces.find((one) => !one.again && wall < one.wall + one.length);
  return piece ? piece.at + Math.max(0, wall - piece.wall) : minutes;
}
