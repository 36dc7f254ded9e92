/** What the mail desk tells of, and what the clock does. */
export { noteArrivals, noteDeliveries, queueReminders } from './queue.ts';
export { isFinal, retryWait, sendDueNotices, wordsOf } from './send.ts';
