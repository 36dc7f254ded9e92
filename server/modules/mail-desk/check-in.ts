import { bagCode, printedBagNumberOf, printedRunningNumberOf } from '#contract/mail-codes.ts';
import type { MailCheckIn } from '#contract/mail.ts';
import type { OneOrMany } from '#contract/wire.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import { centersOf, demand, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { noteArrivals } from '#server/modules/mail-notices/service.ts';
import { showBag } from './bag-repository.ts';
import { newParcel, numberOf, returned } from './arrange.ts';
import { nextRunningNumbers } from './counter-repository.ts';
import { loadKnown } from './known-repository.ts';
import type { Known, Parcel, ParcelFields } from './parcel.ts';
import { renderItems } from './read-repository.ts';
import { checkReferences, referencesOf } from './references.ts';
import { tellOf } from './tell.ts';
import {
  NOTHING_SAID,
  addStatuses,
  findOpenParcels,
  insertParcels,
  saveParcels,
} from './write-repository.ts';

/** Where a scan without a center happens: at the caller's desk, else at the organisation's. */
export function homeCenter(caller: Caller, known: Known): number {
  const own = centersOf(caller, 'mail', workers);
  const center = known.centers.find((id) => own === undefined || own.includes(id)) ?? known.centers[0];
  if (center === undefined) throw invalid('center', 'must be given: there is no mail center');
  return center;
}

type Fate = { added: number; duplicate: boolean } | { id: number; duplicate: boolean };

/** The parcels at the desk that a scanned number may mean: by tracking number, else by our own on its label. */
function finderOf(open: Parcel[]) {
  const byKey = new Map(open.map((parcel) => [parcel.trackingKey, parcel]));
  const byRunning = new Map(open.map((parcel) => [parcel.runningNumber, parcel]));
  return (key: string) => byKey.get(key) ?? byRunning.get(printedRunningNumberOf(key) ?? NaN);
}

/**
 * What happens to each scan, in order. A number still open is one parcel: checked in, it is answered as it
 * is; on its way, the scan brings it back; and the second of two in one batch meets the first.
 */
function sortOut(scans: MailCheckIn[], open: Parcel[], known: Known, centers: number[]) {
  const find = finderOf(open);
  const met = new Map<string | number, Fate>();
  const added: ParcelFields[] = [];
  const back: Parcel[] = [];
  const fates = scans.map((scan, index): Fate => {
    const key = numberOf(scan.trackingNumber).trackingKey;
    const there = key === null ? undefined : find(key);
    // One parcel bears two numbers where we gave it one of ours.
    const name = there?.id ?? key;
    const earlier = name === null ? undefined : met.get(name);
    if (earlier) return { ...earlier, duplicate: true };
    const center = centers[index]!;
    let fate: Fate;
    if (!there) fate = { added: added.push(newParcel(scan, known, center)) - 1, duplicate: false };
    else fate = { id: there.id, duplicate: there.queue === 'IN' };
    if (there && there.queue !== 'IN') back.push(returned(there, scan, known, center));
    if (name !== null) met.set(name, fate);
    return fate;
  });
  return { added, back, fates };
}

/** The recipient hears of what is at their center only now; what comes back from a round is no news. */
const arrivedFromElsewhere = (open: Parcel[], back: Parcel[]) =>
  back.flatMap(({ id }) =>
    open.some((parcel) => parcel.id === id && parcel.queue === 'TRANSFER') ? id : [],
  );

/** What bears no number gets one of ours, so that there is something to print and to scan. */
async function numberUnnumbered(tx: WriteTx, parcels: ParcelFields[]) {
  const bare = parcels.filter(({ trackingKey }) => trackingKey === null);
  const numbers = await nextRunningNumbers(tx, bare.length);
  for (const [index, parcel] of bare.entries()) parcel.runningNumber = numbers[index]!;
}

/** A tag read at the wrong box would become a parcel of that number. @throws 409 naming the element */
async function refuseBags(tx: WriteTx, scans: MailCheckIn[], many: boolean) {
  for (const [index, { trackingNumber }] of scans.entries()) {
    const number = printedBagNumberOf(trackingNumber ?? '');
    if (number === undefined || (await showBag(tx, 'number', number)) === undefined) continue;
    const field = `${many ? `[${index}].` : ''}trackingNumber`;
    throw new AppError(409, 'mail.is-a-bag', `${bagCode(number)} is a bag. Receive it as one.`, { field });
  }
}

/**
 * Checks in one parcel or a batch: everything or nothing. Answers the parcels as JSON text, in the order
 * scanned; those that were there already bear `duplicate`.
 * @throws 400 naming element and attribute; 403 for a center the caller does not work in; 409 for the tag of a bag
 */
export async function checkIn(tx: WriteTx, caller: Caller, { many, elements }: OneOrMany<MailCheckIn>) {
  const keys = elements.flatMap((scan) => numberOf(scan.trackingNumber).trackingKey ?? []);
  const running = keys.flatMap((key) => printedRunningNumberOf(key) ?? []);
  const open = await findOpenParcels(tx, keys, running);
  const known = await loadKnown(tx, referencesOf(elements, open));
  const centers = elements.map((scan, index) => {
    checkReferences(scan, known, many ? `[${index}].` : '');
    const center = scan.center?.id ?? homeCenter(caller, known);
    demand(caller, 'mail', workers, center);
    return center;
  });

  await refuseBags(tx, elements, many);
  const { added, back, fates } = sortOut(elements, open, known, centers);
  await numberUnnumbered(tx, added);
  const ids = await insertParcels(tx, caller.id, added);
  await saveParcels(tx, caller.id, back);
  const statuses = back.map(({ id, center }) => ({ item: id, center, ...NOTHING_SAID }));
  await addStatuses(tx, caller.id, 'checkin', statuses);
  await noteArrivals(tx, [...ids, ...arrivedFromElsewhere(open, back)]);
  await tellOf(tx, caller, [...added.map((parcel, index) => ({ ...parcel, id: ids[index]! })), ...back]);

  const answers = fates.map((fate) => ('id' in fate ? fate.id : ids[fate.added]!));
  const json = await renderItems(tx, answers);
  const texts = answers.map((id, index) => {
    const item = json.get(id)!;
    return fates[index]!.duplicate ? `${item.slice(0, -1)},"duplicate":true}` : item;
  });
  return many ? `[${texts.join(',')}]` : texts[0]!;
}
