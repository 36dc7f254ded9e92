import { queues, statusCodes, type itemTypes, type Queue } from '#contract/mail.ts';
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

// The two lists name the same five states in the same order.
const queueOf = (step: Step): Queue => queues[statusCodes.indexOf(step.code)]!;

/** Where carts bring the mail of each person: the stop of their space, or their own. */
export function stopsOf(places: Places, people: readonly Person[]) {
  const routeOf = new Map<number, number>();
  for (const [index, { forShipping, stops }] of places.routes.entries())
    if (!forShipping) for (const stop of stops) routeOf.set(stop, index);
  const shipping = places.routes.findIndex(({ forShipping }) => forShipping);
  return {
    shipping,
    of(person: number | undefined): { stop: number | undefined; route: number | undefined } {
      const { space, stop: own } = person === undefined ? {} : people[person]!;
      const stop = space === undefined ? own : places.spaces[space]!.stop;
      return { stop, route: stop === undefined ? undefined : routeOf.get(stop) };
    },
  };
}

/** What of a plan has happened by now; undefined while the parcel has not arrived. */
export function until(
  now: number,
  plan: Plan,
  places: Places,
  stops: ReturnType<typeof stopsOf>,
): Parcel | undefined {
  const steps = plan.steps.filter(({ at }) => at <= now);
  const last = steps.at(-1);
  if (!last) return undefined;
  const { rack, foundAt, ...rest } = plan;
  const found = foundAt === undefined || foundAt <= now;
  const outgoing = plan.itemType === 'OUTBOUND';
  const to = found ? plan.to : undefined;
  const queue = queueOf(last);
  const racks = places.racks.flatMap(({ site }, index) => (site === last.site ? [index] : []));
  const deliverTo = found ? plan.deliverTo : undefined;
  const { stop, route } = stops.of(deliverTo);
  return {
    ...rest,
    to,
    deliverTo,
    recipientName: to === undefined ? plan.recipientName : undefined,
    queue,
    site: last.site,
    stop,
    route: outgoing ? stops.shipping : route,
    // A rack belongs to the center it stands in.
    rack: queue === 'TRANSFER' ? undefined : racks[rack % racks.length],
    steps,
    remarks: plan.remarks.filter(({ at }) => at <= now),
  };
}
