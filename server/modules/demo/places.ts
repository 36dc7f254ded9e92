import type { Random } from './random.ts';

export type SpaceKind = 'office' | 'team' | 'desk' | 'meeting' | 'booth' | 'parking' | 'service';
/** References between the parts of the company are positions in its lists. */
export type Site = {
  code: string;
  name: string;
  city: string;
  street: string;
  postalCode: string;
  country: string;
  /** As in ISO 3166-2, where the catalogue knows the country's parts. */
  state: string | undefined;
  latitude: number;
  longitude: number;
  timeZone: string;
};
export type Floor = { site: number; level: number; name: string; area: number };
export type Space = {
  floor: number;
  kind: SpaceKind;
  name: string;
  description: string;
  capacity: number;
  reservable: boolean;
  stop: number | undefined;
};
export type Stop = { site: number; floor: number; name: string };
export type Route = { site: number; name: string; forShipping: boolean; stops: number[] };
export type Rack = { site: number; name: string };
export type Places = {
  sites: Site[];
  floors: Floor[];
  spaces: Space[];
  stops: Stop[];
  routes: Route[];
  racks: Rack[];
};

// The cities are real, the streets are not.
const sites: Site[] = [
  {
    code: 'RTM',
    name: 'Getijhuis',
    city: 'Rotterdam',
    street: 'Peilschaalkade 12',
    postalCode: '3016 GX',
    country: 'NL',
    state: undefined,
    latitude: 51.9072,
    longitude: 4.4853,
    timeZone: 'Europe/Amsterdam',
  },
  {
    code: 'GDN',
    name: 'Stacja Przypływ',
    city: 'Gdańsk',
    street: 'ul. Wodowskazowa 4',
    postalCode: '80-868',
    country: 'PL',
    state: '22',
    latitude: 54.3667,
    longitude: 18.6466,
    timeZone: 'Europe/Warsaw',
  },
  {
    code: 'YYZ',
    name: 'Gauge House',
    city: 'Toronto',
    street: '88 Tide Gauge Street',
    postalCode: 'M5A 0L8',
    country: 'CA',
    state: 'ON',
    latitude: 43.6441,
    longitude: -79.3657,
    timeZone: 'America/Toronto',
  },
];

type FloorPlan = Record<'desk' | 'office' | 'team' | 'meeting' | 'booth' | 'parking', number> & {
  level: number;
  name: string;
  service: readonly string[];
};
const plan = (
  level: number,
  name: string,
  [desk, office, team, meeting, booth, parking]: readonly [number, number, number, number, number, number],
  ...service: string[]
): FloorPlan => ({ level, name, desk, office, team, meeting, booth, parking, service });

const usual = ['Print room', 'Kitchen'];
const floorPlans: FloorPlan[][] = [
  [
    plan(
      0,
      'Ground floor',
      [8, 2, 1, 4, 1, 18],
      'Reception',
      'Mail room',
      'Loading dock',
      'Canteen',
      'First aid',
      'Security',
    ),
    plan(1, '1st floor', [20, 6, 3, 4, 2, 0], ...usual),
    plan(2, '2nd floor', [20, 6, 3, 4, 2, 0], ...usual),
    plan(3, '3rd floor', [20, 6, 3, 4, 2, 0], ...usual),
    plan(4, '4th floor', [20, 6, 3, 4, 2, 0], 'Roof terrace', 'Kitchen'),
  ],
  [
    plan(
      0,
      'Parter',
      [6, 2, 1, 3, 1, 12],
      'Reception',
      'Mail room',
      'Calibration workshop',
      'Canteen',
      'Stores',
    ),
    plan(1, 'I piętro', [17, 5, 3, 3, 2, 0], ...usual),
    plan(2, 'II piętro', [17, 5, 3, 3, 2, 0], ...usual),
    plan(3, 'III piętro', [17, 5, 3, 3, 2, 0], ...usual),
  ],
  [
    plan(1, 'Level 1', [0, 1, 0, 2, 0, 10], 'Reception', 'Mail room', 'Bike store'),
    plan(11, 'Level 11', [18, 6, 3, 4, 2, 0], ...usual),
    plan(12, 'Level 12', [18, 6, 3, 4, 2, 0], ...usual),
  ],
];

const meetingNames = [
  'Mistral Zephyr Sirocco Bora Levanter Föhn Tramontana Passaat Noordwester Chinook Harmattan Pampero ' +
    'Williwaw Etesia Kona Haboob Brisa Simoom Meltemi Ostro',
  'Bursztyn Fala Mewa Kotwica Żagiel Latarnia Bryza Śluza Wydma Przypływ Boja Kładka',
  'Birch Loon Portage Granite Heron Cedar Rapids Maple Otter Trillium',
].map((list) => list.split(' '));

/** How each house numbers its rooms and desks: 2.08 and 2.D14, B208 and 208/3, 1108 and 11-014. */
const numbering: { room(level: number, n: number): string; desk(level: number, n: number): string }[] = [
  {
    room: (level, n) => `${level}.${String(n).padStart(2, '0')}`,
    desk: (level, n) => `${level}.D${String(n).padStart(2, '0')}`,
  },
  {
    room: (level, n) => `B${level}${String(n).padStart(2, '0')}`,
    desk: (level, n) => `B${level}${10 + Math.ceil(n / 4)}/${((n - 1) % 4) + 1}`,
  },
  {
    room: (level, n) => `${level}${String(n).padStart(2, '0')}`,
    desk: (level, n) => `${level}-${String(n).padStart(3, '0')}`,
  },
];

function spacesOf(random: Random, floor: number, site: number, floorPlan: FloorPlan, meetings: string[]) {
  const { level } = floorPlan;
  const house = numbering[site]!;
  const spaces: Omit<Space, 'stop'>[] = [];
  let room = 0;
  const add = (kind: SpaceKind, name: string, capacity: number, reservable = false, description = '') =>
    spaces.push({ floor, kind, name, description, capacity, reservable });
  const repeat = (count: number, make: (n: number) => void) => {
    for (let n = 1; n <= count; n++) make(n);
  };
  repeat(floorPlan.office, () => add('office', house.room(level, ++room), random.pick([1, 2, 2, 3])));
  repeat(floorPlan.team, () => add('team', house.room(level, ++room), 8, false, 'Team room'));
  repeat(floorPlan.desk, (n) => {
    const shared = n % 10 === 0;
    add('desk', house.desk(level, n), 1, shared, shared ? 'Shared desk, book before use' : '');
  });
  repeat(floorPlan.meeting, () => {
    const capacity = random.pick([4, 6, 6, 8, 10, 14, 20]);
    add('meeting', meetings.pop()!, capacity, true, capacity > 6 ? 'Screen, camera' : 'Screen');
  });
  repeat(floorPlan.booth, (n) => add('booth', `Booth ${level}.${n}`, 1, true));
  repeat(floorPlan.parking, (n) =>
    add('parking', `P${String(n).padStart(2, '0')}`, 1, true, n === 1 ? 'Wide bay' : ''),
  );
  for (const name of floorPlan.service) add('service', name, name === 'Mail room' ? 6 : 0);
  return spaces;
}

/** Places where carts stop: two a floor, each for the half of the floor around it. */
const wings = ['North', 'South'] as const;
const halls = ['Reception', 'Yard'] as const;

function routesOf(stops: readonly Stop[], floors: readonly Floor[]): Route[] {
  const along = (site: number, low: number, high: number) =>
    stops.flatMap((stop, index) => {
      const { level } = floors[stop.floor]!;
      return stop.site === site && level >= low && level <= high ? [index] : [];
    });
  const route = (site: number, name: string, list: number[], forShipping = false): Route => ({
    site,
    name,
    forShipping,
    stops: list,
  });
  return [
    route(0, 'Rotterdam lower floors', along(0, 0, 2)),
    route(0, 'Rotterdam upper floors', along(0, 3, 4)),
    route(1, 'Gdańsk lower floors', along(1, 0, 1)),
    route(1, 'Gdańsk upper floors', along(1, 2, 3)),
    // The goods lift starts at the top.
    route(2, 'Toronto all floors', along(2, 1, 12).toReversed()),
    route(0, 'Outgoing from Rotterdam', along(0, 0, 4).toReversed(), true),
  ];
}

export function makePlaces(random: Random): Places {
  const floors: Floor[] = [];
  const spaces: Space[] = [];
  const stops: Stop[] = [];
  for (const [site, floorList] of floorPlans.entries()) {
    const meetings = [...meetingNames[site]!].toReversed();
    for (const floorPlan of floorList) {
      const floor = floors.length;
      floors.push({
        site,
        level: floorPlan.level,
        name: floorPlan.name,
        area: random.int(9000, 14_000) / 10,
      });
      const isHall = floorPlan === floorList[0];
      const firstStop = stops.length;
      for (const half of isHall ? halls : wings)
        stops.push({ site, floor, name: `${sites[site]!.code} ${floorPlan.level} ${half}` });
      const made = spacesOf(random, floor, site, floorPlan, meetings);
      for (const [index, space] of made.entries()) {
        const stop = firstStop + (index * 2 < made.length ? 0 : 1);
        spaces.push({ ...space, stop: space.kind === 'parking' ? undefined : stop });
      }
    }
  }
  const racks = sites.flatMap((_, site) =>
    ['Letters', 'Shelf A', 'Shelf B', 'Large parcels'].map((name) => ({ site, name })),
  );
  return { sites, floors, spaces, stops, routes: routesOf(stops, floors), racks };
}
