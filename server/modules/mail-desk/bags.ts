import type { StatusCode } from '#contract/mail.ts';
import { isOpen } from '#contract/mail-state.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { noteArrivals } from '#server/modules/mail-notices/service.ts';
import * as bags from './bag-repository.ts';
import { homeCenter } from './check-in.ts';
import { nextBagNumber } from './counter-repository.ts';
import { loadKnown, NO_REFERENCES } from './known-repository.ts';
import { takenTo, type Parcel } from './parcel.ts';
import { alreadyDelivered, parcelsOf } from './steps.ts';
import { tellOf } from './tell.ts';
import { NOTHING_SAID, addStatuses, loadParcels, saveParcels } from './write-repository.ts';

type Ref = { id: number };
const conflict = (code: string, message: string, field?: string) =>
  new AppError(409, code, message, field === undefined ? {} : { field });

const refusals = {
  open: (code: string) => `Bag ${code} has not been sent yet.`,
  sent: (code: string) => `Bag ${code} has been sent already.`,
  received: (code: string) => `Bag ${code} has been received already.`,
};

/** @throws 404, 403 at a center of others, 409 in another state */
async function bagFor(tx: WriteTx, caller: Caller, id: number, end: 'from' | 'to', state: 'open' | 'sent') {
  const bag = await bags.loadBag(tx, id);
  if (!bag) throw notFound();
  demand(caller, 'mail', workers, bag[end]);
  if (bag.state !== state) throw conflict(`mail.bag-${bag.state}`, refusals[bag.state](bag.code));
  return bag;
}

async function finish(tx: WriteTx, caller: Caller, bag: number, parcels: Parcel[]): Promise<string> {
  // The lists of bags listen to mail too, also when no parcel changed.
  if (parcels.length === 0) await announce(tx, { topic: 'mail', ids: [], by: caller.id, users: [] });
  await tellOf(tx, caller, parcels);
  return (await bags.showBagWithItems(tx, bag))!;
}

/**
 * An empty bag on its way from one center, the caller's unless said, to another. Answers it as JSON text, as
 * all of these do. @throws 400, 403
 */
export async function createBag(tx: WriteTx, caller: Caller, { from, to }: { from?: Ref; to: Ref }) {
  const known = await loadKnown(tx, NO_REFERENCES);
  const here = from?.id ?? homeCenter(caller, known);
  for (const [field, center] of [
    ['from', here],
    ['to', to.id],
  ] as const)
    if (!known.centers.includes(center)) throw invalid(field, 'names no mail center of your organisation');
  demand(caller, 'mail', workers, here);
  if (here === to.id) throw invalid('to', 'must be another center than from');
  const id = await bags.insertBag(tx, caller.id, await nextBagNumber(tx), here, to.id);
  return finish(tx, caller, id, []);
}

/** Puts parcels that lie at the bag's center into it, all or none. @throws 400, 403, 404, 409 */
export async function fillBag(tx: WriteTx, caller: Caller, id: number, body: Ref[]): Promise<string> {
  const bag = await bagFor(tx, caller, id, 'from', 'open');
  const steps = body.map((element, index) => ({ id: element.id, prefix: `[${index}].` }));
  const parcels = await parcelsOf(tx, caller, steps);
  const added: Parcel[] = [];
  for (const step of steps) {
    const now = parcels.get(step.id)!;
    const field = `${step.prefix}id`;
    if (!isOpen(now.queue)) throw await alreadyDelivered(tx, step);
    if (now.bag === id) continue;
    if (now.bag !== null) throw conflict('mail.in-another-bag', `Parcel ${now.id} is in another bag.`, field);
    if (now.center !== bag.from || (now.queue !== 'IN' && now.queue !== 'CHECKOUT'))
      throw conflict('mail.not-here', `Parcel ${now.id} is not checked in where bag ${bag.code} is.`, field);
    added.push({ ...now, bag: id });
  }
  await saveParcels(tx, caller.id, added);
  if (added.length > 0) await bags.touchBag(tx, id);
  return finish(tx, caller, id, added);
}

/** Takes parcels out of a bag that is still open, all or none. @throws 400, 403, 404, 409 */
export async function emptyBag(tx: WriteTx, caller: Caller, id: number, body: Ref[]): Promise<string> {
  const bag = await bagFor(tx, caller, id, 'from', 'open');
  const steps = body.map((element, index) => ({ id: element.id, prefix: `[${index}].` }));
  const parcels = [...(await parcelsOf(tx, caller, steps)).values()];
  const strange = steps.find((step) => !parcels.some((now) => now.id === step.id && now.bag === id));
  if (strange)
    throw conflict(
      'mail.not-in-bag',
      `Parcel ${strange.id} is not in bag ${bag.code}.`,
      `${strange.prefix}id`,
    );
  const removed = parcels.map((now) => ({ ...now, bag: null }));
  await saveParcels(tx, caller.id, removed);
  await bags.touchBag(tx, id);
  return finish(tx, caller, id, removed);
}

/** One status for everything in a bag, with its code as the note, so that a parcel's history names it. */
async function moveAll(tx: WriteTx, caller: Caller, code: StatusCode, parcels: Parcel[], note: string) {
  await saveParcels(tx, caller.id, parcels);
  const statuses = parcels.map(({ id, center }) => ({ ...NOTHING_SAID, item: id, center, note }));
  await addStatuses(tx, caller.id, code, statuses);
}

/** Closes a bag: all of it is in transfer. @throws 403, 404, 409 sent already, or empty */
export async function sendBag(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  const bag = await bagFor(tx, caller, id, 'from', 'open');
  const { inside } = await bags.contentsOf(tx, id);
  if (inside.length === 0)
    throw conflict('mail.bag-empty', `Bag ${bag.code} is empty. Put parcels in first.`);
  const before = await loadParcels(tx, inside);
  const sent = before.map((now): Parcel => ({
    ...takenTo(now, 'TRANSFER'),
    bag: id,
    center: bag.to,
    location: null,
  }));
  await bags.markSent(tx, id);
  await moveAll(tx, caller, 'transfer', sent, bag.code);
  return finish(tx, caller, id, sent);
}

/**
 * Opens a bag at its other end: everything in it, or what `found` names, is checked in there. The rest stays
 * in transfer and keeps the bag, until a scan finds it. What somebody took out on the way is passed over.
 * @throws 400 for what the bag did not carry, 403, 404, 409 not sent, or received already
 */
export async function receiveBag(tx: WriteTx, caller: Caller, id: number, found: Ref[] | null | undefined) {
  const bag = await bagFor(tx, caller, id, 'to', 'sent');
  const { inside, carried } = await bags.contentsOf(tx, id);
  const strange = found?.findIndex((one) => !carried.has(one.id)) ?? -1;
  if (strange >= 0)
    throw invalid(
      `[${strange}].id`,
      `names parcel ${found![strange]!.id}, which bag ${bag.code} did not carry`,
    );
  const here = found && new Set(found.map((one) => one.id));
  const before = await loadParcels(
    tx,
    inside.filter((item) => !here || here.has(item)),
  );
  const received = before.map((now): Parcel => ({ ...takenTo(now, 'IN'), center: bag.to }));
  await bags.markReceived(tx, caller.id, id);
  await moveAll(tx, caller, 'checkin', received, bag.code);
  await noteArrivals(
    tx,
    received.map((now) => now.id),
  );
  return finish(tx, caller, id, received);
}
