import type { ReservationEdit, Scope } from '#contract/reservations.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { clockShift, daysBetween, shifted, startOfDay } from '#server/lib/zone-time.ts';
import { amended, storeChanges, type Change } from './change.ts';
import { splitSeries } from './series-repository.ts';
import type { Slot } from './slot.ts';
import { loadSeries, type Stored } from './write-repository.ts';

/** From where on a series is meant. */
export const startOf = (booking: Pick<Stored, 'since'>, scope: Scope) =>
  scope === 'all' ? 0 : booking.since;

/** How the time of one booking of a series follows that of another: by as much on the clock, and as long. */
function moveAlike({ before, after, space: { zone } }: Change, other: Stored): Slot {
  if (before.since === after.since && before.until === after.until) return other;
  const since = shifted(other.since, clockShift(before.since, after.since, zone), zone);
  if (!after.allDay) return { since, until: since + (after.until - after.since) };
  const day = startOfDay(since, zone);
  return { since: day, until: startOfDay(day, zone, daysBetween(after.since, after.until, zone)) };
}

/**
 * Does to a series what is done to one of its bookings: to those after it, or to all that have not ended. All or nothing.
 * Those after it become a series of their own, so that what is said of all later means either. @throws 400, 409
 */
export async function editSeries(
  tx: WriteTx,
  caller: Caller,
  { change, edit, scope }: { change: Change; edit: ReservationEdit; scope: Scope },
): Promise<void> {
  const { before } = change;
  const open = await loadSeries(tx, before.series!, startOf(before, scope));
  const others = open.filter(({ id }) => id !== before.id);
  const { space, after } = change;
  const changes = [
    change,
    ...others.map((other) =>
      amended(tx, caller, other, { edit, space, slot: moveAlike(change, other), allDay: after.allDay }),
    ),
  ];
  if (scope === 'following') {
    const series = await splitSeries(tx, before.series!);
    for (const { after: stored } of changes) stored.series = series;
  }
  await storeChanges(tx, caller, changes);
}
