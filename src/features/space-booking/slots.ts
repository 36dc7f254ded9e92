import { dayOf } from '#src/lib/dates.ts';
import type { Slot } from './api.ts';
import { instantOf, nextQuarter } from '#src/lib/zone-clock.ts';
import { hourLater } from './form-values.ts';

/** Where a new booking without a place begins: soon, or at nine on another day; for an hour. */
export function firstSlot(date: string, zone: string, now: number): Slot {
  const soon = nextQuarter(now);
  const startDate = dayOf(soon, zone) === date ? soon : instantOf(`${date}T09:00`, zone);
  return { startDate, endDate: hourLater(startDate, zone) };
}
