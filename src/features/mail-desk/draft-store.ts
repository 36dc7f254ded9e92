import { readStored, writeStored } from '#src/lib/storage.ts';
import { createStore, type Store } from '#src/lib/store.ts';
import { type Draft, emptyDraft } from './draft.ts';

const stores = new Map<number, Store<Draft>>();
const keyOf = (userId: number) => `mail-desk.draft.1.${userId}`;

/**
 * A person's scans that are not checked in yet. They are written to this device with every change, so
 * that a reload, a crash or an empty battery loses none; two tabs of one person show the same.
 */
export function draftStore(userId: number): Store<Draft> {
  const known = stores.get(userId);
  if (known) return known;
  const store = createStore<Draft>(readStored(keyOf(userId), isDraft, emptyDraft));
  stores.set(userId, store);
  let fromElsewhere = false;
  store.subscribe(() => {
    if (!fromElsewhere) writeStored(keyOf(userId), store.get());
  });
  window.addEventListener('storage', ({ key }) => {
    if (key !== `atrium.${keyOf(userId)}`) return;
    fromElsewhere = true;
    store.set(readStored(keyOf(userId), isDraft, emptyDraft));
    fromElsewhere = false;
  });
  return store;
}

/** Forgets what is in memory and keeps what is on the device, as a reload does. */
export const forgetDraftStores = () => stores.clear();

function isDraft(value: unknown): value is Draft {
  const { rows, sticky } = (value ?? {}) as Partial<Draft>;
  return (
    typeof sticky === 'object' &&
    Array.isArray(rows) &&
    rows.every((row) => typeof row.key === 'string' && typeof row.number === 'string')
  );
}
