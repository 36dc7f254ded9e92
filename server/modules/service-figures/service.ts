/** How many service requests come and go, for others to show. */
export { figuresOf } from './figures.ts';
