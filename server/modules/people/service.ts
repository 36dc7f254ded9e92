/** What other modules may ask of the directory. */
export { countUsers, listUsers } from './repository.ts';
