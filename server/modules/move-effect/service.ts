/** For the board of moves. */
export { countConflicts } from './count-conflicts.ts';
/** What the clock does. */
export { takeDueMoves } from './effect.ts';
export { inviteNewcomers } from './invite.ts';
