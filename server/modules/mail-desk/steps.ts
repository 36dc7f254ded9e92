import type { MailAction, StatusCode } from '#contract/mail.ts';
import { mayStep, queueOf } from '#contract/mail-state.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { FileStore } from '#server/lib/files.ts';
import { noteDeliveries } from '#server/modules/mail-notices/service.ts';
import { loadKnown, NO_REFERENCES } from './known-repository.ts';
import { takenTo, type Parcel, type Step } from './parcel.ts';
import { changesPending, checkUntil, pendingAfter } from './pending.ts';
import { storePictures, type Pictures } from './pictures.ts';
import { renderItems } from './read-repository.ts';
import { deliveryOf } from './trace-repository.ts';
import { tellOf } from './tell.ts';
import { addStatuses, loadParcels, saveParcels } from './write-repository.ts';

const says = ({ note, collectedBy, collectedByName, signature, photograph }: MailAction) =>
  Boolean(note || collectedBy || collectedByName || signature || photograph);

/**
 * The parcels that a call speaks of, by id, at centers in which the caller works.
 * @throws 404 and 400 naming the element, 403
 */
export async function parcelsOf(
  tx: WriteTx,
  caller: Caller,
  steps: Pick<Step, 'id' | 'prefix'>[],
): Promise<Map<number, Parcel>> {
  const found = await loadParcels(
    tx,
    steps.map(({ id }) => id),
  );
  const parcels = new Map(found.map((parcel) => [parcel.id, parcel]));
  const seen = new Set<number>();
  for (const { id, prefix } of steps) {
    const field = `${prefix}id`;
    const parcel = parcels.get(id);
    if (!parcel)
      throw prefix ? new AppError(404, 'not-found', `${field}: no such parcel.`, { field }) : notFound();
    if (seen.has(id)) throw invalid(field, `names parcel ${id} a second time`);
    seen.add(id);
    demand(caller, 'mail', workers, parcel.center);
  }
  return parcels;
}

/** Where the step leaves the parcel. */
function afterStep(now: Parcel, code: StatusCode, action: MailAction): Parcel {
  const center = (code === 'transfer' && action.center?.id) || now.center;
  // A rack belongs to the center it stands in.
  const location = center === now.center ? now.location : null;
  const pending = code === 'pending' ? pendingAfter(now, action) : {};
  return { ...takenTo(now, queueOf(code)), center, location, ...pending };
}

/** How it left the desk: what leaves the house is taken by a courier unless something else is said. */
function outcomeOf(code: StatusCode, { itemType }: Parcel, { outcome }: MailAction) {
  if (code !== 'out') return null;
  return outcome ?? (itemType === 'OUTBOUND' ? 'courier' : null);
}

async function checkPeopleAndCenters(tx: WriteTx, steps: Step[]) {
  const users = steps.flatMap(({ action }) => action.collectedBy?.id ?? []);
  if (users.length === 0 && !steps.some(({ action }) => action.center)) return;
  const known = await loadKnown(tx, { ...NO_REFERENCES, users });
  for (const { action, prefix } of steps) {
    const { collectedBy, center } = action;
    if (collectedBy && known.users.get(collectedBy.id)?.gone !== false)
      throw invalid(`${prefix}collectedBy`, 'names no person of your organisation');
    if (center && !known.centers.includes(center.id))
      throw invalid(`${prefix}center`, 'names no mail center of your organisation');
  }
}

/**
 * Takes parcels a step on, all or none. A step that would change nothing, because the parcel stands there
 * already and nothing new is said, leaves no trace. Answers the parcels as JSON text by id.
 * @param pictures as `readPictures` gave them
 * @throws 404, 403 outside the caller's centers, 409 mail.already-delivered
 */
export async function takeStep(
  { tx, caller, files }: { tx: WriteTx; caller: Caller; files: FileStore },
  code: StatusCode,
  steps: Step[],
  pictures: Pictures,
): Promise<Map<number, string>> {
  const parcels = await parcelsOf(tx, caller, steps);
  await checkPeopleAndCenters(tx, steps);
  const moved: Parcel[] = [];
  const acting: Step[] = [];
  for (const step of steps) {
    const now = parcels.get(step.id)!;
    if (!mayStep(now.queue, code)) throw await alreadyDelivered(tx, step);
    if (code === 'pending') checkUntil(step.action.until, tx.stamp, step.prefix);
    const after = afterStep(now, code, step.action);
    const same = now.queue === after.queue && now.center === after.center;
    const asked = code === 'pending' && changesPending(now, step.action);
    if (same && !asked && !says(step.action)) continue;
    acting.push(step);
    moved.push(after);
  }

  const stored = await storePictures({ tx, files }, acting, pictures);
  await saveParcels(tx, caller.id, moved);
  const statuses = acting.map(({ action }, index) => ({
    item: moved[index]!.id,
    center: moved[index]!.center,
    note: action.note || null,
    collectedBy: action.collectedBy?.id ?? null,
    collectedByName: action.collectedByName || null,
    signature: stored.get(action.signature) ?? null,
    photograph: stored.get(action.photograph) ?? null,
    reason: moved[index]!.pendingReason,
    outcome: outcomeOf(code, moved[index]!, action),
  }));
  await addStatuses(tx, caller.id, code, statuses);
  if (code === 'out')
    await noteDeliveries(
      tx,
      moved.map(({ id }) => id),
    );
  await tellOf(tx, caller, moved);
  return renderItems(tx, [...parcels.keys()]);
}

/** The refusal of any step of a parcel that has been delivered: when, and by whom. */
export async function alreadyDelivered(tx: WriteTx, { id, prefix }: Pick<Step, 'id' | 'prefix'>) {
  const trace = await deliveryOf(tx, id);
  const sentence = trace
    ? `This parcel was delivered on ${trace.at} by ${trace.by}.`
    : 'This parcel has been delivered.';
  return new AppError(409, 'mail.already-delivered', sentence, prefix ? { field: `${prefix}id` } : {});
}
