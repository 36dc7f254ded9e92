import type { MailAction, StatusCode } from '#contract/mail.ts';
import { mayStep, queueOf } from '#contract/mail-state.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { FileStore } from '#server/lib/files.ts';
import { loadKnown } from './known-repository.ts';
import type { Parcel, Step } from './parcel.ts';
import { storePictures, type Pictures } from './pictures.ts';
import { renderItems } from './read-repository.ts';
import { deliveryOf } from './trace-repository.ts';
import { tellOf } from './tell.ts';
import { addStatuses, loadParcels, saveParcels } from './write-repository.ts';

const says = ({ note, collectedBy, collectedByName, signature, photograph }: MailAction) =>
  Boolean(note || collectedBy || collectedByName || signature || photograph);

async function parcelsOf(tx: WriteTx, caller: Caller, steps: Step[]): Promise<Map<number, Parcel>> {
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

async function checkPeopleAndCenters(tx: WriteTx, steps: Step[]) {
  const users = steps.flatMap(({ action }) => action.collectedBy?.id ?? []);
  if (users.length === 0 && !steps.some(({ action }) => action.center)) return;
  const known = await loadKnown(tx, { users, routes: [], stops: [], locations: [], packageTypes: [] });
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
    const center = (code === 'transfer' && step.action.center?.id) || now.center;
    const elsewhere = center !== now.center;
    if (now.queue === queueOf(code) && !elsewhere && !says(step.action)) continue;
    acting.push(step);
    // A rack belongs to the center it stands in.
    moved.push({ ...now, queue: queueOf(code), center, location: elsewhere ? null : now.location });
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
  }));
  await addStatuses(tx, caller.id, code, statuses);
  await tellOf(tx, caller, moved);
  return renderItems(tx, [...parcels.keys()]);
}

async function alreadyDelivered(tx: WriteTx, { id, prefix }: Step) {
  const trace = await deliveryOf(tx, id);
  const sentence = trace
    ? `This parcel was delivered on ${trace.at} by ${trace.by}.`
    : 'This parcel has been delivered.';
  return new AppError(409, 'mail.already-delivered', sentence, prefix ? { field: `${prefix}id` } : {});
}
