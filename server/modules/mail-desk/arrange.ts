import { recogniseCourier, trackingKey } from '#contract/tracking-number.ts';
import type { MailCheckIn, MailEdit } from '#contract/mail.ts';
import { invalid } from '#server/lib/app-error.ts';
import { exceptionAfter, lacksRecipient, personNamed, reasonFor } from './exceptions.ts';
import { takenTo, type Known, type Parcel, type ParcelFields } from './parcel.ts';

// What a parcel is, worked out from what was said of it. Pure: `known` is all that is needed of the database.

type Given = { id: number } | null | undefined;
type Changes = Omit<MailEdit, 'id'>;

const stopOf = (known: Known, person: number | null) => (person && known.users.get(person)?.stop) || null;
type Bound = Pick<ParcelFields, 'itemType' | 'mailStop'>;
/** What leaves the house goes by the shipping route, all else by the one that calls at its stop. */
export function routeOf(known: Known, { itemType, mailStop }: Bound) {
  if (itemType === 'OUTBOUND') return known.shipping;
  return (mailStop && known.routeOf.get(mailStop)) || null;
}

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

/** A new parcel from a scan. `center` is where the scan happens. A name that only one person bears is theirs. */
export function newParcel(scan: MailCheckIn, known: Known, center: number): ParcelFields {
  const number = numberOf(scan.trackingNumber);
  const itemType = scan.itemType ?? 'INBOUND';
  const named = scan.deliverTo || itemType === 'OUTBOUND' ? null : personNamed(known, scan.recipientName);
  const toUser = scan.toUser?.id ?? named;
  const deliverTo = scan.deliverTo?.id ?? toUser;
  const mailStop = scan.mailStop?.id ?? stopOf(known, deliverTo);
  const recipientName = scan.recipientName ?? null;
  const nobody = lacksRecipient({ itemType, toUser, deliverTo });
  return {
    ...number,
    itemType,
    deliveryType: scan.deliveryType ?? 'Other',
    toUser,
    deliverTo,
    fromUser: scan.fromUser?.id ?? null,
    recipientName,
    sender: scan.sender ?? null,
    toAddress: scan.toAddress ?? null,
    runningNumber: null,
    exception: nobody ? reasonFor(known, recipientName) : null,
    pendingReason: null,
    pendingUntil: null,
    forwardTo: null,
    bag: null,
    center,
    route: scan.route?.id ?? routeOf(known, { itemType, mailStop }),
    mailStop,
    location: scan.location?.id ?? null,
    courier: scan.courier?.id ?? courierFor(known, number.trackingNumber),
    packageType: scan.packageType?.id ?? null,
  };
}

const pick = (given: Given, now: number | null) => (given === undefined ? now : (given?.id ?? null));

/** A name newly written on a parcel that nobody stands on finds its person, as it would have at the scan. */
function personAfter(now: Parcel, edit: Changes, known: Known) {
  const silent = edit.toUser === undefined && edit.deliverTo === undefined;
  const renamed = Boolean(edit.recipientName) && edit.recipientName !== now.recipientName;
  const found = silent && renamed && now.exception !== null ? personNamed(known, edit.recipientName) : null;
  return found ?? pick(edit.toUser, now.toUser);
}

/**
 * A parcel after an edit: absent attributes stay, emptied ones go. What had been derived follows what it was
 * derived from: deliverTo the recipient, the stop the person, the route the stop.
 */
export function amend(now: Parcel, edit: Changes, known: Known): Parcel {
  const itemType = edit.itemType ?? now.itemType;
  const toUser = personAfter(now, edit, known);
  const deliverTo = pick(edit.deliverTo, now.deliverTo === now.toUser ? toUser : now.deliverTo);
  const before = now.deliverTo ?? now.toUser;
  const after = deliverTo ?? toUser;
  const follows = after !== before && now.mailStop === stopOf(known, before);
  const mailStop = pick(edit.mailStop, follows ? stopOf(known, after) : now.mailStop);
  const moves = mailStop !== now.mailStop || itemType !== now.itemType;
  const routeFollows = moves && now.route === routeOf(known, now);
  const { trackingNumber, trackingKey: key } =
    edit.trackingNumber === undefined ? now : numberOf(edit.trackingNumber);
  const center = edit.center === undefined ? now.center : edit.center?.id;
  if (center === undefined) throw invalid('center', 'must not be empty');
  const amended = {
    ...now,
    trackingNumber,
    trackingKey: key,
    itemType,
    deliveryType: edit.deliveryType === undefined ? now.deliveryType : (edit.deliveryType ?? 'Other'),
    toUser,
    deliverTo,
    fromUser: pick(edit.fromUser, now.fromUser),
    recipientName: edit.recipientName === undefined ? now.recipientName : edit.recipientName,
    sender: edit.sender === undefined ? now.sender : edit.sender,
    toAddress: edit.toAddress === undefined ? now.toAddress : edit.toAddress,
    center,
    route: pick(edit.route, routeFollows ? routeOf(known, { itemType, mailStop }) : now.route),
    mailStop,
    // A rack belongs to the room it stands in.
    location: pick(edit.location, center === now.center ? now.location : null),
    courier: pick(edit.courier, now.courier) ?? courierFor(known, trackingNumber),
    packageType: pick(edit.packageType, now.packageType),
    // And so does a bag that is being filled.
    bag: center === now.center ? now.bag : null,
  };
  return { ...amended, exception: exceptionAfter(now, amended, known) };
}

/** A known parcel scanned again on its way back: what the scan says counts, what it leaves out stays. */
export function returned(now: Parcel, scan: MailCheckIn, known: Known, center: number): Parcel {
  const { trackingNumber: _same, ...said } = scan;
  const given = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return takenTo(
    amend(now, { ...(Object.fromEntries(given) as Changes), center: { id: center } }, known),
    'IN',
  );
}
