import type { Places, SpaceKind } from './places.ts';
import type { Random } from './random.ts';

type Wish = 'office' | 'desk' | 'mail';

/** Hands out the places to sit of each site, floor by floor, never more than a space has room for. */
export function seatsOf(random: Random, places: Places) {
  const free = places.sites.map(() => ({
    office: [] as number[],
    desk: [] as number[],
    mail: [] as number[],
  }));
  const wishOf: Partial<Record<SpaceKind, Wish>> = { office: 'office', team: 'desk', desk: 'desk' };
  for (const [index, space] of places.spaces.entries()) {
    const site = places.floors[space.floor]!.site;
    const wish = space.name === 'Mail room' ? 'mail' : wishOf[space.kind];
    if (!wish || (space.kind === 'desk' && space.reservable)) continue;
    for (let seat = 0; seat < space.capacity; seat++) if (!random.chance(0.02)) free[site]![wish].push(index);
  }
  return {
    /** Where somebody sits, by preference; undefined when the house is full. */
    take(site: number, wish: Wish): number | undefined {
      const { office, desk, mail } = free[site]!;
      if (wish === 'mail') return mail.shift() ?? desk.shift();
      return wish === 'office' ? (office.shift() ?? desk.shift()) : (desk.shift() ?? office.shift());
    },
  };
}
