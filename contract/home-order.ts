/**
 * What can wait for somebody, in the order in which equally urgent things stand. `check-in`: into one's own booking;
 * `work`: a request that one is assigned to; `return`: an asset one has borrowed; `fetch`: one that is reserved;
 * `parcels`: all that lies at the desk, in one line, for one code collects it all.
 */
export const waitingKinds = [
  'check-in',
  'approve-leave',
  'approve-booking',
  'approve-move',
  'approve-request',
  'confirm',
  'work',
  'return',
  'fetch',
  'parcels',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export type Waiting = {
  kind: WaitingKind;
  id: number;
  /** Until when it should have been answered, epoch ms; absent: nobody said. */
  due?: number | undefined;
  /** Since when it waits. */
  since?: number | undefined;
};

/** The most urgent first. `decide`: somebody else cannot go on; `fetch`: it lies there and takes up room. */
export const urgencies = ['overdue', 'today', 'decide', 'fetch', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

const deciding: ReadonlySet<WaitingKind> = new Set([
  'approve-leave',
  'approve-booking',
  'approve-move',
  'approve-request',
]);
const fetching: ReadonlySet<WaitingKind> = new Set(['fetch', 'parcels']);

/** @param tomorrow the first moment of the next day, epoch ms */
export function urgencyOf({ kind, due }: Waiting, now: number, tomorrow: number): Urgency {
  // What is still to be fetched is nobody's debt, however long ago it was put ready.
  if (due !== undefined && !fetching.has(kind)) {
    if (due < now) return 'overdue';
    if (due < tomorrow) return 'today';
  }
  if (deciding.has(kind)) return 'decide';
  return fetching.has(kind) ? 'fetch' : 'later';
}

const known = (ms: number | undefined) => ms ?? Number.POSITIVE_INFINITY;
const sign = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The most urgent first; among equals what is due sooner, then what waits longer. Never two in the same place: the order
 * does not hang on the order in which they came.
 */
export function byUrgency<T extends Waiting>(waiting: readonly T[], now: number, tomorrow: number): T[] {
  const rank = (one: T) => urgencies.indexOf(urgencyOf(one, now, tomorrow));
  return waiting.toSorted(
    (a, b) =>
      sign(rank(a), rank(b)) ||
      sign(known(a.due), known(b.due)) ||
      sign(known(a.since), known(b.since)) ||
      sign(waitingKinds.indexOf(a.kind), waitingKinds.indexOf(b.kind)) ||
      sign(a.id, b.id),
  );
}
