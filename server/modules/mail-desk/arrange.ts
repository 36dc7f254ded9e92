import { recogniseCourier, trackingKey } from '#contract/tracking-number.ts';
import type { MailCheckIn, MailEdit } from '#contract/mail.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Known, ParcelFields } from './parcel.ts';

// What a parcel is, worked out from what was said of it. Pure: `known` is all that is needed of the database.

type Given = { id: number } | null | undefined;
type Changes = Omit<MailEdit, 'id'>;

const stopOf = (known: Known, person: number | null) => (person && known.users.get(person)?.stop) || null;
const routeOf = (known: Known, stop: number | null) => (stop && known.routeOf.get(stop)) || null;

/** The number as it was sent with its key; a blank one is none. */
export function numberOf(sent: string | null | undefined) {
  const key = trackingKey(sent ?? '');
  return key === ''
    ? { trackingNumber: null, trackingKey: null }
    : { trackingNumber: sent!, trackingKey: key };
}

/** The courier whose numbers look like this one, else the one for all others. */
export function courierFor(known: Known, trackingNumber: string | null): number {
  const recognised = recogniseCourier(trackingNumber ?? '')?.courier;
  const { couriers } = known;
  const found =
    (recognised && couriers.get(recognised)) ?? couriers.get('other') ?? [...couriers.values()][0];
  if (found === undefined) throw invalid('courier', 'must be given: there are no couriers to choose from');
  return found;
}

/** A new parcel from a scan. `center` is where the scan happens. */
export function newParcel(scan: MailCheckIn, known: Known, center: number): ParcelFields {
  const number = numberOf(scan.trackingNumber);
  const toUser = scan.toUser?.id ?? null;
  const deliverTo = scan.deliverTo?.id ?? toUser;
  const mailStop = scan.mailStop?.id ?? stopOf(known, deliverTo);
  return {
    ...number,
    itemType: scan.itemType ?? 'INBOUND',
    deliveryType: scan.deliveryType ?? 'Other',
    toUser,
    deliverTo,
    fromUser: scan.fromUser?.id ?? null,
    recipientName: scan.recipientName ?? null,
    sender: scan.sender ?? null,
    center,
    route: scan.route?.id ?? routeOf(known, mailStop),
    mailStop,
    location: scan.location?.id ?? null,
    courier: scan.courier?.id ?? courierFor(known, number.trackingNumber),
    packageType: scan.packageType?.id ?? null,
  };
}

const pick = (given: Given, now: number | null) => (given === undefined ? now : (given?.id ?? null));

/**
 * A parcel after an edit: absent attributes stay, emptied ones go. What had been derived follows what it was
 * derived from: deliverTo the recipient, the stop the person, the route the stop.
 */
export function amend(now: ParcelFields, edit: Changes, known: Known): ParcelFields {
  const toUser = pick(edit.toUser, now.toUser);
  const deliverTo = pick(edit.deliverTo, now.deliverTo === now.toUser ? toUser : now.deliverTo);
  const before = now.deliverTo ?? now.toUser;
  const after = deliverTo ?? toUser;
  const follows = after !== before && now.mailStop === stopOf(known, before);
  const mailStop = pick(edit.mailStop, follows ? stopOf(known, after) : now.mailStop);
  const routeFollows = mailStop !== now.mailStop && now.route === routeOf(known, now.mailStop);
  const { trackingNumber, trackingKey: key } =
    edit.trackingNumber === undefined ? now : numberOf(edit.trackingNumber);
  const center = edit.center === undefined ? now.center : edit.center?.id;
  if (center === undefined) throw invalid('center', 'must not be empty');
  return {
    trackingNumber,
    trackingKey: key,
    itemType: edit.itemType ?? now.itemType,
    deliveryType: edit.deliveryType === undefined ? now.deliveryType : (edit.deliveryType ?? 'Other'),
    toUser,
    deliverTo,
    fromUser: pick(edit.fromUser, now.fromUser),
    recipientName: edit.recipientName === undefined ? now.recipientName : edit.recipientName,
    sender: edit.sender === undefined ? now.sender : edit.sender,
    center,
    route: pick(edit.route, routeFollows ? routeOf(known, mailStop) : now.route),
    mailStop,
    // A rack belongs to the room it stands in.
    location: pick(edit.location, center === now.center ? now.location : null),
    courier: pick(edit.courier, now.courier) ?? courierFor(known, trackingNumber),
    packageType: pick(edit.packageType, now.packageType),
  };
}

/** A known parcel scanned again on its way back: what the scan says counts, what it leaves out stays. */
export function returned(now: ParcelFields, scan: MailCheckIn, known: Known, center: number): ParcelFields {
  const { trackingNumber: _same, ...said } = scan;
  const given = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return amend(now, { ...(Object.fromEntries(given) as Changes), center: { id: center } }, known);
}
