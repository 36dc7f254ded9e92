/** What other modules may ask of the directory. */
export { countUsers, listUsers } from './repository.ts';
export { colorOf } from './create-user.ts';
export { defaultUserType } from './write-repository.ts';
