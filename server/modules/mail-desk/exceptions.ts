import type { ExceptionReason, Known, Parcel, ParcelFields } from './parcel.ts';

// Whom the name on a label means, and when a parcel waits in the exceptions. Pure.

const spaces = /[\s,]+/gu;
/** A name as it is compared: one space between words, "Hill, Ann" as "Hill Ann". */
export const plainName = (label: string) => label.normalize('NFC').replaceAll(spaces, ' ').trim();

const around =
  /^(?:attn\.?:?|attention:?|fao:?|c\/o|the|team|department of|dept\.? of) | (?:team|department|dept\.?)$/giu;
/** The same without what is written around the name of a department. */
export const teamName = (label: string) => plainName(label).replaceAll(around, '').trim();

/** The one person whom the label names in full, if it is one. */
export function personNamed(known: Known, label: string | null | undefined): number | null {
  const people = label ? known.names.get(label)?.people : undefined;
  return people?.length === 1 ? people[0]! : null;
}

/** Why a label leads to nobody. One that names somebody whom the desk took off again names no recipient. */
export function reasonFor(known: Known, label: string | null): ExceptionReason {
  const found = label ? known.names.get(label) : undefined;
  if (found && found.people.length > 1) return 'several-matches';
  return found?.team ? 'team-name' : 'no-recipient';
}

type Standing = Pick<ParcelFields, 'itemType' | 'toUser' | 'deliverTo'>;
/** Whether a parcel at the desk waits for somebody to stand on it; what leaves the house does not. */
export const lacksRecipient = ({ itemType, toUser, deliverTo }: Standing) =>
  itemType !== 'OUTBOUND' && toUser === null && deliverTo === null;

/** The exception of a parcel after a change; a reason once given stays while the label says the same. */
export function exceptionAfter(now: Parcel, after: ParcelFields, known: Known): ExceptionReason | null {
  if (now.queue === 'OUT' || !lacksRecipient(after)) return null;
  const same = after.recipientName === now.recipientName;
  return same && now.exception !== null ? now.exception : reasonFor(known, after.recipientName);
}
