import type { WriteTx } from '#server/lib/database.ts';
import { makeBookings } from './bookings.ts';
import { entriesOf, insert } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';

const moment = (ms: number) => new Date(ms).toISOString();

/** The bookings around today, and a rule for the largest rooms: somebody approves who gets them. */
export async function insertBookings(
  tx: WriteTx,
  { random, places, people, now }: { random: Random; places: Places; people: readonly Person[]; now: number },
  { spaces }: PlaceIds,
  userIds: readonly number[],
  founded: Date,
): Promise<void> {
  const center = (await entriesOf(tx, 'center', 'code')).id('reservation');
  const large = [...places.spaces.keys()].filter((one) => {
    const { kind, capacity, reservable } = places.spaces[one]!;
    return kind === 'meeting' && reservable && capacity >= 20;
  });
  await insert(
    tx,
    'booking_rule',
    large.map((one) => ({
      center_id: center,
      room_id: spaces[one],
      who: 'everybody',
      cost_center_ids: [],
      departments: [],
      buffer_before: 0,
      buffer_after: 0,
      approval: true,
      date_created: founded,
      date_updated: founded,
    })),
  );
  const { bookings, series } = makeBookings(random, places, people, now);
  const seriesIds = await insert(
    tx,
    'booking_series',
    series.map(({ rule, start, timeZone }) => ({
      rule,
      local_start: start,
      time_zone: timeZone,
      date_created: founded,
    })),
  );
  await insert(
    tx,
    'reservation',
    bookings.map((one, at) => ({
      center_id: center,
      room_id: spaces[one.space],
      user_id: userIds[one.person],
      created_by: userIds[one.person],
      updated_by: userIds[one.person],
      during: `[${moment(one.start)},${moment(one.end)})`,
      all_day: one.allDay,
      state: one.state,
      name: one.name,
      number_of_people: one.people,
      guests: one.guests,
      private: one.private,
      approval: one.awaiting ? 'awaiting' : undefined,
      series_id: one.series === undefined ? undefined : seriesIds[one.series],
      checked_in_at: ['checked_in', 'checked_out'].includes(one.state) ? moment(one.start) : undefined,
      // One in seven left early, which is when the booking then ends.
      checked_out_at: one.state === 'checked_out' ? moment(one.end + (at % 7 === 0 ? 0 : 60_000)) : undefined,
      date_created: moment(one.created),
      date_updated: moment(one.updated),
    })),
  );
}
