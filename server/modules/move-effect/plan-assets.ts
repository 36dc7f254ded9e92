import type { Tx } from '#server/lib/database.ts';
import { thingsOf, type Thing } from './asset-repository.ts';
import type { Facts } from './plan-step.ts';
import type { Named } from './present-repository.ts';
import type { Item } from './request-repository.ts';
import type { Step } from './step.ts';

const holderOf = ({ room, owner }: Thing) => ({ ...(room && { room }), ...(owner && { owner }) });
const short = ({ id, name }: Named) => ({ id, name });

/** Whether it is usually taken along: not furniture, and from a space where nobody else can be meant by it. */
function isUsual({ furniture, lost }: Thing, from: number, { places }: Facts): boolean {
  const place = places.get(from);
  return !furniture && !lost && place?.capacity === 1 && place.people === 1;
}

function grouped(things: readonly Thing[], by: (thing: Thing) => number | undefined): Map<number, Thing[]> {
  const groups = new Map<number, Thing[]>();
  for (const thing of things) {
    const key = by(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

type Things = {
  ofOwner: ReadonlyMap<number, Thing[]>;
  inRoom: ReadonlyMap<number, Thing[]>;
  /** Those that go somewhere already. */
  placed: Set<number>;
};

/** What somebody owns and what stands where they sit. */
function planPersons(step: Step, item: Item, { ofOwner, inRoom, placed }: Things, facts: Facts) {
  const change = step.changes.get(item.key)!;
  const person = facts.people.get(item.person!)!;
  const { space } = change;
  if (!space) return;
  const lent = new Set(change.loans.map(({ asset }) => asset.id));
  for (const thing of ofOwner.get(person.id) ?? []) {
    if (lent.has(thing.id)) continue;
    const leaves = item.kind === 'terminate';
    const rooms = (place: Named | null) => ({ ...(place && { room: short(place) }), owner: short(person) });
    change.assets.push({
      ...short(thing),
      how: leaves ? 'to-return' : 'with-owner',
      before: rooms(space.before),
      after: rooms(space.after),
    });
    if (leaves) step.returns.push({ asset: thing.id, owner: person.id });
  }
  const { before, after } = space;
  if (item.kind === 'terminate' || !before || !after || before.id === after.id) return;
  for (const thing of inRoom.get(before.id) ?? []) {
    if (placed.has(thing.id)) continue;
    const usual = isUsual(thing, before.id, facts);
    const taken = item.chosen ? item.chosen.includes(thing.id) : usual;
    step.choices.push({ item: item.key, asset: short(thing), type: thing.type, taken, usual });
    if (!taken) continue;
    placed.add(thing.id);
    step.placements.push({ asset: thing.id, room: after.id });
    change.assets.push({
      ...short(thing),
      how: 'placed',
      before: holderOf(thing),
      after: { room: short(after) },
    });
  }
}

/** Which assets go where, and which are to come back. */
export async function planAssets(tx: Tx, step: Step, facts: Facts): Promise<void> {
  const { items, people, places } = facts;
  const named = new Set(items.flatMap(({ asset }) => asset ?? []));
  const rooms = step.seats.flatMap(({ id }) => people.get(id)!.room ?? []);
  const things = await thingsOf(tx, {
    owners: step.seats.map(({ id }) => id),
    rooms: [...new Set(rooms)],
    ids: [...named],
  });
  const found: Things = {
    ofOwner: grouped(things, ({ owner }) => owner?.id),
    inRoom: grouped(things, ({ room }) => room?.id),
    placed: named,
  };
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  for (const item of items) {
    if (item.person !== null && people.has(item.person)) planPersons(step, item, found, facts);
    const thing = item.asset === null ? undefined : byId.get(item.asset);
    const target = item.to === null ? undefined : places.get(item.to);
    if (!thing || !target) continue;
    step.placements.push({ asset: thing.id, room: target.place.id });
    step.changes.get(item.key)!.assets.push({
      ...short(thing),
      how: 'placed',
      before: holderOf(thing),
      after: { room: short(target.place) },
    });
  }
}
