import type { Cell } from '#contract/csv.ts';
import type { MailItem } from '#contract/mail.ts';
import { formatIso } from '#src/lib/dates.ts';
import { deliveredAt, isOpen, recipientOf } from './item-facts.ts';

/** Columns of a parcel in a file, named as the server's own export names them. */
const columns: [heading: string, (item: MailItem) => Cell][] = [
  ['id', ({ id }) => id],
  ['tracking number', ({ trackingNumber }) => trackingNumber],
  ['running number', ({ runningNumber }) => runningNumber],
  ['queue', ({ currentQueue }) => currentQueue],
  ['recipient', (item) => recipientOf(item)?.name ?? item.recipientName],
  ['mail stop', ({ mailStop }) => mailStop?.name],
  ['rack', ({ location }) => location?.name],
  ['courier', ({ courier }) => courier.name],
  ['package type', ({ packageType }) => packageType?.name],
  ['checked in', ({ dateCreated }) => formatIso(dateCreated)],
  ['delivered', (item) => (isOpen(item) ? undefined : formatIso(deliveredAt(item)))],
];
export const itemHead = columns.map(([heading]) => heading);
export const itemCells = (item: MailItem): Cell[] => columns.map(([, cell]) => cell(item));
