import type { SpaceUse } from './queries.ts';

export type HeatCell = SpaceUse['cells'][number];
const LEVELS = 5;

/** Which share of the spaces was in use in the hour, 0 to 1; undefined where there was no such hour or no space. */
export const shareOf = ({ bookedMs, spaceMs }: HeatCell): number | undefined =>
  spaceMs > 0 ? bookedMs / spaceMs : undefined;

/** 0 for nothing, else 1 to 5 by its part of the greatest share. */
export const levelOf = (share: number | undefined, most: number): number =>
  share === undefined || share <= 0 ? 0 : Math.max(1, Math.ceil((share / most) * LEVELS));

/** Whole percent; what is little but something says so. */
export function percentText(share: number | undefined, format: (value: number) => string): string {
  if (share === undefined) return '–';
  const percent = share * 100;
  return percent > 0 && percent < 0.5 ? `<${format(1)}` : format(Math.round(percent));
}
