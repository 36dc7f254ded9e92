import type { ReservationQuery } from '#contract/reservations.ts';
import { conditions, containing, feedStart, type Orderables } from '#server/lib/paging.ts';

/** Who looks at bookings, and whether they manage the reservation center. */
export type Viewer = { id: number; manages: boolean };

const words = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const of = (table: string, column: string, reference: string) =>
  `(SELECT ${column} FROM ${table} o WHERE o.organisation_id = r.organisation_id AND o.id = r.${reference})`;
const ofFloor = (column: string) => `(SELECT ${column} FROM room s
  JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE s.organisation_id = r.organisation_id AND s.id = r.room_id)`;
export const orderables: Orderables = {
  id: 'r.id',
  startDate: 'r.starts',
  endDate: 'r.ends',
  allDay: 'r.all_day',
  state: 'r.state',
  numberOfPeople: 'coalesce(r.number_of_people, 1)',
  dateCreated: 'r.date_created',
  dateUpdated: 'r.date_updated',
  'room.id': 'r.room_id',
  'room.name': words(of('room', 'o.name', 'room_id')),
  'room.floor.name': words(ofFloor('f.name')),
  'room.floor.building.name': words(ofFloor('b.name')),
  'user.id': 'r.user_id',
  'user.name': words(of('app_user', 'o.name', 'user_id')),
  'user.firstName': words(of('app_user', 'o.first_name', 'user_id')),
  'user.lastName': words(of('app_user', 'o.last_name', 'user_id')),
  'center.id': 'r.center_id',
};
/** Those of them that every booking has. */
export const filled = [
  'startDate',
  'endDate',
  'allDay',
  'state',
  'numberOfPeople',
  'dateCreated',
  'dateUpdated',
];

/** The title as the viewer sees it: nobody finds a private booking by its words, or in its place by them. */
const titleFor = (viewer: Viewer) =>
  viewer.manages ? 'r.name' : `CASE WHEN r.private AND r.user_id <> ${viewer.id} THEN '' ELSE r.name END`;
export const orderablesFor = (viewer: Viewer): Orderables => ({
  ...orderables,
  name: words(titleFor(viewer)),
});

const inPlaces = (condition: string) => `r.room_id IN (SELECT s.id FROM room s
  JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
  WHERE s.organisation_id = current_organisation() AND ${condition})`;
const instant = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

/** Longer windows are read by person or room; of the shorter ones an index knows all that overlaps. */
const SHORT_WINDOW = 32 * 86_400_000;
function within(found: ReturnType<typeof conditions>, { startDate, endDate }: ReservationQuery) {
  found.add('r.ends > ?', instant(startDate)).add('r.starts < ?', instant(endDate));
  if (startDate === undefined || endDate === undefined) return;
  if (endDate <= startDate || endDate - startDate > SHORT_WINDOW) return;
  const [since, until] = [found.params.push(new Date(startDate)), found.params.push(new Date(endDate))];
  found.when(true, `r.id = ANY(ARRAY(SELECT find_bookings($${since}, $${until})))`);
}

/** Conditions on reservation r: a plain list is the viewer's own, not cancelled, not ended. */
export function matching(query: ReservationQuery, viewer: Viewer) {
  const { includeCancelled = false, includeNonCancelled = true, search } = query;
  const found = conditions('r.organisation_id = current_organisation() AND r.deleted_at IS NULL');
  if (!includeCancelled) found.when(true, "r.state <> 'cancelled'");
  if (!includeNonCancelled) found.when(true, "r.state = 'cancelled'");
  if (query.showOnlyMyReservations ?? true) found.add('r.user_id = ?', viewer.id);
  if (!(query.includePastReservations ?? query.startDate !== undefined)) found.when(true, 'r.ends > now()');
  within(found, query);
  return found
    .add('r.room_id = ANY(?)', query.roomId)
    .add('r.user_id = ANY(?)', query.userId)
    .add('r.series_id = ANY(?)', query.seriesId)
    .add(inPlaces('f.building_id = ANY(?)'), query.buildingId)
    .add(inPlaces('f.id = ANY(?)'), query.floorId)
    .when(
      query.awaitingApproval,
      "r.approval = 'awaiting' AND r.state = 'booked'",
      "r.approval IS DISTINCT FROM 'awaiting'",
    )
    .add('r.date_updated > ?', feedStart(query))
    .add(
      `fold(${titleFor(viewer)} || E'\\n' || ${of('room', 'o.name', 'room_id')}) LIKE fold(?)`,
      search === undefined ? undefined : containing(search),
    );
}
