import type { ReservationEdit } from '#contract/reservations.ts';
import { forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { amended, storeChanges } from './change.ts';
import { checkSpace, manages } from './check.ts';
import { bookingFor, checkFresh, checkSameId } from './own.ts';
import { renderReservations } from './read-repository.ts';
import { viewerOf } from './read.ts';
import { editSeries } from './series-edit.ts';
import { slotOf } from './slot.ts';
import { loadParties, loadSpaces, type Space } from './space-repository.ts';
import { tell } from './tell.ts';
import { removeBooking, type Stored } from './write-repository.ts';

/** @throws 400, and 403 for giving the booking to somebody else without being a manager */
async function checkPerson(tx: WriteTx, caller: Caller, booking: Stored, user: number): Promise<void> {
  if (user === booking.user) return;
  if (!manages(caller, booking.center))
    throw forbidden('Managers of the reservation center book for others.');
  if (!(await loadParties(tx, user, undefined)).person)
    throw invalid('user', 'names no person of your organisation');
}

/**
 * Changes what is given of a booking, or with a scope of its series. Answers the booking as JSON text.
 * @param ifMatch the If-Match header: the edit counts only if nothing has changed since that dateUpdated
 * @throws 400 naming the attribute, 403, 404, 409
 */
export async function editReservation(
  tx: WriteTx,
  caller: Caller,
  { id, edit, ifMatch }: { id: number; edit: ReservationEdit; ifMatch: string | undefined },
): Promise<string> {
  checkSameId(edit.id, id);
  const before = await bookingFor(tx, caller, id);
  await checkFresh(tx, before, ifMatch);
  const user = edit.user?.id ?? before.user;
  await checkPerson(tx, caller, before, user);
  const room = edit.room?.id ?? before.room;
  const [space] = await loadSpaces(tx, [room], user);
  // The words of a booking can be corrected though its space is gone.
  if (!space && room === before.room && !edit.startDate && !edit.endDate) {
    const gone: Space = { id: room, name: '', reservable: false, capacity: null, zone: 'UTC', law: null };
    const change = amended(tx, caller, before, { edit, space: gone, slot: before, allDay: before.allDay });
    await storeChanges(tx, caller, [change]);
  } else {
    const found = space ?? checkSpace(space);
    const allDay = edit.allDay ?? before.allDay;
    const { startDate = before.since, endDate = before.until } = edit;
    // What is not spoken of stays, to the millisecond.
    const same = startDate === before.since && endDate === before.until && allDay === before.allDay;
    const slot = same
      ? { since: before.since, until: before.until }
      : slotOf({ startDate, endDate, allDay }, found.zone);
    const change = amended(tx, caller, before, { edit, space: found, slot, allDay });
    if (before.series !== null && edit.scope && edit.scope !== 'this')
      await editSeries(tx, caller, { change, edit, scope: edit.scope });
    else await storeChanges(tx, caller, [change]);
  }
  return (await renderReservations(tx, [id], viewerOf(caller)))[0]!;
}

/** Takes a booking out of every list; its traces stay in the database. @throws 403, 404 */
export async function removeReservation(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  await bookingFor(tx, caller, id);
  await removeBooking(tx, caller.id, id);
  await tell(tx, caller.id, [id]);
}
