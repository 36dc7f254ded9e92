import { models, type AssetKind } from './asset-kinds.ts';
import type { Person } from './people.ts';
import type { Places, Space } from './places.ts';
import type { Random } from './random.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** In days: the oldest and the youngest, and since when nobody has looked except on an audit. */
const [OLDEST, YOUNGEST, LAST_LOOK] = [1090, 120, 45];

/** An asset of the made-up company; spaces and people by their place in the lists. */
export type MadeAsset = {
  model: number;
  name: string | undefined;
  tag: string;
  serial: string;
  space: number | undefined;
  owner: number | undefined;
  lendable: boolean;
  condition: 'good' | 'damaged' | 'lost';
  /** Why it is not as it should be. */
  note: string | undefined;
  added: { at: number; by: number };
  seen: { at: number; by: number } | undefined;
  /** When somebody said that it is damaged or lost. */
  toldAt: number | undefined;
};

type Place = { space?: number; owner?: number; lendable?: boolean; name?: string };
type Wish = Place & { kind: AssetKind; nth?: number };

const perSpace: Partial<Record<Space['kind'], readonly AssetKind[]>> = {
  desk: ['desk', 'chair', 'monitor'],
  office: ['desk', 'chair', 'monitor'],
  team: ['desk', 'chair', 'monitor'],
};

function furnishing(random: Random, { spaces }: Places): Wish[] {
  return spaces.flatMap(({ kind, name, capacity }, space): Wish[] => {
    const seats = perSpace[kind];
    if (seats)
      return Array.from({ length: capacity }, () => [
        ...seats.map((one): Wish => ({ kind: one, space })),
        ...(random.chance(0.3) ? [{ kind: 'dock' as const, space }] : []),
      ]).flat();
    if (kind === 'meeting')
      return [
        { kind: 'projector', space, nth: 0 },
        ...(capacity > 6 ? [{ kind: 'camera' as const, space, nth: 1 }] : []),
      ];
    if (name === 'Print room') return [0, 0].map((nth) => ({ kind: 'printer', space, nth }));
    if (name === 'Mail room') return [0, 1].map((nth) => ({ kind: 'printer', space, nth }));
    const tools = name === 'Calibration workshop' ? 36 : name === 'Stores' ? 14 : 0;
    if (tools > 0) return Array.from({ length: tools }, () => ({ kind: 'tool', space }));
    return name === 'Reception' ? [{ kind: 'phone', space, nth: 1 }] : [];
  });
}

/** What people may borrow stands at the reception of each site. */
function pool({ spaces, floors }: Places): Wish[] {
  const desks = spaces.flatMap(({ name }, index) => (name === 'Reception' ? [index] : []));
  return desks.flatMap((space) => {
    const many = floors[spaces[space]!.floor]!.site === 0 ? 8 : 3;
    const some = (kind: AssetKind, label: string, count: number, nth: number): Wish[] =>
      Array.from({ length: count }, (_, n) => ({
        kind,
        space,
        nth,
        lendable: true,
        name: `${label} ${n + 1}`,
      }));
    return [
      ...some('computer', 'Loan laptop', many, 2),
      ...some('camera', 'Loan camera', Math.ceil(many / 2), 0),
      ...some('projector', 'Loan projector', Math.ceil(many / 2), 1),
    ];
  });
}

const mishaps = {
  damaged: ['The hinge is broken.', 'Does not switch on any more.', 'A crack across the front.'],
  lost: ['Not found after the painting of the floor.', 'Left on a train.', 'Nobody knows where it is.'],
};

/** All that the company owns, in the order in which it was labelled. Nothing is dated later than `now`. */
export function makeAssets(
  random: Random,
  places: Places,
  people: readonly Person[],
  now: number,
): MadeAsset[] {
  const all = [...people.keys()];
  const keepers = all.filter((one) => people[one]!.duty === 'maintenance');
  const owned = all.flatMap((owner): Wish[] => [
    {
      kind: 'computer',
      owner,
      nth: random.weighted([
        [0, 6],
        [1, 3],
        [2, 2],
      ]),
    },
    ...(people[owner]!.mobile ? [{ kind: 'phone' as const, owner, nth: 0 }] : []),
  ]);
  // Bought, labelled, and not handed out yet.
  const spare = Array.from({ length: 14 }, (): Wish => ({
    kind: random.pick(['computer', 'monitor', 'dock']),
  }));
  const wishes = [...furnishing(random, places), ...pool(places), ...owned, ...spare];
  const stores = new Map<number, number>();
  const made = wishes.map((wish): Omit<MadeAsset, 'tag' | 'serial'> => {
    const { kind, nth, space, owner, lendable = false, name } = wish;
    const choices = [...models.keys()].filter((one) => models[one]!.kind === kind);
    const morning = Math.floor(now / DAY) * DAY - random.int(YOUNGEST, OLDEST) * DAY;
    const at = morning + random.int(7 * 60, 15 * 60) * MINUTE;
    const by = random.pick(keepers);
    const looked = now - random.int(LAST_LOOK, YOUNGEST - 5) * DAY;
    const unplaced = space === undefined && owner === undefined;
    const fate =
      lendable || !random.chance(0.018) ? 'good' : random.pick(['damaged', 'damaged', 'lost'] as const);
    return {
      model: nth === undefined ? random.pick(choices) : choices[nth]!,
      name,
      space,
      owner,
      lendable,
      condition: fate,
      note: fate === 'good' ? undefined : random.pick(mishaps[fate]),
      added: { at, by },
      seen:
        unplaced || fate === 'lost' || random.chance(0.4)
          ? undefined
          : { at: looked, by: random.pick(keepers) },
      toldAt: fate === 'good' ? undefined : looked + random.int(60, 900) * MINUTE,
    };
  });
  return made
    .toSorted((a, b) => a.added.at - b.added.at)
    .map((one, nth) => {
      const serial = (stores.get(one.model) ?? random.int(100, 900)) + random.int(1, 37);
      stores.set(one.model, serial);
      return {
        ...one,
        tag: `TI-${String(nth + 101).padStart(6, '0')}`,
        serial: `${models[one.model]!.serial}${random.digits(2)}${String(serial).padStart(6, '0')}`,
      };
    });
}
