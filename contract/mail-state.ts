import { queues, statusCodes, type Queue, type StatusCode } from './mail.ts';

const queueOfStatus: Readonly<Record<StatusCode, Queue>> = {
  checkin: 'IN',
  pending: 'PENDING',
  transfer: 'TRANSFER',
  checkout: 'CHECKOUT',
  out: 'OUT',
};

/** The queue an item stands in after a status of this code. */
export const queueOf = (code: StatusCode): Queue => queueOfStatus[code];

/** The code of the status that brings an item into this queue. */
export const statusOf = (queue: Queue): StatusCode => statusCodes.find((code) => queueOf(code) === queue)!;

/** Whether the item is still at the desk; a delivered one is not, for ever. */
export const isOpen = (queue: Queue): boolean => queue !== 'OUT';
export const openQueues: readonly Queue[] = queues.filter(isOpen);

/**
 * The steps an item in this queue may take. Delivered is final. Check-in is the way back from pending,
 * transfer and checkout; from the check-in queue it would be a second scan of the same parcel, which changes
 * nothing. Repeating an open step is allowed: it may bring a note, or another center for a transfer.
 */
export function stepsFrom(queue: Queue): readonly StatusCode[] {
  if (!isOpen(queue)) return [];
  return statusCodes.filter((code) => code !== 'checkin' || queue !== 'IN');
}

export const mayStep = (queue: Queue, code: StatusCode): boolean => stepsFrom(queue).includes(code);
