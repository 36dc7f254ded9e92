/** What a person has borrowed, and that it must come back because they leave. */
export { borrowerLeft, flagLoansOf, loansOf } from './leaving.ts';
/** What the clock does. */
export { sendAssetLetters } from './send.ts';
/** Lending and rounds of confirmation, within the caller's transaction. */
export { lend, reserve } from './lend.ts';
export { startRound } from './rounds.ts';
export { takeBack } from './steps.ts';
/** Loans and what a person holds, as their lists tell of them. */
export { holdingsOf } from './holdings.ts';
export { countLoans, listLoans } from './loan-lists.ts';
