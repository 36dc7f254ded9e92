import { useMemo, useRef } from 'react';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import type { outlineFinder } from '#src/directory/floor-plans.ts';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import type { Draft, ShapeDraft } from './edits.ts';
import { purposeOf, rowOf } from './space-state.ts';

type Kept = { shape: ShapeDraft; space: Room; finder: object; drawn: PlanShape | undefined };

/** The draft as shapes and rows. While one shape is dragged, the others stay the objects that they were. */
export function useDraftShapes(
  draft: Draft,
  spaces: readonly Room[],
  finder: ReturnType<typeof outlineFinder>,
) {
  const kept = useRef(new Map<number, Kept>());
  return useMemo(() => {
    const next = new Map<number, Kept>();
    for (const space of spaces) {
      const shape = draft.get(space.id);
      if (!shape) continue;
      const before = kept.current.get(space.id);
      const same = before?.shape === shape && before.space === space && before.finder === finder;
      const outline = same ? undefined : finder.outlineOf(shape);
      const drawn = outline && { id: String(space.id), label: space.name, outline, state: purposeOf(space) };
      next.set(space.id, same ? before : { shape, space, finder, drawn });
    }
    kept.current = next;
    const items = spaces.map((space) => {
      const row = rowOf(space, next.get(space.id)?.drawn !== undefined);
      // Named in a drawing that was there before this one.
      const lost = draft.has(space.id) && row.note !== undefined;
      return lost ? { ...row, note: m.floors_not_in_drawing() } : row;
    });
    return { shapes: [...next.values()].flatMap(({ drawn }) => drawn ?? []), items };
  }, [draft, spaces, finder]);
}
