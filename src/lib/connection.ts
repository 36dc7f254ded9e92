import { createStore } from './store.ts';

/** Whether the last attempt to talk to the server got through. Every call through `http` reports here. */
export const serverReachable = createStore(true);

/** Set when the server no longer knows the session in the middle of work; signing in again clears it. */
export const sessionExpired = createStore(false);

/** The browser's own opinion. `false` is certain, `true` only means that some network is there. */
export const browserOnline = createStore(navigator.onLine);

window.addEventListener('online', () => browserOnline.set(true));
window.addEventListener('offline', () => browserOnline.set(false));
