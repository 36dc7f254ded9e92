import type { SpaceNow } from '#contract/space-code.ts';
import * as m from '#messages';
import { dayOf, formatDateTime, formatTime } from '#src/lib/dates.ts';

export type Booking = SpaceNow['bookings'][number];
const MINUTE = 60_000;

/** Who has the space now, which booking of the reader's is to be dealt with, and what comes later today. */
export function standingOf({ bookings, now }: SpaceNow) {
  const current = bookings.find(({ startDate }) => startDate <= now);
  const own = bookings.filter(({ mine }) => mine);
  const mine =
    own.find(({ state }) => state === 'checked_in') ??
    own.find(({ state, checkInFrom }) => state === 'booked' && checkInFrom <= now);
  return { current, mine, later: bookings.filter((one) => one !== current) };
}

export type Choice = { kind: '30' | '60' | 'stay'; until: number };

/**
 * For how long somebody may walk in, and what is most likely meant: a place for one for as long as it is free, a room for
 * half an hour.
 */
export function choicesOf({ now, walkIn, space }: SpaceNow): {
  choices: Choice[];
  likely: Choice | undefined;
} {
  if (!walkIn) return { choices: [], likely: undefined };
  const start = Math.floor(now / MINUTE) * MINUTE;
  const stay: Choice = { kind: 'stay', until: walkIn.until };
  const short = (['30', '60'] as const)
    .map((kind): Choice => ({ kind, until: start + Number(kind) * MINUTE }))
    .filter(({ until }) => until < walkIn.until);
  const choices = [...short, stay];
  return { choices, likely: space.capacity === 1 ? stay : choices[0] };
}

/** 14:05, "midnight", or with its day when it is another one. */
export function timeWords(ms: number, now: number, zone: string): string {
  const today = dayOf(now, zone);
  if (dayOf(ms, zone) === today) return formatTime(ms, zone);
  return dayOf(ms - 1, zone) === today ? m.code_midnight() : formatDateTime(ms, zone);
}
