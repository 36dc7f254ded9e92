import type { Tx } from '#server/lib/database.ts';
import { planParcels, type Mover } from '#server/modules/mail-desk/service.ts';
import { namesOf } from './people-repository.ts';
import type { Facts } from './plan-step.ts';
import type { Step } from './step.ts';

/** Which open parcels follow those who move, and who gets those of the people who leave. */
export async function planParcelsOf(tx: Tx, step: Step, { items, people }: Facts): Promise<void> {
  const heirs = new Map(step.leavers.map(({ id, heir }) => [id, heir?.id ?? null]));
  const itemOf = new Map<number, number>();
  const movers = items.flatMap(({ key, person }): Mover[] => {
    const one = person === null ? undefined : people.get(person);
    const { mailStop: stop } = step.changes.get(key)!;
    if (!one || (!stop && !heirs.has(one.id))) return [];
    itemOf.set(one.id, key);
    const heir = heirs.get(one.id);
    const stops = { before: stop?.before?.id ?? null, after: stop?.after?.id ?? null };
    return [{ user: one.id, name: one.name, ...stops, ...(heir !== undefined && { heir }) }];
  });
  if (movers.length === 0) return;
  step.parcels = await planParcels(tx, movers);
  if (step.parcels.length === 0) return;
  const all = step.parcels.flatMap(({ before, after }) => [before, after]);
  const ids = (values: (number | null)[]) => [...new Set(values.filter((id) => id !== null))];
  const names = await namesOf(tx, 'app_user', ids(all.map(({ deliverTo, toUser }) => deliverTo ?? toUser)));
  const stops = await namesOf(tx, 'mail_stop', ids(all.map(({ mailStop }) => mailStop)));
  for (const { user, before, after } of step.parcels) {
    const to = after.deliverTo ?? after.toUser;
    const same = after.toUser === before.toUser && after.deliverTo === before.deliverTo;
    const stopOf = (id: number | null) => (id === null ? null : (stops.get(id) ?? null));
    const number = before.trackingNumber ?? `A-${String(before.runningNumber).padStart(6, '0')}`;
    step.changes.get(itemOf.get(user)!)!.parcels.push({
      id: before.id,
      name: before.trackingNumber ?? (before.runningNumber === null ? `#${before.id}` : number),
      how: same ? 'rerouted' : to === null ? 'nobody' : 'redirected',
      ...(!same && to !== null && { to: names.get(to)! }),
      mailStop: { before: stopOf(before.mailStop), after: stopOf(after.mailStop) },
    });
  }
}
