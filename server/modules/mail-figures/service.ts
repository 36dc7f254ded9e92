/** How much mail comes and goes, for others to show. */
export { figuresOf } from './figures.ts';
