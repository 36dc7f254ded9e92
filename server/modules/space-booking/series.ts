import type { SeriesCreate, SeriesPlan } from '#contract/reservation-series.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { bookingOf, wordsOf } from './create.ts';
import { planSeries } from './plan-series.ts';
import { renderReservations } from './read-repository.ts';
import { viewerOf } from './read.ts';
import { insertSeries } from './series-repository.ts';
import { tell } from './tell.ts';
import { insertBookings } from './write-repository.ts';

/** The occurrences of a series with what is in the way of each. @throws 400, 403 */
export async function previewSeries(db: Database, caller: Caller, body: SeriesPlan) {
  const { occurrences, space } = await db.read(caller.organisation, (tx) =>
    planSeries(tx, caller, body, Date.now()),
  );
  const conflicts = occurrences.filter(({ free }) => !free).length;
  return { occurrences, count: occurrences.length, conflicts, timeZone: space.zone };
}

const conflict = (code: string, message: string) =>
  new AppError(409, code, message, { field: 'alternatives' });

/**
 * Books a series: all of it, or with `skip` what is free of it; nothing half done. Answers JSON text.
 * @throws 400 naming the attribute, 403, 409 with the first date that cannot be booked
 */
export async function createSeries(tx: WriteTx, caller: Caller, body: SeriesCreate): Promise<string> {
  const plan = await planSeries(tx, caller, body, tx.stamp.getTime());
  const { space, center, managed, wishes, occurrences } = plan;
  const skipped = occurrences.filter(({ free }) => !free);
  const [first] = skipped;
  if (first && body.onConflict !== 'skip')
    throw conflict(
      first.problem!.code,
      `${skipped.length} of ${occurrences.length} dates cannot be booked. ${first.start.replace('T', ' ')}: ${first.problem!.message}`,
    );
  if (skipped.length === occurrences.length)
    throw conflict('space-booking.taken', 'None of the dates can be booked. Choose another time or space.');

  const rule = body.rule.replace(/^RRULE:/i, '').trim();
  const series = await insertSeries(tx, { rule, start: body.start, zone: space.zone });
  const said = {
    ...wordsOf(body),
    user: body.user.id,
    center,
    allDay: body.allDay ?? false,
    series,
    managed,
  };
  const bookings = wishes.flatMap((wish, index) =>
    occurrences[index]!.free ? [bookingOf(wish.space, wish.slot, said)] : [],
  );
  const stored = await insertBookings(tx, caller.id, bookings);
  // Looked at a moment ago under the organisation's clock; only what writes past it can have come between.
  if (stored.length < bookings.length)
    throw conflict('space-booking.taken', 'Some of the dates have just been taken. Look at them again.');
  const ids = stored.toSorted((a, b) => a.since - b.since).map(({ id }) => id);
  await tell(tx, caller.id, ids);
  const reservations = await renderReservations(tx, ids, viewerOf(caller));
  return `{"series":${JSON.stringify({ id: series, rule })},"reservations":[${reservations.join(',')}],"skipped":${JSON.stringify(skipped)}}`;
}
