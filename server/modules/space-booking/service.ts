/** What the clock does. */
export { releaseNoShows } from './release.ts';
