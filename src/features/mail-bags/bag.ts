import { trackingKey } from '#contract/tracking-number.ts';
import type { MailItem } from '#contract/mail.ts';
import type { BagWithItems } from './api.ts';

const means = (key: string) => (item: MailItem) =>
  trackingKey(item.trackingNumber ?? '') === key || trackingKey(item.runningNumber ?? '') === key;

/** Whether a scan is the tag of this bag. */
export const isTagOf = (bag: Pick<BagWithItems, 'code'>, scanned: string) =>
  trackingKey(bag.code) === trackingKey(scanned);

/** The parcel of a bag that a scan means. */
export function findInBag(bag: BagWithItems, scanned: string): MailItem | undefined {
  const key = trackingKey(scanned);
  return key === '' ? undefined : bag.items.find(means(key));
}

/** Of a received bag: what it carried and nobody has found yet. */
export const missingIn = (bag: BagWithItems) =>
  bag.state === 'received'
    ? bag.items.filter((item) => item.currentQueue === 'TRANSFER' && item.bag?.id === bag.id)
    : [];
