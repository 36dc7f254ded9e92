import type { MailCheckIn, MailItem, Recipient } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import type { ItemType } from './filters.ts';

/** Choices that stay from scan to scan. */
export type Sticky = { centerId?: number; packageTypeId?: number; locationId?: number; sender?: string };
export type RowFields = Sticky & {
  recipient?: Recipient;
  /** The addressee as the label names them, where the directory knows nobody. */
  recipientName?: string;
  courierId?: number;
  itemType?: ItemType;
  /** Of what leaves the house: where to. */
  toAddress?: string;
  /** Of what is sent from inside. */
  fromUser?: Pick<Recipient, 'id' | 'name'>;
  routeId?: number;
};
/** The number is known and not delivered: which item, since when, and where. */
export type Already = { id: number; since: number; place?: string; queue: MailItem['currentQueue'] };
export type DraftRow = RowFields & {
  key: string;
  number: string;
  scannedAt: number;
  /** The clerk has seen the recipient's standing notes. */
  alertsSeen?: boolean;
  already?: Already;
  /** Why the server refused this row, and the field it named. */
  problem?: { field: string; message: string };
};
/**
 * A batch that was sent and not yet acknowledged. Body and key stay as they are until it is, so that a
 * repetition after a lost reply cannot check in anything twice.
 */
export type Sending = { key: string; rowKeys: string[]; body: MailCheckIn[] };
/** Rows in the order of the scans. */
export type Draft = { rows: readonly DraftRow[]; sticky: Sticky; sending?: Sending };

export const emptyDraft: Draft = { rows: [], sticky: {} };
/** The server takes no more in one call. */
const MOST = 500;

/** The row that already holds this number, whatever its blanks, dashes and capitals. */
export const rowOf = (draft: Draft, number: string) => {
  const wanted = trackingKey(number);
  if (wanted === '') return undefined;
  return draft.rows.find((row) => trackingKey(row.number) === wanted);
};

export function addScan(draft: Draft, scan: Pick<DraftRow, 'key' | 'number' | 'scannedAt'>): Draft {
  if (rowOf(draft, scan.number)) return draft;
  return { ...draft, rows: [...draft.rows, { ...draft.sticky, ...scan }] };
}

export type RowChange = Partial<RowFields & Pick<DraftRow, 'already' | 'alertsSeen'>>;
/** Changes a row; undefined takes a field away. What the server complained of is settled by a change. */
export function changeRow(draft: Draft, key: string, change: RowChange): Draft {
  const seen = 'recipient' in change ? { alertsSeen: undefined } : {};
  return {
    ...draft,
    rows: draft.rows.map((row) =>
      row.key === key ? compact({ ...row, problem: undefined, ...seen, ...change }) : row,
    ),
  };
}
export const removeRow = (draft: Draft, key: string): Draft => ({
  ...draft,
  rows: draft.rows.filter((row) => row.key !== key),
});
export const restick = (draft: Draft, change: Sticky): Draft => ({
  ...draft,
  sticky: compact({ ...draft.sticky, ...change }),
});
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== '')) as T;

/**
 * Whether the clerk has yet to see the standing notes on the row's recipient: once in this draft, or at every
 * parcel where a note asks for that.
 */
export function mustBeSeen({ rows }: Draft, { recipient, alertsSeen }: DraftRow): boolean {
  if (!recipient?.alerts.length || alertsSeen) return false;
  if (recipient.alertEachTime) return true;
  return !rows.some((row) => row.alertsSeen && row.recipient?.id === recipient.id);
}
/** Without a number, there is only the recipient to find it by. */
export const lacksEverything = (row: DraftRow) =>
  trackingKey(row.number) === '' && !row.recipient && !row.recipientName;
export const isSending = (draft: Draft, row: DraftRow) => draft.sending?.rowKeys.includes(row.key) ?? false;
/** At the desk: nothing to check in. What was pending, in transfer or checked out comes back with the scan. */
export const isDuplicate = (row: DraftRow) => row.already?.queue === 'IN';
/** Rows that the next check-in takes: all that are not at the desk already, nor on their way. */
export const readyRows = (draft: Draft) =>
  draft.rows.filter((row) => !isDuplicate(row) && !isSending(draft, row));

export function checkInBody(row: DraftRow): MailCheckIn {
  const ref = (id: number | undefined) => (id === undefined ? undefined : { id });
  return compact({
    trackingNumber: row.number,
    itemType: row.itemType,
    toUser: ref(row.recipient?.id),
    recipientName: row.recipient ? undefined : row.recipientName,
    sender: row.sender,
    toAddress: row.toAddress,
    fromUser: ref(row.fromUser?.id),
    route: ref(row.routeId),
    courier: ref(row.courierId),
    packageType: ref(row.packageTypeId),
    center: ref(row.centerId),
    location: ref(row.locationId),
  });
}

/** Puts the ready rows into one batch under this key, unless one is still on its way. */
export function startSending(draft: Draft, key: string): Draft {
  const rows = readyRows(draft).slice(0, MOST);
  if (draft.sending || rows.length === 0) return draft;
  const clean = draft.rows.map((row) => compact({ ...row, problem: undefined }));
  return {
    ...draft,
    rows: clean,
    sending: { key, rowKeys: rows.map((row) => row.key), body: rows.map(checkInBody) },
  };
}

/** The server has them: rows leave, save those that turned out to be there already. */
export function acknowledge(draft: Draft, items: readonly MailItem[]): Draft {
  const { sending, ...rest } = draft;
  const answers = new Map(sending?.rowKeys.map((key, at) => [key, items[at]]));
  const rows = draft.rows.flatMap((row) => {
    if (!answers.has(row.key)) return [row];
    const item = answers.get(row.key);
    return item?.duplicate ? [{ ...row, already: alreadyHere(item) }] : [];
  });
  return { ...rest, rows };
}

/** The server took none of them. `field` as it names it: `[3].toUser`. */
export function refuse(draft: Draft, field: string | undefined, message: string): Draft {
  const { sending, ...rest } = draft;
  const [, at, name = ''] = /^\[(\d+)\](?:\.([\w.]+))?/.exec(field ?? '') ?? [];
  const key = at === undefined ? undefined : sending?.rowKeys[Number(at)];
  return {
    ...rest,
    rows: draft.rows.map((row) => (row.key === key ? { ...row, problem: { field: name, message } } : row)),
  };
}

export const alreadyHere = ({ id, dateCreated, currentQueue, location }: MailItem): Already => ({
  id,
  since: dateCreated,
  queue: currentQueue,
  ...(location && { place: location.name }),
});
