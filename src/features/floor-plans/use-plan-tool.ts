import { useState } from 'react';
import type { Bounds, Outline, Point } from '#src/lib/outline.ts';
import type { PlanTool } from '#src/ui/floor-plan-types.ts';
import type { ShapeDraft } from './edits.ts';
import { pickedElement, rectangle, rounded } from './polygon.ts';

export type Mode = 'select' | 'pick' | 'rectangle' | 'polygon';

/** Shares of the plan: smaller rectangles are a slip of the hand, nearer points the same point. */
const LEAST = 1 / 200;
const NEAR = 1 / 60;
/** How large the rectangle is that is put in the middle without a mouse. */
const PUT = 1 / 8;

/** What the pointer does on the plan in each mode, and what has been drawn so far. */
export function usePlanTool(
  mode: Mode,
  box: Bounds,
  elements: ReadonlyMap<string, Outline>,
  onShape: (shape: ShapeDraft) => void,
) {
  const [drawn, setDrawn] = useState<readonly Point[]>([]);
  const [from, setFrom] = useState<Point>();
  const [at, setAt] = useState<Point>();
  const size = Math.max(box.width, box.height);
  const finish = (points: readonly Point[]) => {
    setDrawn([]);
    setFrom(undefined);
    setAt(undefined);
    onShape({ points: rounded(points, box) });
  };
  const near = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]) < size * NEAR;

  const tools: Record<Mode, PlanTool | undefined> = {
    select: undefined,
    pick: {
      click: (_, ids) => {
        const elementId = pickedElement(ids, (id) => elements.get(id)?.bounds);
        if (elementId !== undefined) onShape({ elementId });
      },
    },
    rectangle: {
      down: (point) => setFrom(point),
      move: (point) => setAt(point),
      up: (point) => {
        setFrom(undefined);
        const large = from && Math.min(Math.abs(point[0] - from[0]), Math.abs(point[1] - from[1]));
        if (from && large! > size * LEAST) finish(rectangle(from, point));
      },
      cancel: () => setFrom(undefined),
    },
    polygon: {
      move: (point) => setAt(point),
      click: (point) => {
        const [first] = drawn;
        if (first && drawn.length > 2 && near(first, point)) finish(drawn);
        else setDrawn([...drawn, point]);
      },
    },
  };
  const preview: readonly Point[] =
    mode === 'rectangle'
      ? from && at
        ? rectangle(from, at)
        : []
      : mode === 'polygon'
        ? [...drawn, ...(at && drawn.length > 0 ? [at] : [])]
        : [];

  return {
    tool: tools[mode],
    preview,
    /** Corners of the polygon so far. */
    corners: drawn.length,
    close: () => finish(drawn),
    forget: () => {
      setDrawn([]);
      setFrom(undefined);
    },
    /** Without a mouse: a rectangle in the middle, to be moved by its corners. */
    putInMiddle: () => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const half = (Math.min(box.width, box.height) * PUT) / 2;
      finish(rectangle([x - half, y - half], [x + half, y + half]));
    },
  };
}
