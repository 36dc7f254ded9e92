import type { MailCheckIn, MailEdit } from '#contract/mail.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { References } from './known-repository.ts';
import type { Known, ParcelFields } from './parcel.ts';

type Fields = Partial<Omit<MailCheckIn | MailEdit, 'id'>>;

const people = ['toUser', 'deliverTo', 'fromUser'] as const;
const idsOf = (bodies: Fields[], name: keyof Fields) =>
  bodies.flatMap((body) => {
    const value = body[name];
    return typeof value === 'object' && value ? [value.id] : [];
  });

/** Every id and name the bodies speak of, and those of the parcel they change. */
export const referencesOf = (bodies: Fields[], parcels: ParcelFields[] = []): References => {
  const distinct = (ids: (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const names = [
    ...bodies.map(({ recipientName }) => recipientName),
    ...parcels.map(({ recipientName }) => recipientName),
  ];
  return {
    names: [...new Set(names.filter((name): name is string => Boolean(name?.trim())))],
    users: distinct([
      ...people.flatMap((name) => idsOf(bodies, name)),
      ...parcels.flatMap((parcel) => people.map((name) => parcel[name])),
    ]),
    routes: distinct(idsOf(bodies, 'route')),
    stops: distinct([...idsOf(bodies, 'mailStop'), ...parcels.map((parcel) => parcel.mailStop)]),
    locations: distinct(idsOf(bodies, 'location')),
    packageTypes: distinct(idsOf(bodies, 'packageType')),
  };
};

/**
 * Refuses references to what is not in the organisation, or no longer.
 * @param prefix where the body stands in a batch: `[3].`, or nothing
 * @throws 400 naming the attribute
 */
export function checkReferences(body: Fields, known: Known, prefix: string): void {
  const check = (name: keyof Fields, what: string, found: (id: number) => boolean) => {
    for (const id of idsOf([body], name))
      if (!found(id)) throw invalid(prefix + name, `names no ${what} of your organisation (id ${id})`);
  };
  for (const name of people) check(name, 'person', (id) => known.users.get(id)?.gone === false);
  check('center', 'mail center', (id) => known.centers.includes(id));
  check('route', 'route', (id) => known.routes.has(id));
  check('mailStop', 'mail stop', (id) => known.stops.has(id));
  check('location', 'location', (id) => known.locations.has(id));
  check('packageType', 'package type', (id) => known.packageTypes.has(id));
  check('courier', 'courier', (id) => known.courierIds.has(id));
}
