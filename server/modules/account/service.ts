/** What other modules, and the app, may ask of accounts. */
export { authenticate } from './authenticate.ts';
export { demoAccountList } from './demo-accounts.ts';
export { createOrganisation } from './register.ts';
export { mailInvitation, readInvitation } from './invite.ts';
export { mailPasswordReset } from './reset.ts';
export { endSessions } from './repository.ts';
export { openPass } from './sessions.ts';
export { showOrganisation } from './organisation.ts';
