import type { LocationEdit, RouteEdit } from '#contract/mail-places.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, managers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { loadKnown, NO_REFERENCES } from './known-repository.ts';
import * as places from './place-repository.ts';
import { tellOf } from './tell.ts';

async function finish(tx: WriteTx, caller: Caller, place: places.Place, id: number): Promise<string> {
  await announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });
  return (await places.showPlace(tx, place, id))!;
}

async function checkName(tx: WriteTx, place: places.Place, name: string | undefined, self: number | null) {
  if (name === undefined || !(await places.nameTaken(tx, place, name, self))) return;
  throw new AppError(409, 'mail.name-taken', `There is one named ${name.trim()} already.`, { field: 'name' });
}

/** A courier out of use whose code another bears by now could not be told from it. */
async function checkCode(tx: WriteTx, id: number, code: string) {
  if (!(await places.courierWithCode(tx, code, id))) return;
  throw new AppError(409, 'mail.code-taken', `Another courier bears the code ${code} by now.`);
}

/** @param id null: a new one. @throws 404 */
async function save(tx: WriteTx, place: places.Place, id: number | null, values: places.Values) {
  if (id === null) return places.insertPlace(tx, place, values);
  if (!(await places.updatePlace(tx, place, id, values))) throw notFound();
  return id;
}

/** What was said of a place; an edit leaves the rest as it is. */
const said = (values: Record<string, places.Values[string] | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as places.Values;

/** @throws 400 for a stop that is not there or is named twice */
async function checkStops(tx: WriteTx, stops: number[]) {
  const known = await loadKnown(tx, { ...NO_REFERENCES, stops });
  for (const [index, stop] of stops.entries()) {
    if (!known.stops.has(stop))
      throw invalid(`stops[${index}]`, `names no mail stop of your organisation (id ${stop})`);
    if (stops.indexOf(stop) < index) throw invalid(`stops[${index}]`, `names stop ${stop} a second time`);
  }
}

/**
 * Makes a route (`id` null) or changes one; answers it with its stops as JSON text. Parcels on their way keep
 * the route they were given. @throws 400, 404, 409 for a name in use
 */
export async function saveRoute(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  edit: RouteEdit,
): Promise<string> {
  const { name, forShipping, stops } = edit;
  const calls = stops?.map((stop) => stop.id);
  if (calls) await checkStops(tx, calls);
  await checkName(tx, 'mail_route', name, id);
  const route = await save(tx, 'mail_route', id, said({ name, for_shipping: forShipping }));
  if (calls) await places.replaceStops(tx, route, calls);
  return finish(tx, caller, 'mail_route', route);
}

/** Makes a stop (`id` null) or renames one. @throws 404, 409 for a name in use */
export async function saveStop(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  name: string,
): Promise<string> {
  await checkName(tx, 'mail_stop', name, id);
  return finish(tx, caller, 'mail_stop', await save(tx, 'mail_stop', id, { name }));
}

/** Makes a rack (`id` null) or changes one. @throws 400, 403 for a center one does not manage, 404 */
export async function saveLocation(tx: WriteTx, caller: Caller, id: number | null, edit: LocationEdit) {
  const { name, sortOrder, center } = edit;
  if (center) {
    const { centers } = await loadKnown(tx, NO_REFERENCES);
    if (!centers.includes(center.id)) throw invalid('center', 'names no mail center of your organisation');
    demand(caller, 'mail', managers, center.id);
  }
  const center_id = center === undefined ? undefined : (center?.id ?? null);
  const values = said({ name, sort_order: sortOrder, center_id });
  return finish(tx, caller, 'mail_location', await save(tx, 'mail_location', id, values));
}

/** From a name: letters and digits that no other living entry bears, for a name without any the word for its kind. */
async function freshCode(tx: WriteTx, place: 'package_type' | 'courier', name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 20);
  const start = plain || (place === 'courier' ? 'courier' : 'package');
  const code = place === 'courier' ? start.toUpperCase() : start.toLowerCase();
  const taken = new Set(await places.codesLike(tx, place, code));
  if (!taken.has(code.toLowerCase())) return code;
  let number = 2;
  while (taken.has(`${code}${number}`.toLowerCase())) number += 1;
  return `${code}${number}`;
}

/**
 * Makes a package type or a courier (`id` null) or changes one. Its code is given once: tracking numbers are told
 * by the courier's, and scripts know package types by theirs. @throws 404, 409 for a name in use
 */
export async function saveChoice(
  tx: WriteTx,
  caller: Caller,
  place: 'package_type' | 'courier',
  id: number | null,
  { name, sortOrder }: { name?: string | undefined; sortOrder?: number | undefined },
): Promise<string> {
  await checkName(tx, place, name, id);
  const code = id === null && name !== undefined ? await freshCode(tx, place, name) : undefined;
  return finish(tx, caller, place, await save(tx, place, id, said({ name, code, sort_order: sortOrder })));
}

/** Puts entries in an order of their own. @throws 400 for one that is not there */
export async function sortPlaces(
  tx: WriteTx,
  caller: Caller,
  place: 'package_type' | 'mail_location',
  order: { id: number }[],
): Promise<void> {
  const ids = order.map(({ id }) => id);
  const gone = await places.missing(tx, place, ids);
  const at = ids.findIndex((id) => gone.includes(id));
  if (at >= 0) throw invalid(`[${at}]`, `names nothing that is in use (id ${ids[at]})`);
  await places.sortPlaces(tx, place, ids);
  await announce(tx, { topic: 'catalogue', ids, by: caller.id });
}

/**
 * Takes a route, stop or rack out of use, also while parcels bear it: they bear none from then on. A package type or
 * courier stays on its parcels. @throws 404, 409 for the courier that stands for all others
 */
export async function removePlace(
  tx: WriteTx,
  caller: Caller,
  place: places.Place,
  id: number,
): Promise<void> {
  if (place === 'courier' && (await places.codeOf(tx, place, id)) === 'OTHER')
    throw new AppError(
      409,
      'mail.courier-needed',
      'Parcels of no known courier bear this one. It has to stay.',
    );
  const loosened = await places.removePlace(tx, caller.id, place, id);
  if (!loosened) throw notFound();
  await announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });
  await tellOf(tx, caller, loosened);
}

/**
 * Puts a place back into use as it was, though parcels and, for a stop, routes have to be given it anew.
 * One in use stays as it is. @throws 404, 409 when another bears its name by now
 */
export async function restorePlace(
  tx: WriteTx,
  caller: Caller,
  place: places.Place,
  id: number,
): Promise<string> {
  const name = await places.anyName(tx, place, id);
  if (name === undefined) throw notFound();
  await checkName(tx, place, name, id);
  const code = place === 'courier' ? await places.codeOf(tx, place, id) : undefined;
  if (code !== undefined) await checkCode(tx, id, code);
  await places.restorePlace(tx, place, id);
  return finish(tx, caller, place, id);
}
