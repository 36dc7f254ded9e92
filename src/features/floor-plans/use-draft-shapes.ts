import { useMemo } from 'react';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import type { outlineFinder } from '#src/directory/floor-plans.ts';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import type { Draft, ShapeDraft } from './edits.ts';
import { purposeOf, rowOf } from './space-state.ts';

type Finder = ReturnType<typeof outlineFinder>;

/** While one shape is dragged, the others stay the objects that they were. Shapes are never changed in place. */
const drawn = new WeakMap<ShapeDraft, { space: Room; finder: Finder; shape: PlanShape | undefined }>();

function drawnAs(draft: ShapeDraft, space: Room, finder: Finder): PlanShape | undefined {
  const before = drawn.get(draft);
  if (before?.space === space && before.finder === finder) return before.shape;
  const outline = finder.outlineOf(draft);
  const shape = outline && { id: String(space.id), label: space.name, outline, state: purposeOf(space) };
  drawn.set(draft, { space, finder, shape });
  return shape;
}

/** The draft as shapes and as rows of the list. */
export function useDraftShapes(draft: Draft, spaces: readonly Room[], finder: Finder) {
  return useMemo(() => {
    const shapes: PlanShape[] = [];
    const items = spaces.map((space) => {
      const placed = draft.get(space.id);
      const shape = placed && drawnAs(placed, space, finder);
      if (shape) shapes.push(shape);
      const row = rowOf(space, shape !== undefined);
      // Named in a drawing that was there before this one.
      return placed && !shape ? { ...row, note: m.floors_not_in_drawing() } : row;
    });
    return { shapes, items };
  }, [draft, spaces, finder]);
}
