import { calendarOf, type Moment } from './calendar.ts';
import { progressOf, type Parcel, type Plan } from './parcel.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import { planner, type Catalogue } from './plans.ts';
import type { Random } from './random.ts';
import { share, standing, volume } from './traffic.ts';

const DAYS = 90;
const DAY = 86_400_000;
/** The only site that couriers fetch from. */
const SHIPS = 0;

/** When couriers come, in minutes after midnight: most in the morning. */
function arrival(random: Random, day: number): Moment {
  const [middle, spread] = random.weighted([
    [[560, 45], 58],
    [[680, 50], 20],
    [[870, 80], 22],
  ] as const);
  return { day, minute: random.around(middle, spread) + random.int(0, 59) / 60 };
}

/**
 * The mail of the ninety days up to `now`, in the order of arrival. The whole of today is made and what
 * lies after `now` cut off: of two companies of one day the later has the same past and a little more.
 */
export function makeMail(
  random: Random,
  places: Places,
  people: readonly Person[],
  catalogue: Catalogue,
  now: number,
): Parcel[] {
  const zones = places.sites.map(({ timeZone }) => timeZone);
  const calendar = calendarOf(Math.floor(now / DAY) * DAY, zones);
  const make = planner(random, calendar, places, people, catalogue);

  function something(site: number, moment: Moment): Plan {
    // Our own people hand in nothing while they are at home.
    if (calendar.isWorkday(moment.day) && random.chance(0.06))
      return site === SHIPS && random.chance(0.5)
        ? make.outbound(site, moment)
        : make.interoffice(site, moment);
    return random.chance(0.033) ? make.nameless(site, moment) : make.inbound(site, moment);
  }

  const plans: Plan[] = [];
  for (let day = 1 - DAYS; day <= 0; day++) {
    for (const site of places.sites.keys()) {
      const mean = volume[calendar.weekday(day)]! * share[site]!;
      const count = Math.max(0, random.around(mean, mean * 0.25));
      for (let n = 0; n < count; n++) plans.push(something(site, arrival(random, day)));
    }
  }
  for (const { post, workdaysAgo, fate } of standing) {
    const to = people.findIndex((person) => person.post === post);
    let day = 0;
    while (!calendar.isWorkday(day) || calendar.workdaysAgo(day) < workdaysAgo) day--;
    plans.push(make.inbound(people[to]!.site, arrival(random, day), to, fate));
  }
  const progress = progressOf(places, people, now);
  return plans.flatMap((plan) => progress(plan) ?? []).toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
}
