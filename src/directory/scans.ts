import { createStore } from '#src/lib/store.ts';

/** A code that a view heard and does not know: the scan box of every page takes it over. */
export const handedOn = createStore<{ code: string } | undefined>(undefined);

/** Asks the scan box of every page what this is. */
export const handOn = (code: string) => handedOn.set({ code });
