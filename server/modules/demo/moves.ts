import { models } from './asset-kinds.ts';
import type { MadeAsset } from './assets.ts';
import type { Person } from './people.ts';
import type { Places, SpaceKind } from './places.ts';

type MoveType = 'New Person' | 'Employee Move' | 'Move Office Equipment' | 'Exiting Employee';
type MadeItem = {
  type: MoveType;
  person?: number;
  asset?: number;
  to?: number;
  fields?: Record<string, string>;
  /** Answers by the names of the tasks and the codes of their fields. */
  tasks?: Record<string, Record<string, string>>;
};
/** A request of the made-up company; people, assets and spaces by their place in the lists, times in days ago. */
export type MadeMove = {
  description: string;
  requester: number;
  asked: number;
  date?: number;
  comment?: string;
  items: MadeItem[];
  decided?: { days: number; step: 'approve' | 'reject'; note?: string };
  started?: number;
  /** Of how many items the tasks are done. */
  ticked?: number;
  done?: number;
  archived?: number;
};
export type MoveWorld = { places: Places; people: readonly Person[]; assets: readonly MadeAsset[] };

const network = { 'Network Services': { pcType: 'Laptop with dock', notes: 'Two screens' } };
const furniture = { Furniture: { deskChair: 'Yes', notes: 'The chair goes along' } };

/** Who may be moved where: staff of the first site, by the spaces that they sit in. */
function seating({ places, people }: MoveWorld) {
  const { spaces, floors } = places;
  const sitting = new Map<number, number[]>();
  for (const [one, { space }] of people.entries())
    if (space !== undefined) sitting.set(space, [...(sitting.get(space) ?? []), one]);
  const here = (kind: SpaceKind) =>
    [...spaces.keys()].filter((one) => spaces[one]!.kind === kind && floors[spaces[one]!.floor]!.site === 0);
  const taken = new Set<number>();
  const desks = here('desk').filter((one) => !spaces[one]!.reservable);
  return {
    at: (space: number) => sitting.get(space) ?? [],
    freeDesks: desks.filter((one) => !sitting.has(one)),
    rooms: here('team'),
    offices: here('office'),
    stopOf: (space: number) => spaces[space]!.stop,
    floorOf: (space: number) => spaces[space]!.floor,
    /** The next ones at desks of their own; each is moved once. */
    next(count: number, fits: (space: number) => boolean = () => true): number[] {
      const found = desks.flatMap((space) => {
        const [one] = sitting.get(space) ?? [];
        const free = one !== undefined && !taken.has(one) && !people[one]!.post && !people[one]!.duty;
        return free && fits(space) ? [one] : [];
      });
      const chosen = found.slice(0, count);
      for (const one of chosen) taken.add(one);
      return chosen;
    },
  };
}

/** Everybody to the place of the next. */
const round = (people: readonly Person[], who: readonly number[], tasks?: MadeItem['tasks']): MadeItem[] =>
  who.map((person, nth) => ({
    type: 'Employee Move',
    person,
    to: people[who[(nth + 1) % who.length]!]!.space!,
    ...(tasks && { tasks }),
  }));

/** What has been asked for in the last weeks, in the order of time. */
export function makeMoves(world: MoveWorld): MadeMove[] {
  const { people, assets, places } = world;
  const seats = seating(world);
  const employee = people.findIndex(({ post }) => post === 'employee');
  const manager = people.findIndex(({ post }) => post === 'manager');
  const leader = (person: number) => people[person]!.manager ?? person;
  const home = people[employee]!.space!;
  const team = seats.at(home);
  const other = seats.rooms.find((one) => seats.floorOf(one) !== seats.floorOf(home))!;
  const [nook, quiet] = seats.freeDesks
    .filter((one) => seats.floorOf(one) !== seats.floorOf(home))
    .toReversed();
  const floors = [...new Set(seats.rooms.map(seats.floorOf))];
  const onFloor = (nth: number) => (space: number) => seats.floorOf(space) === floors[nth];
  // What has taken effect stayed within reach of one stop, so that the mail of those days went where it should.
  const beside = (space: number) => (one: number) => seats.stopOf(one) === seats.stopOf(space);
  const [sitter] = seats.next(1, beside(nook!));
  const [swapped] = seats.next(1, onFloor(2));
  const pair = [swapped!, ...seats.next(1, beside(people[swapped!]!.space!))];
  const three = seats.next(3, onFloor(2));
  const [left, right] = seats.next(2, onFloor(3));
  const [climber, dreamer, leaver] = seats.next(3, onFloor(1));
  const full = seats.offices.find((one) => seats.at(one).length >= places.spaces[one]!.capacity)!;
  const printer = assets.findIndex(
    ({ model, space }) => models[model]!.kind === 'printer' && space !== undefined,
  );
  const copyRoom = places.spaces.findLastIndex(
    ({ name, floor }) => name === 'Print room' && places.floors[floor]!.site === 0,
  );
  const toDesk = (person: number, to: number, tasks?: MadeItem['tasks']): MadeItem => ({
    type: 'Employee Move',
    person,
    to,
    ...(tasks && { tasks }),
  });
  return [
    {
      description: 'Two of the support team change places',
      requester: leader(pair[0]!),
      asked: 52,
      date: 44,
      items: round(people, pair, network),
      decided: { days: 50, step: 'approve' },
      ticked: 2,
      done: 44,
      archived: 20,
    },
    {
      description: 'A desk by the window, as the doctor advised',
      requester: sitter!,
      asked: 38,
      date: 30,
      comment: 'The note is with People & Culture.',
      items: [toDesk(sitter!, nook!, { ...network, ...furniture })],
      decided: { days: 36, step: 'approve', note: 'Get well soon.' },
      ticked: 1,
      done: 30,
    },
    {
      description: 'To a team room of our own',
      requester: dreamer!,
      asked: 25,
      date: 10,
      items: [toDesk(dreamer!, seats.rooms[1]!)],
      decided: { days: 23, step: 'reject', note: 'That room is full until the spring. Ask again then.' },
    },
    {
      description: 'The copier of the upper floors',
      requester: manager,
      asked: 14,
      date: -5,
      items: [{ type: 'Move Office Equipment', asset: printer, to: copyRoom }],
      decided: { days: 13, step: 'approve' },
    },
    {
      description: 'Three desks closer to the test bench',
      requester: leader(three[0]!),
      asked: 12,
      date: -2,
      comment: 'The bench itself stays where it is.',
      items: round(people, three, { ...network, ...furniture }),
      decided: { days: 9, step: 'approve' },
      started: 1,
      ticked: 1,
    },
    {
      description: 'The firmware team moves upstairs, who sits there moves down',
      requester: leader(employee),
      asked: 10,
      date: -7,
      comment: 'Boxes stand at the lift from Thursday on.',
      items: [
        ...team.map((one) => toDesk(one, other, network)),
        ...seats.at(other).map((one) => toDesk(one, home)),
      ],
      decided: { days: 8, step: 'approve', note: 'Agreed with both teams.' },
      ticked: 3,
    },
    {
      description: 'A new colleague in calibration',
      requester: leader(sitter!),
      asked: 6,
      date: -18,
      items: [
        {
          type: 'New Person',
          to: people[sitter!]!.space!,
          fields: {
            firstName: 'Marit',
            lastName: 'Oosterveld',
            email: 'marit.oosterveld@tidewright.example',
          },
          tasks: { ...network, ...furniture },
        },
      ],
    },
    {
      description: 'Leaves at the end of the month',
      requester: leader(leaver!),
      asked: 5,
      date: -20,
      items: [{ type: 'Exiting Employee', person: leaver! }],
    },
    {
      description: 'Closer to the rest of finance',
      requester: climber!,
      asked: 4,
      date: -9,
      items: [toDesk(climber!, full, network)],
    },
    {
      description: 'The two of us would like to change places',
      requester: left!,
      asked: 3,
      date: -11,
      items: round(people, [left!, right!]),
    },
    {
      description: 'A quiet desk for writing the manual',
      requester: employee,
      asked: 2,
      date: -36,
      comment: 'After the move of the team, for three months or so.',
      items: [toDesk(employee, quiet!, furniture)],
    },
    {
      description: 'A tool of the workshop is needed upstairs',
      requester: leader(left!),
      asked: 1,
      date: -6,
      items: [
        {
          type: 'Move Office Equipment',
          asset: assets.findIndex(
            ({ model, space }) => models[model]!.kind === 'tool' && space !== undefined,
          ),
          to: copyRoom,
        },
      ],
    },
  ];
}
