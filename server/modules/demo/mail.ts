import { calendarOf, type Moment } from './calendar.ts';
import { drawFate, drawNamelessFate, journeys, type Fate, type Stage, type Step } from './journey.ts';
import { numberMaker } from './numbers.ts';
import { progressOf, type Parcel, type Plan } from './parcel.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { rosterOf } from './roster.ts';
import { couriersAt, letterTypes, parcelTypes, share, standing, volume } from './traffic.ts';
import { customers, labelFor, outsiders, passedOn, remarks, senders } from './wording.ts';

const DAYS = 90;
const MINUTE = 60_000;

/** The codes of the organisation's catalogue, which parcels refer to. */
export type Catalogue = { couriers: readonly string[]; packageTypes: readonly string[] };

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
  const today = Math.floor(now / 86_400_000) * 86_400_000;
  const calendar = calendarOf(
    today,
    places.sites.map(({ timeZone }) => timeZone),
  );
  const { journey, outgoing } = journeys(random, calendar);
  const numberOf = numberMaker(random);
  const known = (codes: readonly string[], code: string) => (codes.includes(code) ? code : codes[0]!);

  const roster = rosterOf(random, places, people);

  /** Turns stages into steps: who entered them, and who came for the parcel. */
  function stepsOf(stages: readonly Stage[], to: number | undefined): Step[] {
    let site = stages[0]!.site;
    return stages.map(({ moment, atCounter, ...stage }) => {
      // A transfer is entered by those who send it off.
      const here = stage.code === 'transfer' ? site : stage.site;
      site = stage.site;
      const step: Step = { ...stage, at: calendar.at(here, moment), by: roster.clerk(here) };
      if (!atCounter || to === undefined || !random.chance(0.14)) return step;
      const colleague = roster.colleague(to);
      if (colleague === undefined || random.chance(0.15))
        return { ...step, collectedByName: random.pick(outsiders) };
      return { ...step, collectedBy: colleague, note: random.pick(passedOn) };
    });
  }

  function remarksOn([first, second]: readonly Step[], chance: number) {
    if (!first || !random.chance(chance)) return [];
    const latest = second ? Math.min(second.at, first.at + 180 * MINUTE) : first.at + 180 * MINUTE;
    const at = first.at + Math.round((latest - first.at) * (random.int(1, 9) / 10));
    return [{ at, by: first.by, content: random.pick(remarks) }];
  }

  const arrival = (day: number): Moment => {
    const [middle, spread] = random.weighted([
      [[560, 45], 58],
      [[680, 50], 20],
      [[870, 80], 22],
    ] as const);
    return { day, minute: random.around(middle, spread) + random.int(0, 59) / 60 };
  };

  /** Something a courier brings for somebody of this site. */
  function inbound(site: number, moment: Moment, forced?: { to: number; fate: Fate }): Plan {
    const to = forced?.to ?? roster.addressee(site);
    const nameless = !forced && random.chance(0.033);
    const strayed = !forced && !nameless && random.chance(0.03);
    const arrivesAt = strayed ? (site + random.int(1, 2)) % 3 : site;
    const age = calendar.workdaysAgo(moment.day);
    const fate = forced?.fate ?? (nameless ? drawNamelessFate : drawFate)(random, age);
    const stages = journey(fate, moment, arrivesAt, site, nameless);
    // A team's parcel is handed out without a name in the end; the others find their owner.
    const label = nameless ? labelFor(random, people[to]!) : undefined;
    const isFound = nameless && stages.length > 2 && !label!.team;
    const recipient = nameless && !isFound ? undefined : to;
    const steps = stepsOf(stages, to);
    const foundAt = isFound ? steps[2]!.at - 5 * MINUTE : undefined;
    const courier = known(catalogue.couriers, random.weighted(couriersAt[site]!));
    const numbered = nameless || random.chance(0.95);
    const instead = recipient !== undefined && random.chance(0.03) ? roster.colleague(recipient) : undefined;
    return {
      itemType: 'INBOUND',
      to: recipient,
      deliverTo: instead ?? recipient,
      from: undefined,
      recipientName: label?.text,
      sender: random.chance(0.85) ? random.pick(senders) : undefined,
      trackingNumber: numbered ? numberOf(courier) : undefined,
      courier,
      packageType: known(catalogue.packageTypes, random.weighted(numbered ? parcelTypes : letterTypes)),
      rack: random.int(0, 3),
      steps,
      foundAt,
      remarks: foundAt
        ? [{ at: foundAt, by: steps[2]!.by, content: `Label says “${label!.text}”: found in the directory` }]
        : remarksOn(steps, 0.04),
    };
  }

  /** From colleague to colleague, or out to a customer: our own paper, handed in at the counter. */
  function handedIn(site: number, moment: Moment): Plan {
    const from = roster.anybody(site);
    const own = { from, sender: undefined, foundAt: undefined, rack: 0 };
    if (site === 0 && random.chance(0.5)) {
      const steps = stepsOf(outgoing(moment, site), undefined);
      const courier = known(catalogue.couriers, random.pick(['UPS', 'DHL']));
      const packageType = known(catalogue.packageTypes, 'box');
      const number = { trackingNumber: numberOf(courier), courier, packageType };
      const away = { to: undefined, deliverTo: undefined, recipientName: random.pick(customers) };
      return { itemType: 'OUTBOUND', ...own, ...away, ...number, steps, remarks: [] };
    }
    const home = random.chance(0.6) ? site : (site + random.int(1, 2)) % 3;
    let to = roster.anybody(home);
    while (to === from) to = roster.anybody(home);
    const fate = drawFate(random, calendar.workdaysAgo(moment.day));
    const steps = stepsOf(journey(fate === 'missed' ? 'route' : fate, moment, site, home), to);
    const courier = known(catalogue.couriers, 'OTHER');
    const letter = { trackingNumber: undefined, courier, packageType: known(catalogue.packageTypes, 'env') };
    const inside = { to, deliverTo: to, recipientName: undefined };
    return { itemType: 'INTEROFFICE', ...own, ...inside, ...letter, steps, remarks: [] };
  }

  const plans: Plan[] = [];
  for (let day = 1 - DAYS; day <= 0; day++) {
    for (const site of places.sites.keys()) {
      const mean = volume[calendar.weekday(day)]! * share[site]!;
      const count = Math.max(0, random.around(mean, mean * 0.25));
      for (let n = 0; n < count; n++) {
        const ours = calendar.isWorkday(day) && random.chance(0.06);
        plans.push(ours ? handedIn(site, arrival(day)) : inbound(site, arrival(day)));
      }
    }
  }
  for (const { post, workdaysAgo, fate } of standing) {
    const to = people.findIndex((person) => person.post === post);
    let day = 0;
    while (!calendar.isWorkday(day) || calendar.workdaysAgo(day) < workdaysAgo) day--;
    plans.push(inbound(people[to]!.site, arrival(day), { to, fate }));
  }
  const progress = progressOf(places, people, now);
  return plans.flatMap((plan) => progress(plan) ?? []).toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
}
