import type { WriteTx, Tx } from '#server/lib/database.ts';
import { noteArrivals } from '#server/modules/mail-notices/service.ts';
import { amend, routeOf } from './arrange.ts';
import { without } from './departures.ts';
import { findParcelsOf } from './departure-repository.ts';
import { loadKnown, NO_REFERENCES } from './known-repository.ts';
import type { Known, Parcel } from './parcel.ts';
import { tellOf } from './tell.ts';
import { saveParcels } from './write-repository.ts';

/** Somebody whose stop changes; `heir`: they leave, and this one takes their parcels, or nobody does. */
export type Mover = {
  user: number;
  name: string;
  before: number | null;
  after: number | null;
  heir?: number | null;
};
/** An open parcel as it is to stand; `user`: whose move changes it. */
export type ParcelChange = { user: number; before: Parcel; after: Parcel };

/** The parcel without those who leave. */
function handedOn(parcel: Parcel, movers: ReadonlyMap<number, Mover>, known: Known): Parcel {
  let after = parcel;
  for (const user of [parcel.toUser, parcel.deliverTo]) {
    const mover = user === null ? undefined : movers.get(user);
    if (mover?.heir === undefined || (after.toUser !== user && after.deliverTo !== user)) continue;
    const edit =
      mover.heir !== null && after.toUser === user
        ? { toUser: { id: mover.heir }, recipientName: after.recipientName ?? mover.name }
        : without(mover.user, mover.name, after);
    after = amend(after, edit, known);
  }
  return after;
}

/** The parcel with the stop of its recipient, if it stood at their stop before; the route follows as in any edit. */
function rerouted(parcel: Parcel, movers: ReadonlyMap<number, Mover>, known: Known): Parcel {
  const mover = movers.get(parcel.deliverTo ?? parcel.toUser ?? 0);
  if (!mover || mover.before === mover.after || parcel.mailStop !== mover.before) return parcel;
  const mailStop = mover.after;
  const route =
    parcel.route === routeOf(known, parcel) ? routeOf(known, { ...parcel, mailStop }) : parcel.route;
  return { ...parcel, mailStop, route };
}

/** What becomes of open parcels when people move and leave; nothing is written. */
export async function planParcels(tx: Tx, people: readonly Mover[]): Promise<ParcelChange[]> {
  const movers = new Map(people.map((one) => [one.user, one]));
  const parcels = await findParcelsOf(tx, [...movers.keys()]);
  if (parcels.length === 0) return [];
  const heirs = people.flatMap(({ heir }) => heir ?? []);
  const stops = [
    ...people.flatMap(({ before, after }) => [before, after]),
    ...parcels.map(({ mailStop }) => mailStop),
  ].filter((stop) => stop !== null);
  const recipients = parcels
    .flatMap(({ toUser, deliverTo }) => [toUser, deliverTo])
    .filter((id) => id !== null);
  const known = await loadKnown(tx, {
    ...NO_REFERENCES,
    users: [...new Set([...heirs, ...recipients])],
    stops,
  });
  // Who takes over may move at the same time.
  for (const { user, after, heir } of people) {
    const person = known.users.get(user);
    if (person && heir === undefined) known.users.set(user, { ...person, stop: after });
  }
  return parcels.flatMap((before) => {
    const after = rerouted(handedOn(before, movers, known), movers, known);
    const same = (['toUser', 'deliverTo', 'mailStop', 'route'] as const).every(
      (name) => before[name] === after[name],
    );
    const user = [before.deliverTo, before.toUser].find((id) => id !== null && movers.has(id))!;
    return same ? [] : [{ user, before, after }];
  });
}

/** Writes what was planned in the same transaction, and tells the desks and both recipients. @param by none: the clock */
export async function carryOutParcels(
  tx: WriteTx,
  changes: readonly ParcelChange[],
  by?: { id: number },
): Promise<void> {
  const after = changes.map((one) => one.after);
  await saveParcels(tx, by?.id ?? null, after);
  const arrived = changes.filter(
    (one) => one.after.toUser !== one.before.toUser && one.after.toUser !== null,
  );
  if (arrived.length > 0)
    await noteArrivals(
      tx,
      arrived.map((one) => one.after.id),
    );
  await tellOf(tx, by, [...changes.map(({ before }) => before), ...after]);
}
