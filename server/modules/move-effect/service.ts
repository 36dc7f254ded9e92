/** For the board of moves. */
export { countConflicts } from './count-conflicts.ts';
/** What the clock does. */
export { take as takeTogether, takeDueMoves } from './effect.ts';
export { inviteNewcomers } from './invite.ts';
