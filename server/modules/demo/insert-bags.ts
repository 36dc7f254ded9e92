import type { WriteTx } from '#server/lib/database.ts';
import { insert } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';
import type { Parcel } from './parcel.ts';

/** What went from one mail center to another on one day: one bag. */
type Load = {
  items: number[];
  from: number;
  to: number;
  by: number;
  sentAt: number;
  receivedAt?: number;
  receivedBy?: number;
};

const DAY = 86_400_000;
/** How many of those that have arrived are shown. */
const ARRIVED = 4;

/** The last journey of a parcel between centers: as a load of its own, or undefined. */
function loadOf({ steps }: Parcel, item: number): Load | undefined {
  const at = steps.findLastIndex(({ code }) => code === 'transfer');
  const sent = steps[at];
  if (!sent) return undefined;
  const received = steps[at + 1];
  const load = { items: [item], from: steps[at - 1]!.site, to: sent.site, by: sent.by, sentAt: sent.at };
  return received ? { ...load, receivedAt: received.at, receivedBy: received.by } : load;
}

/** Puts together what travelled together; on its way, everything between two centers. */
function loadsOf(parcels: readonly Parcel[], items: readonly number[]): Load[] {
  const loads = new Map<string, Load>();
  for (const [index, parcel] of parcels.entries()) {
    const load = loadOf(parcel, items[index]!);
    if (!load) continue;
    const day = load.receivedAt === undefined ? 'now' : Math.floor(load.receivedAt / DAY);
    const name = `${load.from} ${load.to} ${day}`;
    const bag = loads.get(name);
    if (!bag) loads.set(name, load);
    else {
      bag.items.push(...load.items);
      bag.sentAt = Math.max(bag.sentAt, load.sentAt);
      if (load.receivedAt !== undefined) bag.receivedAt = Math.max(bag.receivedAt!, load.receivedAt);
    }
  }
  return [...loads.values()].toSorted((a, b) => a.sentAt - b.sentAt);
}

const moment = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

/**
 * The bags on their way between the mail centers, and the last few that have arrived; their parcels are in
 * the database already. Answers how many there are.
 */
export async function insertBags(
  tx: WriteTx,
  parcels: readonly Parcel[],
  items: readonly number[],
  userIds: readonly number[],
  { centers }: PlaceIds,
): Promise<number> {
  const all = loadsOf(parcels, items);
  const arrived = all.filter(({ receivedAt }) => receivedAt !== undefined).slice(-ARRIVED);
  const loads = [...arrived, ...all.filter(({ receivedAt }) => receivedAt === undefined)];
  const bags = await insert(
    tx,
    'mail_bag',
    loads.map((load, index) => ({
      number: index + 1,
      state: load.receivedAt === undefined ? 'sent' : 'received',
      from_center_id: centers[load.from],
      to_center_id: centers[load.to],
      created_by: userIds[load.by],
      received_by: load.receivedBy === undefined ? undefined : userIds[load.receivedBy],
      sent_at: moment(load.sentAt),
      received_at: moment(load.receivedAt),
      date_created: moment(load.sentAt),
      date_updated: moment(load.receivedAt ?? load.sentAt),
    })),
  );
  const contents = loads.flatMap((load, index) =>
    load.items.map((item) => ({ item, bag: bags[index]!, inside: load.receivedAt === undefined })),
  );
  await tx.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($2) AS given (item bigint, bag bigint, inside boolean)),
     carried AS (
       INSERT INTO mail_bag_item (organisation_id, mail_bag_id, mail_item_id) SELECT $1, bag, item FROM given)
     UPDATE mail_item SET mail_bag_id = given.bag FROM given WHERE mail_item.id = given.item AND given.inside`,
    [tx.organisation, JSON.stringify(contents)],
  );
  return loads.length;
}
