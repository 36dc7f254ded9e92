import * as m from '#messages';
import type { RoomShape } from '#contract/floor-plans.ts';
import type { PlanListItem } from '#src/ui/floor-plan-list.tsx';
import type { PlanState } from '#src/ui/floor-plan-types.ts';
import { roomFor } from './find-list.tsx';
import type { FindRow, Standing } from './find-rows.ts';
import { looks } from './find-standing.tsx';

const words: Record<Standing, () => string> = {
  mine: m.bookings_plan_mine,
  free: m.bookings_free,
  asks: m.bookings_plan_asks,
  taken: m.bookings_taken,
  barred: m.bookings_plan_barred,
};
const stateOf = (standing: Standing, word: string): PlanState => ({ ...looks[standing], word });

/** How a shape looks and what is said of it. `row`: what the search knows of its space. */
export function planState(room: RoomShape['room'], row: FindRow | undefined): PlanState {
  if (row) return stateOf(row.standing, row.words);
  const word = room.reservable ? m.bookings_plan_other() : m.bookings_plan_not();
  return { word, tone: 'neutral', pattern: 'dots' };
}

/** What colours and patterns mean: those that are on the plan. */
export function planLegend(
  rooms: readonly RoomShape['room'][],
  rows: ReadonlyMap<number, FindRow>,
): PlanState[] {
  const found = new Map<string, PlanState>();
  for (const room of rooms) {
    const row = rows.get(room.id);
    const state = row ? stateOf(row.standing, words[row.standing]()) : planState(room, row);
    if (!found.has(state.word)) found.set(state.word, state);
  }
  return [...found.values()];
}

/** A space as a row of the list beside the plan. */
export const planItem = (row: FindRow, onPlan: boolean): PlanListItem => ({
  id: String(row.space.id),
  label: row.space.name,
  detail: [row.space.type.name, roomFor(row)].filter(Boolean).join(' · '),
  state: stateOf(row.standing, row.words),
  ...(!onPlan && { note: m.bookings_plan_missing() }),
});

/** How many spaces are free, by floor. */
export function freeByFloor(rows: readonly FindRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { space, standing } of rows)
    if (standing === 'free' || standing === 'asks')
      counts.set(space.floor.id, (counts.get(space.floor.id) ?? 0) + 1);
  return counts;
}
