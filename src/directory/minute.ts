import { createStore, type Store } from '#src/lib/store.ts';

const now = createStore(Date.now());
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time now, to the minute: one clock for the ages of a thousand rows, stopped while nobody looks. */
export const minute: Store<number> = {
  ...now,
  subscribe(listener) {
    if (watchers++ === 0) {
      // Nobody looked for a while: the first who does sees the time, not that of the last look.
      now.set(Date.now());
      timer = setInterval(() => now.set(Date.now()), 60_000);
    }
    const leave = now.subscribe(listener);
    return () => {
      leave();
      if (--watchers === 0) clearInterval(timer);
    };
  },
};
