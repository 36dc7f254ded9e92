import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { manages } from './check.ts';
import { lastEditor, loadBooking, type Stored } from './write-repository.ts';

/** The booking that the caller may change: their own, or any for managers of its center. @throws 404, 403 */
export async function bookingFor(tx: WriteTx, caller: Caller, id: number): Promise<Stored> {
  const booking = await loadBooking(tx, id);
  if (!booking) throw notFound();
  if (booking.user !== caller.id && !manages(caller, booking.center))
    throw forbidden(
      'This booking is somebody else’s. They, or a manager of the reservation center, can change it.',
    );
  return booking;
}

/** Entity tags of an If-Match header, `"1700000000000"` or several, weak or without quotes alike. */
const tagsOf = (header: string) => header.split(',').map((tag) => tag.trim().replace(/^(W\/)?"?|"$/g, ''));

/** @throws 409 when somebody changed the booking since the caller read it */
export async function checkFresh(tx: WriteTx, booking: Stored, ifMatch: string | undefined): Promise<void> {
  if (ifMatch === undefined) return;
  const tags = tagsOf(ifMatch);
  if (tags.includes('*') || tags.includes(String(booking.dateUpdated))) return;
  const who = (await lastEditor(tx, booking.id)) ?? 'Somebody else';
  throw new AppError(
    409,
    'space-booking.changed-meanwhile',
    `${who} changed this booking meanwhile. Look at the change, then make yours again.`,
  );
}

/** @throws 400 when the body names another booking than the address */
export function checkSameId(named: number | undefined, id: number): void {
  if (named !== undefined && named !== id) throw invalid('id', 'is not that of the address');
}
