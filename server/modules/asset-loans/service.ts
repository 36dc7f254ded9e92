/** What a person has borrowed, and that it must come back because they leave. */
export { borrowerLeft, flagLoansOf, loansOf } from './leaving.ts';
/** What the clock does. */
export { sendAssetLetters } from './send.ts';
/** Lending and rounds of confirmation, within the caller's transaction. */
export { lend, reserve } from './lend.ts';
export { startRound } from './rounds.ts';
export { takeBack } from './steps.ts';
