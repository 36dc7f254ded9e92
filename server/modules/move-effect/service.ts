/** What the clock does. */
export { take as takeTogether, takeDueMoves } from './effect.ts';
export { inviteNewcomers } from './invite.ts';
