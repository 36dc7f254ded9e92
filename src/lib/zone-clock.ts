import { formatIso } from '#src/lib/dates.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** 2026-03-03T14:05: a moment as the clocks of the zone show it. */
export const clockOf = (ms: number, zone: string): string => formatIso(ms, zone).slice(0, 16);

/** Milliseconds that the clocks of the zone are ahead of UTC. */
export const offsetAt = (ms: number, zone: string): number =>
  Date.parse(`${formatIso(ms, zone).slice(0, 19)}Z`) - Math.floor(ms / 1000) * 1000;

/**
 * The moment at which the clocks of the zone show a time such as 2026-03-03T14:05, epoch ms. Of a time that they show
 * twice the first; a time that they skip counts as before the change, which is how the server reads it too.
 */
export function instantOf(local: string, zone: string): number {
  const read = Date.parse(`${local}:00Z`);
  const before = read - offsetAt(read - DAY, zone);
  const after = read - offsetAt(read + DAY, zone);
  const shows = (ms: number) => clockOf(ms, zone) === local;
  return !shows(before) && shows(after) ? after : before;
}

/** The time of day at which a form for a new booking begins: the next quarter of an hour. */
export function nextQuarter(now: number): number {
  const quarter = 15 * MINUTE;
  return Math.ceil(now / quarter) * quarter;
}
