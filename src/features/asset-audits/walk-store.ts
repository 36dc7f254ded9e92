import { readStored, writeStored } from '#src/lib/storage.ts';
import { createStore, type Store } from '#src/lib/store.ts';
import { afterReload, type WalkList } from './walk-list.ts';

const stores = new Map<string, Store<WalkList>>();

/**
 * What a person has scanned in a campaign, or on a walk of none (undefined). It is written to this device with
 * every change, so that a reload or an empty battery loses no sighting; two tabs of one person show the same.
 */
export function walkStore(user: number, audit: number | undefined): Store<WalkList> {
  const key = `asset-walk.1.${user}.${audit ?? 'none'}`;
  const known = stores.get(key);
  if (known) return known;
  const store = createStore<WalkList>(afterReload(readStored(key, isList, [])));
  stores.set(key, store);
  let fromElsewhere = false;
  store.subscribe(() => {
    if (!fromElsewhere) writeStored(key, store.get());
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== `atrium.${key}`) return;
    fromElsewhere = true;
    store.set(readStored(key, isList, []));
    fromElsewhere = false;
  });
  return store;
}

/** Forgets what is in memory and keeps what is on the device, as a reload does. */
export const forgetWalks = () => stores.clear();

function isList(value: unknown): value is WalkList {
  return (
    Array.isArray(value) &&
    value.every(
      (row: Partial<WalkList[number]>) =>
        typeof row?.key === 'string' && typeof row.code === 'string' && typeof row.room?.id === 'number',
    )
  );
}
