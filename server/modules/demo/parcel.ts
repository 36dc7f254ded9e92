import type { itemTypes, Queue } from '#contract/mail.ts';
import { queueOf } from '#contract/mail-state.ts';
import type { Step } from './journey.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';

export type Remark = { at: number; by: number; content: string };
/** People, sites, stops, routes and racks by position; couriers and package types by code. */
export type Parcel = {
  itemType: (typeof itemTypes)[number];
  queue: Queue;
  to: number | undefined;
  deliverTo: number | undefined;
  from: number | undefined;
  recipientName: string | undefined;
  sender: string | undefined;
  trackingNumber: string | undefined;
  courier: string;
  packageType: string;
  site: number;
  route: number | undefined;
  stop: number | undefined;
  rack: number | undefined;
  steps: Step[];
  remarks: Remark[];
};

/** A parcel with its whole way, of which a part may still lie ahead. */
export type Plan = Pick<
  Parcel,
  | 'itemType'
  | 'to'
  | 'deliverTo'
  | 'from'
  | 'recipientName'
  | 'sender'
  | 'trackingNumber'
  | 'courier'
  | 'packageType'
  | 'steps'
  | 'remarks'
> & {
  /** Which of a mail center's racks it is put on. */
  rack: number;
  /** When somebody found out whom the label means; until then the parcel is for nobody. */
  foundAt: number | undefined;
};

/** Where carts bring the mail of a person: to the stop of their space, or to their own. */
export const stopOf = (places: Places, { space, stop }: Person): number | undefined =>
  space === undefined ? stop : places.spaces[space]!.stop;

/** Makes parcels of plans: what of them has happened by now. Undefined where the parcel has not arrived. */
export function progressOf(places: Places, people: readonly Person[], now: number) {
  const routeOf = new Map<number, number>();
  for (const [index, { forShipping, stops }] of places.routes.entries())
    if (!forShipping) for (const stop of stops) routeOf.set(stop, index);
  const shipping = places.routes.findIndex(({ forShipping }) => forShipping);
  const racksOf = places.sites.map((_, site) =>
    places.racks.flatMap((rack, index) => (rack.site === site ? [index] : [])),
  );

  return function progress(plan: Plan): Parcel | undefined {
    const steps = plan.steps.filter(({ at }) => at <= now);
    const last = steps.at(-1);
    if (!last) return undefined;
    const found = plan.foundAt === undefined || plan.foundAt <= now;
    const to = found ? plan.to : undefined;
    const deliverTo = found ? plan.deliverTo : undefined;
    const queue = queueOf(last.code);
    const racks = racksOf[last.site]!;
    const stop = deliverTo === undefined ? undefined : stopOf(places, people[deliverTo]!);
    return {
      itemType: plan.itemType,
      queue,
      to,
      deliverTo,
      from: plan.from,
      recipientName: to === undefined ? plan.recipientName : undefined,
      sender: plan.sender,
      trackingNumber: plan.trackingNumber,
      courier: plan.courier,
      packageType: plan.packageType,
      site: last.site,
      route: plan.itemType === 'OUTBOUND' ? shipping : stop === undefined ? undefined : routeOf.get(stop),
      stop,
      // A rack belongs to the center it stands in.
      rack: queue === 'TRANSFER' ? undefined : racks[plan.rack % racks.length],
      steps,
      remarks: plan.remarks.filter(({ at }) => at <= now),
    };
  };
}
