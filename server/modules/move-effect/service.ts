/** What the clock does. */
export { takeDueMoves } from './effect.ts';
export { inviteNewcomers } from './invite.ts';
