import type { SpaceProgress } from '#contract/asset-audits.ts';

const isOpen = ({ state }: SpaceProgress) => state === 'to-visit' || state === 'begun';

/** The next space of the floor that is not done, after this one in their order and then from the beginning. */
export function nextSpace(spaces: readonly SpaceProgress[], here: number): SpaceProgress | undefined {
  const at = spaces.findIndex(({ id }) => id === here);
  const round = [...spaces.slice(at + 1), ...spaces.slice(0, Math.max(at, 0))];
  return round.find((space) => isOpen(space) && space.id !== here);
}
