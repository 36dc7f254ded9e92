import * as m from '#messages';
import type { WaitingEntry } from '#contract/booking-calendar.ts';
import { clockOf } from '#src/lib/zone-clock.ts';
import { spanWords } from './time-words.ts';

/** What somebody waits for: a space, or what it has to be like. */
export const waitingWords = ({ room, type, floor, building }: WaitingEntry): string =>
  room?.name ?? ([type?.name, floor?.name, building?.name].filter(Boolean).join(' · ') || m.rules_wait_any());

/** A time in line, by the clocks of the building; whole days as days. */
export function windowWords(slot: { startDate: number; endDate: number }, zone: string): string {
  const midnight = (ms: number) => clockOf(ms, zone).endsWith('T00:00');
  return spanWords({ ...slot, allDay: midnight(slot.startDate) && midnight(slot.endDate) }, zone);
}
