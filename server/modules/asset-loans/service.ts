/** What a person has borrowed, and that it must come back because they leave. */
export { borrowerLeft, flagLoansOf, loansOf } from './leaving.ts';
/** What the clock does. */
export { sendAssetLetters } from './send.ts';
