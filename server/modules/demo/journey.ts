import type { StatusCode } from '#contract/mail.ts';
import type { Calendar, Moment } from './calendar.ts';
import type { Random } from './random.ts';
import { FETCHED, heldBecause, nobodyAtDesk } from './wording.ts';

/** One event of a parcel. `site` is the one whose mail center has the parcel from then on. */
export type Stage = { code: StatusCode; moment: Moment; site: number; note?: string; atCounter?: true };
/** `by` and `collectedBy` are people, by their position. */
export type Step = Omit<Stage, 'moment' | 'atCounter'> & {
  at: number;
  by: number;
  collectedBy?: number;
  collectedByName?: string;
};

/** What becomes of a parcel. A `left` one goes no further than its queue. */
export type Fate =
  | 'route'
  | 'counter'
  | 'missed'
  | 'held'
  | 'left-in'
  | 'left-held'
  | 'left-cart'
  | 'left-moved';

const ordinary = [
  ['route', 50],
  ['counter', 39],
  ['missed', 5],
  ['held', 6],
] as const;

/** The older, the likelier it was seen to in the end. */
function leftChance(workdaysAgo: number): number {
  if (workdaysAgo === 0) return 0;
  if (workdaysAgo <= 4) return 0.33;
  if (workdaysAgo <= 11) return 0.06;
  return workdaysAgo <= 30 ? 0.008 : 0.0006;
}

export function drawFate(random: Random, workdaysAgo: number): Fate {
  if (!random.chance(leftChance(workdaysAgo))) return random.weighted(ordinary);
  return random.weighted<Fate>([
    ['left-in', 68],
    ['left-held', 20],
    ['left-cart', workdaysAgo <= 2 ? 20 : 0],
    ['left-moved', workdaysAgo <= 5 ? 10 : 0],
  ]);
}

/** Of a parcel that names nobody known: found out in the end, or still waiting. */
export function drawNamelessFate(random: Random, workdaysAgo: number): Fate {
  if (workdaysAgo === 0 || workdaysAgo > 9 || random.chance(0.45)) return 'held';
  return random.pick(['left-held', 'left-held', 'left-in']);
}

const OPENS = 9 * 60;
const CLOSES = 17 * 60 + 20;
/** Carts leave the mail room at a quarter to eleven and at three. */
const runs = [10 * 60 + 45, 15 * 60];

/** Makes the stages of parcels, each later than the one before. */
export function journeys(random: Random, calendar: Calendar) {
  const seconds = () => random.int(1, 59) / 60;

  /** A while later on the same workday, else in the morning of the next. */
  function soon({ day, minute }: Moment, low: number, high: number): Moment {
    const later = minute + random.int(low, high) + seconds();
    if (calendar.isWorkday(day) && later < CLOSES) return { day, minute: later };
    return { day: calendar.workday(day + 1, 0), minute: OPENS + random.int(0, 100) + seconds() };
  }
  /** Whenever the recipient comes by. */
  function visit(from: Moment): Moment {
    const days = random.weighted([
      [0, 50],
      [1, 32],
      [2, 10],
      [3, 5],
      [4, 3],
    ] as const);
    if (days === 0) return soon(from, 20, 300);
    return { day: calendar.workday(from.day, days), minute: random.int(OPENS, CLOSES - 20) + seconds() };
  }
  function nextRun({ day, minute }: Moment): Moment {
    const run = calendar.isWorkday(day) ? runs.find((start) => start > minute + 10) : undefined;
    const delay = random.int(0, 9) + seconds();
    if (run !== undefined) return { day, minute: run + delay };
    return { day: calendar.workday(day + 1, 0), minute: runs[0]! + delay };
  }

  const atCounter = (site: number, from: Moment): Stage => ({
    code: 'out',
    moment: visit(from),
    site,
    atCounter: true,
  });
  const holding = (site: number, from: Moment, reasons: readonly string[]): Stage => ({
    code: 'pending',
    moment: soon(from, 5, 90),
    site,
    note: random.pick(reasons),
  });
  const loading = (site: number, from: Moment): Stage => ({ code: 'checkout', moment: nextRun(from), site });

  /** From the moment a parcel stands in the mail room of `site`, which is the recipient's. */
  function onwards(fate: Fate, site: number, from: Moment, reasons: readonly string[]): Stage[] {
    switch (fate) {
      case 'route': {
        const cart = loading(site, from);
        return [cart, { code: 'out', moment: soon(cart.moment, 5, 70), site }];
      }
      case 'missed': {
        const cart = loading(site, from);
        const moment = soon(cart.moment, 20, 80);
        const back: Stage = { code: 'checkin', moment, site, note: random.pick(nobodyAtDesk) };
        return [cart, back, atCounter(site, moment)];
      }
      case 'held': {
        const held = holding(site, from, reasons);
        const day = calendar.workday(held.moment.day, random.int(1, 5));
        const moment = { day, minute: random.int(OPENS, 15 * 60) + seconds() };
        if (random.chance(0.5)) return [held, { code: 'out', moment, site, atCounter: true }];
        return [held, { code: 'checkin', moment, site }, atCounter(site, moment)];
      }
      case 'left-held':
        return [holding(site, from, reasons)];
      case 'left-cart':
        return [loading(site, from)];
      case 'left-in':
      case 'left-moved':
        return [];
      default:
        return [atCounter(site, from)];
    }
  }

  /** All stages of a parcel that arrives at one site for somebody of the same or another. */
  function journey(
    fate: Fate,
    arrival: Moment,
    arrivesAt: number,
    home: number,
    reasons = heldBecause,
  ): Stage[] {
    const first: Stage = { code: 'checkin', moment: arrival, site: arrivesAt };
    if (arrivesAt === home && fate !== 'left-moved') return [first, ...onwards(fate, home, arrival, reasons)];
    const goesTo = arrivesAt === home ? (home + 1) % 2 : home;
    const moved: Stage = { code: 'transfer', moment: soon(arrival, 60, 240), site: goesTo };
    if (fate === 'left-moved') return [first, moved];
    const overseas = arrivesAt === 2 || home === 2;
    const day = calendar.workday(moved.moment.day, overseas ? random.int(3, 5) : random.int(1, 2));
    const moment = { day, minute: random.int(OPENS, 11 * 60) + seconds() };
    return [first, moved, { code: 'checkin', moment, site: home }, ...onwards(fate, home, moment, reasons)];
  }

  /** What leaves the house is fetched by the courier in the late afternoon. */
  function outgoing(handedIn: Moment, site: number): Stage[] {
    const day = calendar.workday(handedIn.day, 0);
    const fetched = { day: handedIn.minute < 16 * 60 ? day : calendar.workday(day, 1), minute: 16 * 60 + 30 };
    return [
      { code: 'checkin', moment: handedIn, site },
      { code: 'out', moment: fetched, site, note: FETCHED },
    ];
  }

  return { journey, outgoing };
}
