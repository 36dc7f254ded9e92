import type { Tx } from '#server/lib/database.ts';
import { planAssets } from './plan-assets.ts';
import { planLeaving } from './plan-leaving.ts';
import { planParcelsOf } from './plan-parcels.ts';
import { isNewcomer, nameOf, newcomerOf } from './newcomers.ts';
import * as people from './people-repository.ts';
import type { Named } from './present-repository.ts';
import type { Item, Request } from './request-repository.ts';
import { emptyStep, type Leaver, type Step } from './step.ts';

/** What the parts of a plan look up once. */
export type Facts = {
  items: Item[];
  people: Map<number, people.Person>;
  places: Map<number, people.Place>;
  /** When bookings of those who leave end; the moment itself, or the date to come. */
  moment: Date;
};

const present = <T>(values: readonly (T | null | undefined)[]) => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

async function lookUp(tx: Tx, items: Item[], moment: Date): Promise<Facts> {
  const found = await people.peopleOf(tx, present(items.map(({ person }) => person)));
  const rooms = present([...items.map(({ to }) => to), ...found.map(({ room }) => room)]);
  return {
    items,
    people: new Map(found.map((one) => [one.id, one])),
    places: await people.placesOf(tx, rooms),
    moment,
  };
}

/** Where mail reaches them after the move: a stop of their own becomes that of the new space, if it has one. */
const stopAfter = (own: Named | null, of: Named | null) => (own === null ? of : (of ?? own));

/** Spaces and stops of those who are there already. */
function planSeats(step: Step, { items, people: there, places }: Facts) {
  for (const { key, kind, person, to } of items) {
    const one = person === null ? undefined : there.get(person);
    if (!one) continue;
    const change = step.changes.get(key)!;
    const from = one.room === null ? undefined : places.get(one.room);
    const stop = one.stop ?? from?.stop ?? null;
    const target = kind === 'terminate' || to === null ? undefined : places.get(to);
    const stays = kind !== 'terminate' && !target;
    const ofTarget = target?.stop ?? null;
    const after = stays ? stop : kind === 'terminate' ? null : stopAfter(one.stop, ofTarget);
    change.person = { id: one.id, name: one.name, email: one.email };
    if (!stays) change.space = { before: from?.place ?? null, after: target?.place ?? null };
    if (stop?.id !== after?.id) change.mailStop = { before: stop, after };
    if (stays) continue;
    const own = kind === 'terminate' || one.stop === null ? null : (ofTarget ?? one.stop).id;
    step.seats.push({ id: one.id, room: target?.place.id ?? null, mailStop: own });
  }
}

async function planNewcomers(tx: Tx, step: Step, { places }: Facts) {
  const items = step.requests.flatMap(({ requester, items: all }) =>
    all.flatMap((item) => (isNewcomer(item) ? [{ item, requester, one: newcomerOf(item) }] : [])),
  );
  if (items.length === 0) return;
  const said = (name: string) => present(items.map(({ one }) => one.fields[name]?.trim() || null));
  const managers = await people.peopleBySaying(tx, [
    ...said('manager'),
    ...items.map(({ requester }) => String(requester)),
  ]);
  const centers = await people.costCentersBySaying(tx, said('costCenter'));
  for (const { item, requester, one } of items) {
    const change = step.changes.get(item.key)!;
    const target = item.to === null ? undefined : places.get(item.to);
    const manager = managers.get(one.fields.manager?.trim() || String(requester)) ?? null;
    change.person = { name: nameOf(one), email: one.email };
    change.account = 'opened';
    change.manager = { before: null, after: manager };
    if (target) change.space = { before: null, after: target.place };
    if (target?.stop) change.mailStop = { before: null, after: target.stop };
    const costCenter = centers.get(one.fields.costCenter?.trim() ?? '') ?? null;
    step.newcomers.push({ ...one, room: target?.place.id ?? null, manager: manager?.id ?? null, costCenter });
  }
}

/** Who leaves, with who is above them and stays. */
async function leaversOf(tx: Tx, { items, people: there }: Facts): Promise<Leaver[]> {
  const leaving = items.flatMap((item) => {
    const one = item.kind === 'terminate' && item.person !== null ? there.get(item.person) : undefined;
    return one ? [{ item, one }] : [];
  });
  if (leaving.length === 0) return [];
  const ids = leaving.map(({ one }) => one.id);
  const managers = await people.managersAbove(tx, ids);
  const named = await people.peopleBySaying(tx, present(leaving.map(({ item }) => item.heir)).map(String));
  return leaving.map(({ item, one }) => {
    const manager = managers.get(one.id) ?? null;
    const heir = item.heir === null || ids.includes(item.heir) ? undefined : named.get(String(item.heir));
    return { item: item.key, id: one.id, name: one.name, manager, heir: heir ?? manager };
  });
}

/**
 * Everything that the requests change when they take effect together, without writing any of it: the preview shows it,
 * and taking effect writes it. They have been found to fit (contract/move-order.ts).
 */
export async function planStep(tx: Tx, requests: Request[], moment: Date): Promise<Step> {
  const step = emptyStep(requests);
  const facts = await lookUp(
    tx,
    requests.flatMap(({ items }) => items),
    moment,
  );
  planSeats(step, facts);
  await planNewcomers(tx, step, facts);
  step.leavers = await leaversOf(tx, facts);
  await planLeaving(tx, step, facts);
  await planAssets(tx, step, facts);
  await planParcelsOf(tx, step, facts);
  return step;
}
