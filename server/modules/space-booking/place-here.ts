import { AppError } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import { findPlace, type PlaceHere } from './now-repository.ts';

/** The living space that a code belongs to. @throws 404 */
export async function placeHere(tx: Tx, room: number): Promise<PlaceHere> {
  const found = await findPlace(tx, room);
  if (!found) throw new AppError(404, 'not-found', 'There is no such space in your organisation.');
  if (!found.gone) return found.place;
  throw new AppError(
    404,
    'space-booking.space-gone',
    `${found.place.name} has been taken out of use. Find another space.`,
  );
}
