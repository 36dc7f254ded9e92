import type { Calendar, Moment } from './calendar.ts';
import { drawFate, drawNamelessFate, journeys, type Fate, type Stage, type Step } from './journey.ts';
import { numberMaker } from './numbers.ts';
import { stopOf, type Plan } from './parcel.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { rosterOf } from './roster.ts';
import { couriersAt, letterTypes, parcelTypes } from './traffic.ts';
import {
  customers,
  labelFor,
  nobodyFound,
  outsiders,
  passedOn,
  remarks,
  senders,
  teamOnly,
} from './wording.ts';

const MINUTE = 60_000;

/** The codes of the organisation's catalogue, which parcels refer to. */
export type Catalogue = { couriers: readonly string[]; packageTypes: readonly string[] };

const known = (codes: readonly string[], code: string) => (codes.includes(code) ? code : codes[0]!);
/** Carts bring nothing to somebody without a mail stop. */
const withoutCart: Partial<Record<Fate, Fate>> = {
  route: 'counter',
  missed: 'counter',
  'left-cart': 'left-in',
};

/** Makes up parcels with their whole way, from the hands of the courier to those of the recipient. */
export function planner(
  random: Random,
  calendar: Calendar,
  places: Places,
  people: readonly Person[],
  catalogue: Catalogue,
) {
  const { journey, outgoing } = journeys(random, calendar);
  const numberOf = numberMaker(random);
  const roster = rosterOf(random, places, people);
  const elsewhere = (site: number) => (site + random.int(1, 2)) % 3;

  /** Turns stages into steps: who entered them, and who came for the parcel. */
  function stepsOf(stages: readonly Stage[], to?: number): Step[] {
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

  function remarksOn([first, second]: readonly Step[]) {
    if (!first || !random.chance(0.04)) return [];
    const latest = Math.min(second?.at ?? Infinity, first.at + 180 * MINUTE);
    const at = first.at + Math.round((latest - first.at) * (random.int(1, 9) / 10));
    return [{ at, by: first.by, content: random.pick(remarks) }];
  }

  function fateFor(to: number, moment: Moment): Fate {
    const fate = drawFate(random, calendar.workdaysAgo(moment.day));
    return stopOf(places, people[to]!) === undefined ? (withoutCart[fate] ?? fate) : fate;
  }

  /** What a courier brings, but for whom it is. */
  function brought(site: number, numbered: boolean) {
    const courier = known(catalogue.couriers, random.weighted(couriersAt[site]!));
    return {
      itemType: 'INBOUND' as const,
      from: undefined,
      sender: random.chance(0.85) ? random.pick(senders) : undefined,
      trackingNumber: numbered ? numberOf(courier) : undefined,
      courier,
      packageType: known(catalogue.packageTypes, random.weighted(numbered ? parcelTypes : letterTypes)),
      rack: random.int(0, 3),
    };
  }

  /** For somebody of the site; now and then it is brought to another. */
  function inbound(
    site: number,
    moment: Moment,
    to = roster.addressee(site),
    fate = fateFor(to, moment),
  ): Plan {
    const steps = stepsOf(journey(fate, moment, random.chance(0.03) ? elsewhere(site) : site, site), to);
    const instead = random.chance(0.03) ? roster.colleague(to) : undefined;
    return {
      ...brought(site, random.chance(0.95)),
      to,
      deliverTo: instead ?? to,
      recipientName: undefined,
      foundAt: undefined,
      steps,
      remarks: remarksOn(steps),
    };
  }

  /** With a name on it that the directory does not know. Its owner is found in the end, or one of the team. */
  function nameless(site: number, moment: Moment): Plan {
    const to = roster.addressee(site);
    const { text, team } = labelFor(random, people[to]!);
    const fate = drawNamelessFate(random, calendar.workdaysAgo(moment.day));
    const steps = stepsOf(journey(fate, moment, site, site, team ? teamOnly : nobodyFound));
    const parcel = { ...brought(site, true), recipientName: text, steps };
    const next = steps[2];
    if (team || !next) {
      const handedOut = steps.map((step) => (step.code === 'out' ? { ...step, collectedBy: to } : step));
      const nobody = { to: undefined, deliverTo: undefined, foundAt: undefined };
      return { ...parcel, ...nobody, steps: handedOut, remarks: remarksOn(steps) };
    }
    const foundAt = next.at - 5 * MINUTE;
    const remark = { at: foundAt, by: next.by, content: `Label says “${text}”: found in the directory` };
    return { ...parcel, to, deliverTo: to, foundAt, remarks: [remark] };
  }

  /** From somebody of the site to a customer; the courier fetches it. */
  function outbound(site: number, moment: Moment): Plan {
    const courier = known(catalogue.couriers, random.pick(['UPS', 'DHL']));
    return {
      itemType: 'OUTBOUND',
      from: roster.anybody(site),
      to: undefined,
      deliverTo: undefined,
      recipientName: random.pick(customers),
      sender: undefined,
      trackingNumber: numberOf(courier),
      courier,
      packageType: known(catalogue.packageTypes, 'box'),
      rack: 3,
      foundAt: undefined,
      steps: stepsOf(outgoing(moment, site)),
      remarks: [],
    };
  }

  /** From somebody of the site to somebody of the same or another. */
  function interoffice(site: number, moment: Moment): Plan {
    const from = roster.anybody(site);
    const home = random.chance(0.6) ? site : elsewhere(site);
    let to = roster.anybody(home);
    while (to === from) to = roster.anybody(home);
    return {
      itemType: 'INTEROFFICE',
      from,
      to,
      deliverTo: to,
      recipientName: undefined,
      sender: undefined,
      trackingNumber: undefined,
      courier: known(catalogue.couriers, 'OTHER'),
      packageType: known(catalogue.packageTypes, 'env'),
      rack: 0,
      foundAt: undefined,
      steps: stepsOf(journey(fateFor(to, moment), moment, site, home), to),
      remarks: [],
    };
  }

  return { inbound, nameless, outbound, interoffice };
}
