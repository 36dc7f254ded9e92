/** What the mail desk tells of, and what the clock does. */
export { noteArrivals, noteDeliveries, queueReminders } from './queue.ts';
export { sendDueNotices } from './send.ts';
