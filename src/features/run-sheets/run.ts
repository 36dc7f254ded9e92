import type { RunSheet } from '#contract/mail-run-sheet.ts';
import type { MailItem } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import { itemCells, itemHead } from '#src/directory/item-csv.ts';
import type { CsvTable } from '#src/lib/csv-download.ts';
import type { RunTab } from './search.ts';

export type RunStop = RunSheet['stops'][number];
/** What a tab shows of a stop. */
export type ShownStop = RunStop & {
  shown: { remaining: readonly MailItem[]; delivered: readonly MailItem[] };
};

/** The stops that have something under a tab, in the order of the round. */
export function stopsUnder(sheet: RunSheet, tab: RunTab): ShownStop[] {
  return sheet.stops
    .map((stop) => ({
      ...stop,
      shown: {
        remaining: tab === 'delivered' ? [] : stop.remaining,
        delivered: tab === 'remaining' ? [] : stop.delivered,
      },
    }))
    .filter(({ shown }) => shown.remaining.length + shown.delivered.length > 0);
}

/** What a tab shows as a table: parcel by parcel, in the order of the round. */
export const runTable = (stops: readonly ShownStop[]): CsvTable => ({
  head: ['stop', 'stop name', ...itemHead],
  rows: stops.flatMap(({ position, stop, shown }) =>
    [...shown.remaining, ...shown.delivered].map((item) => [position, stop?.name, ...itemCells(item)]),
  ),
});

export const remainingOf = (sheet: RunSheet) => sheet.stops.flatMap(({ remaining }) => remaining);

/** The stops of the round at which these parcels are delivered. */
export const stopsOf = (sheet: RunSheet, ids: ReadonlySet<number>) =>
  sheet.stops.filter(({ remaining }) => remaining.some(({ id }) => ids.has(id)));

export type Found = { item: MailItem; delivered: boolean };

/** The parcel of this round that a scan means: by its own number, or by the desk's. */
export function findOnRun(sheet: RunSheet, scanned: string): Found | undefined {
  const key = trackingKey(scanned);
  const means = ({ trackingNumber, runningNumber }: MailItem) =>
    trackingKey(trackingNumber ?? '') === key || trackingKey(runningNumber ?? '') === key;
  if (key === '') return undefined;
  for (const { remaining } of sheet.stops) {
    const item = remaining.find(means);
    if (item) return { item, delivered: false };
  }
  for (const { delivered } of sheet.stops) {
    const item = delivered.find(means);
    if (item) return { item, delivered: true };
  }
  return undefined;
}

/** What others took off the round: brought there already, or not on it any more. */
export function departuresOf(sheet: RunSheet, gone: readonly MailItem[], own: ReadonlySet<number>) {
  const delivered = new Set(sheet.stops.flatMap((stop) => stop.delivered.map(({ id }) => id)));
  const others = gone.filter(({ id }) => !own.has(id));
  return {
    delivered: others.filter(({ id }) => delivered.has(id)),
    moved: others.filter(({ id }) => !delivered.has(id)),
  };
}
