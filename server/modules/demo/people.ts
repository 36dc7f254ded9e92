import { departments, fixedJobs, type Job } from './departments.ts';
import { drawName, type CultureName, type PersonName } from './names.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { seatsOf } from './seats.ts';

const DOMAIN = 'tidewright.example';
const DAY = 86_400_000;

/** Those who sign in to try things out. Everybody else in the company has no password. */
export type Post = 'clerk' | 'manager' | 'operator' | 'employee' | 'admin';
export type Account = { role: Post; firstName: string; lastName: string; email: string };
/** Who works for a mail center or in maintenance, and so holds permissions there. */
export type Duty = 'mail' | 'maintenance';

export type Person = {
  site: number;
  department: string;
  jobTitle: string;
  firstName: string;
  lastName: string;
  /** How colleagues say a name that is written in other letters than theirs. */
  knownAs: string | undefined;
  email: string;
  employeeId: string;
  phone: string;
  extension: string;
  mobile: string | undefined;
  color: string;
  manager: number | undefined;
  space: number | undefined;
  /** For some of those without a space; the others have the stop of theirs. */
  stop: number | undefined;
  floorWarden: boolean;
  specialNeeds: boolean;
  joined: number;
  post: Post | undefined;
  duty: Duty | undefined;
};

const siteWeights = [
  [0, 45],
  [1, 33],
  [2, 22],
] as const;
const everywhere: readonly (readonly [CultureName, number])[] = [
  ['german', 4],
  ['nordic', 3],
  ['iberian', 4],
  ['turkish', 4],
  ['bulgarian', 2],
  ['greek', 3],
  ['arabic', 5],
  ['hebrew', 2],
  ['chinese', 4],
  ['japanese', 3],
  ['korean', 3],
  ['hindi', 4],
  ['vietnamese', 3],
];
const localNames: readonly (readonly (readonly [CultureName, number])[])[] = [
  [...everywhere, ['dutch', 44], ['english', 6], ['french', 4], ['polish', 3]],
  [...everywhere, ['polish', 70], ['ukrainian', 16]],
  [...everywhere, ['english', 30], ['french', 14], ['chinese', 5], ['hindi', 5], ['korean', 3]],
];

// Subscriber numbers do not begin with 0, and 555-01xx is kept free for fiction: nobody is rung up by them.
const landlines = [
  (extension: string) => `+31 10 000 ${extension}`,
  (extension: string) => `+48 58 000 ${extension.slice(0, 2)} ${extension.slice(2)}`,
  (extension: string) => `+1 416 555 01${extension.slice(2)}`,
];
const mobiles = [
  (digits: string) => `+31 6 0000 ${digits}`,
  (digits: string) => `+48 000 00${digits.slice(0, 1)} ${digits.slice(1)}`,
  (digits: string) => `+1 647 555 01${digits.slice(2)}`,
];
const colors = [
  '#0b7285',
  '#1864ab',
  '#364fc7',
  '#5f3dc4',
  '#862e9c',
  '#a61e4d',
  '#c92a2a',
  '#d9480f',
  '#e67700',
];
const LATIN = /^[\p{Script=Latin}\p{P}\s]+$/u;

/** A job for everybody: heads first in their department, then what must be there, then chance. */
function jobs(random: Random): (Job & { head: boolean })[] {
  const director = { department: 'Management', site: 0, title: 'Managing Director', head: true };
  const others = departments.flatMap((department) => {
    const head = {
      department: department.name,
      site: department.name === 'Instrument Production' ? 1 : 0,
      title: department.head,
      head: true,
      ...(department.head === 'Facilities Manager' && { post: 'manager' as const }),
    };
    const fixed = fixedJobs.filter((job) => job.department === department.name);
    const drawn = Array.from({ length: department.members - fixed.length }, () => ({
      department: department.name,
      site: random.weighted(siteWeights),
      title: random.pick(department.titles),
    }));
    return [head, ...[...fixed, ...drawn].map((job) => ({ ...job, head: false }))];
  });
  return [director, ...others];
}

/** The director leads the heads, they lead a team lead for every ten people of a site, who lead the rest. */
function leaders(staff: ReturnType<typeof jobs>): { manager: number | undefined; leads: boolean }[] {
  const headOf = new Map<string, number>();
  const teams = new Map<string, { lead: number; size: number }>();
  return staff.map((job, index) => {
    if (job.head) {
      headOf.set(job.department, index);
      return { manager: index === 0 ? undefined : 0, leads: true };
    }
    const key = `${job.department} ${job.site}`;
    const team = teams.get(key);
    if (team && team.size < 10) {
      team.size += 1;
      return { manager: team.lead, leads: false };
    }
    teams.set(key, { lead: index, size: 1 });
    return { manager: headOf.get(job.department), leads: true };
  });
}

/** Addresses are plain letters; a namesake gets a number. */
function addressBook() {
  const taken = new Set<string>();
  return ({ firstLatin, lastLatin }: PersonName) => {
    for (let copy = 1; ; copy++) {
      const email = `${firstLatin}.${lastLatin}${copy === 1 ? '' : copy}@${DOMAIN}`;
      if (taken.has(email)) continue;
      taken.add(email);
      return email;
    }
  };
}

/** @param today midnight of the day the company is made for */
export function makePeople(
  random: Random,
  places: Places,
  accounts: readonly Account[],
  today: number,
): Person[] {
  const staff = jobs(random);
  const order = leaders(staff);
  const seats = seatsOf(random, places);
  const addressOf = addressBook();
  const names = new Set<string>();
  const draw = (site: number): PersonName => {
    for (;;) {
      const name = drawName(random, random.weighted(localNames[site]!));
      const written = `${name.first} ${name.last}`;
      // A company of this size has its namesakes, but few.
      if (names.has(written) && !random.chance(0.12)) continue;
      names.add(written);
      return name;
    }
  };
  const wardens = new Map<number, number>();
  const people = staff.map((job, index): Person => {
    const account = accounts.find(({ role }) => role === job.post);
    const name = draw(job.site);
    const first = account?.firstName ?? name.first;
    const last = account?.lastName ?? name.last;
    const extension = String(1000 + index);
    const { manager, leads } = order[index]!;
    const away = !account && !leads && random.chance(0.1);
    const space = away
      ? undefined
      : seats.take(job.site, job.duty === 'mail' ? 'mail' : leads ? 'office' : 'desk');
    const floor = space === undefined ? undefined : places.spaces[space]!.floor;
    const floorWarden = floor !== undefined && !leads && (wardens.get(floor) ?? 0) < 2 && random.chance(0.2);
    if (floorWarden) wardens.set(floor, (wardens.get(floor) ?? 0) + 1);
    return {
      site: job.site,
      department: job.department,
      jobTitle: leads && !job.head && !job.duty ? `Team Lead ${job.department}` : job.title,
      firstName: first,
      lastName: last,
      knownAs: LATIN.test(first + last) ? undefined : capital(name.firstLatin),
      email: account?.email ?? addressOf(name),
      employeeId: '',
      phone: landlines[job.site]!(extension),
      extension,
      mobile: random.chance(0.4) ? mobiles[job.site]!(random.digits(4)) : undefined,
      color: random.pick(colors),
      manager,
      space,
      stop: space === undefined && random.chance(0.5) ? hallStop(places, job.site) : undefined,
      floorWarden,
      specialNeeds: random.chance(0.012),
      joined: today - random.int(100, 3200) * DAY,
      post: job.post,
      duty: job.duty,
    };
  });
  // Whoever came first has the lowest number.
  const bySeniority = people.toSorted((a, b) => a.joined - b.joined);
  for (const [rank, person] of bySeniority.entries()) person.employeeId = `TW-${String(1001 + rank)}`;
  return people;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const hallStop = (places: Places, site: number) => places.stops.findIndex((stop) => stop.site === site);
