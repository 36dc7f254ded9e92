/** How spaces are used, for others to show. */
export { reportOf } from './use.ts';
