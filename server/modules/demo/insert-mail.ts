import { trackingKey } from '#contract/tracking-number.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { Alert } from './company.ts';
import { insertBags } from './insert-bags.ts';
import { entriesOf, insert, type Row } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';
import type { Parcel } from './parcel.ts';
import { FETCHED, exceptionFor, reasonFor } from './wording.ts';

/** The id at a position, if there is a position. */
const at = (ids: readonly number[], position: number | undefined) =>
  position === undefined ? undefined : ids[position];

/** @param since when the notes were left */
export async function insertAlerts(
  tx: WriteTx,
  alerts: readonly Alert[],
  userIds: readonly number[],
  enteredBy: number,
  since: Date,
) {
  const rows = alerts.map(({ person, notes, multiple }) => ({
    user_id: userIds[person],
    notes,
    multiple_alerts: multiple,
    entered_by: enteredBy,
    date_created: since,
    date_updated: since,
  }));
  await insert(tx, 'mail_alert', rows);
}

function rowOf(parcel: Parcel, runningNumber: number | undefined, userIds: readonly number[], ids: PlaceIds) {
  const { steps, remarks, trackingNumber } = parcel;
  const last = steps.at(-1)!;
  const { queue, itemType, recipientName } = parcel;
  const nobody = parcel.to === undefined && parcel.deliverTo === undefined;
  const waits = nobody && queue !== 'OUT' && itemType !== 'OUTBOUND';
  return {
    item_type: parcel.itemType,
    current_queue: parcel.queue,
    tracking_number: trackingNumber,
    original_tracking_number: trackingNumber,
    tracking_key: trackingNumber && trackingKey(trackingNumber),
    to_user_id: at(userIds, parcel.to),
    deliver_to_id: at(userIds, parcel.deliverTo),
    from_user_id: at(userIds, parcel.from),
    recipient_name: parcel.recipientName,
    sender: parcel.sender,
    running_number: runningNumber,
    exception: waits
      ? exceptionFor(
          recipientName,
          steps.map(({ note }) => note),
        )
      : undefined,
    pending_reason: queue === 'PENDING' ? reasonFor(last.note) : undefined,
    center_id: ids.centers[parcel.site],
    mail_route_id: at(ids.routes, parcel.route),
    mail_stop_id: at(ids.stops, parcel.stop),
    mail_location_id: at(ids.racks, parcel.rack),
    date_created: new Date(steps[0]!.at),
    date_updated: new Date(Math.max(last.at, ...remarks.map((remark) => remark.at))),
    delivered_at: parcel.queue === 'OUT' ? new Date(last.at) : undefined,
  };
}

/** The delivery type of whatever came without a word on it. */
const DELIVERY_TYPE = 'Other';

/** Parcels in the order of arrival; all their steps, and all remarks, in the order of time. */
export async function insertParcels(
  tx: WriteTx,
  parcels: readonly Parcel[],
  userIds: readonly number[],
  ids: PlaceIds,
) {
  const couriers = await entriesOf(tx, 'courier', 'code');
  const types = await entriesOf(tx, 'package_type', 'code');
  // What bears no number gets one of the desk's own.
  const bare = parcels.filter(({ trackingNumber }) => trackingNumber === undefined);
  const numbers = new Map(bare.map((parcel, index) => [parcel, index + 1]));
  const items = await insert(
    tx,
    'mail_item',
    parcels.map((parcel) => ({
      ...rowOf(parcel, numbers.get(parcel), userIds, ids),
      delivery_type: DELIVERY_TYPE,
      courier_id: couriers.id(parcel.courier),
      package_type_id: types.id(parcel.packageType),
    })),
  );
  const byTime = <Event extends { at: number }>(
    eventsOf: (parcel: Parcel) => readonly Event[],
    row: (event: Event) => Row,
  ) =>
    parcels
      .flatMap((parcel, index) => eventsOf(parcel).map((event) => ({ event, item: items[index] })))
      .toSorted((a, b) => a.event.at - b.event.at)
      .map(({ event, item }) => ({ mail_item_id: item, date_created: new Date(event.at), ...row(event) }));
  const statuses = byTime(
    ({ steps }) => steps,
    (step) => ({
      code: step.code,
      center_id: ids.centers[step.site],
      entered_by: userIds[step.by],
      note: step.note,
      collected_by: at(userIds, step.collectedBy),
      collected_by_name: step.collectedByName,
      reason: step.code === 'pending' ? reasonFor(step.note) : undefined,
      outcome: step.code === 'out' && step.note === FETCHED ? 'courier' : undefined,
    }),
  );
  await insert(tx, 'mail_status', statuses);
  const comments = byTime(
    ({ remarks }) => remarks,
    (remark) => ({ content: remark.content, entered_by: userIds[remark.by] }),
  );
  await insert(tx, 'mail_comment', comments);
  const bags = await insertBags(tx, parcels, items, userIds, ids);
  await tx.query(
    'INSERT INTO mail_counter (organisation_id, running_number, bag_number) VALUES ($1, $2, $3)',
    [tx.organisation, bare.length, bags],
  );
}
