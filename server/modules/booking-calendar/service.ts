/** What the clock does. */
export { sendBookingLetters } from './send.ts';
