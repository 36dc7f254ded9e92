/** What the mail desk tells of, what the clock does, and when a person may be written to at all. */
export { noteArrivals, noteDeliveries, queueReminders } from './queue.ts';
export { isFinal, retryWait, sendDueNotices, wordsOf } from './send.ts';
export { editPreferences } from './preferences.ts';
export { reachableOf } from './preference-repository.ts';
export { nextAllowed } from './quiet-times.ts';
