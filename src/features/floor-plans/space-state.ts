import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import type { PlanListItem } from '#src/ui/floor-plan-list.tsx';
import type { PlanState } from '#src/ui/floor-plan-types.ts';

type Known = { reservable: boolean; type: Pick<Room['type'], 'occupiable' | 'parkingSpace'> };

/** What a space is for, told by colour, pattern and word. */
export function purposeOf({ reservable, type }: Known): PlanState {
  if (type.parkingSpace) return { word: m.floors_parking(), tone: 'info', pattern: 'stripes' };
  if (reservable) return { word: m.floors_bookable(), tone: 'accent', pattern: 'plain' };
  if (type.occupiable) return { word: m.floors_seats(), tone: 'success', pattern: 'dots' };
  return { word: m.floors_shared(), tone: 'neutral', pattern: 'grid' };
}

/** Each look once, in the order of the spaces. */
export function looksOf(spaces: readonly Known[]): PlanState[] {
  const looks = new Map<string, PlanState>();
  for (const space of spaces) {
    const state = purposeOf(space);
    if (!looks.has(state.word)) looks.set(state.word, state);
  }
  return [...looks.values()];
}

/** A space as a row of the list beside the plan. */
export function rowOf(space: Room, onPlan: boolean): PlanListItem {
  const { id, name, type, capacity } = space;
  const room = capacity === undefined || capacity === 0 ? undefined : m.floors_places({ count: capacity });
  return {
    id: String(id),
    label: name,
    detail: [type.name, room].filter(Boolean).join(' · '),
    state: purposeOf(space),
    ...(!onPlan && { note: m.floors_not_on_plan() }),
  };
}
