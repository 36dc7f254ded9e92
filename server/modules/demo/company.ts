import { makeMail } from './mail.ts';
import type { Parcel } from './parcel.ts';
import { makePeople, type Account, type Person } from './people.ts';
import { makePlaces, type Places } from './places.ts';
import type { Catalogue } from './plans.ts';
import { seeded } from './random.ts';
import { alerts } from './wording.ts';

export const COMPANY = {
  name: 'Tidewright Instruments',
  country: 'Netherlands',
  timeZone: 'Europe/Amsterdam',
};
const DAY = 86_400_000;

export type Alert = { person: number; notes: string; multiple: boolean };
export type Company = { places: Places; people: Person[]; alerts: Alert[]; parcels: Parcel[] };

/**
 * The whole company, from nothing but its arguments. People, places and the past mail depend on the seed
 * and the day; the time of the day decides only how far today's mail has got.
 */
export function makeCompany(
  seed: number,
  now: Date,
  accounts: readonly Account[],
  catalogue: Catalogue,
): Company {
  const places = makePlaces(seeded(seed, 'places'));
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const people = makePeople(seeded(seed, 'people'), places, accounts, today);
  const random = seeded(seed, 'alerts');
  const staff = random.shuffled([...people.keys()].filter((index) => !people[index]!.post));
  return {
    places,
    people,
    alerts: alerts.map((notes, index) => ({ person: staff[index]!, notes, multiple: random.chance(0.3) })),
    parcels: makeMail(seeded(seed, 'mail'), places, people, catalogue, now.getTime()),
  };
}
