import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { outlineFinder, planOptions } from '#src/directory/floor-plans.ts';
import { middleOf } from '#src/lib/outline.ts';
import { type FindRow, isBookable } from './find-rows.ts';

/** Distances on the plan from one space to the others of its floor; without a plan none. */
type Distances = ReadonlyMap<number, number>;

/** The reader's own first and what is free before the rest, as ever; within these by distance, other floors last. */
export function nearestFirst(rows: readonly FindRow[], near: number, distances: Distances): FindRow[] {
  const there = rows.find(({ space }) => space.id === near)?.space.floor;
  if (!there) return [...rows];
  const far = ({ space }: FindRow) =>
    space.floor.id === there.id
      ? (distances.get(space.id) ?? Number.MAX_SAFE_INTEGER)
      : space.floor.building.id === there.building.id
        ? Number.MAX_VALUE
        : Infinity;
  const rank = (row: FindRow) => (row.standing === 'mine' ? 0 : isBookable(row) ? 1 : 2);
  return rows.toSorted((a, b) => rank(a) - rank(b) || (far(a) < far(b) ? -1 : far(a) > far(b) ? 1 : 0));
}

/** Rows in the order of their nearness to a space, when one is named. */
export function useNearest(rows: readonly FindRow[], near: number | undefined) {
  const space = near === undefined ? undefined : rows.find((row) => row.space.id === near)?.space;
  const plan = useQuery({ ...planOptions(space?.floor.id ?? 0), enabled: space !== undefined }).data;
  const distances = useMemo(() => {
    const found = new Map<number, number>();
    if (!plan || near === undefined) return found;
    const { outlineOf } = outlineFinder(plan.svg);
    const middles = plan.shapes.flatMap(({ room, ...shape }) => {
      const outline = outlineOf(shape);
      return outline ? [{ id: room.id, at: middleOf(outline.bounds) }] : [];
    });
    const from = middles.find(({ id }) => id === near)?.at;
    if (from) for (const { id, at } of middles) found.set(id, Math.hypot(at[0] - from[0], at[1] - from[1]));
    return found;
  }, [plan, near]);
  const ordered = useMemo(
    () => (near === undefined ? rows : nearestFirst(rows, near, distances)),
    [rows, near, distances],
  );
  return { ordered, nearTo: space };
}
