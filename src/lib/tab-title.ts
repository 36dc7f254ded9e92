import { createStore } from './store.ts';

/** How many things wait to be read, for the tab's title; 0 shows nothing. */
export const tabCount = createStore(0);
