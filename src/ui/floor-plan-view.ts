import type { Bounds } from '#src/lib/outline.ts';

/** Where the plan is seen: pixel = unit × k + offset. */
export type View = { x: number; y: number; k: number };
export type Size = { width: number; height: number };

const MARGIN = 16;

/** The whole plan in the middle, as large as it goes. */
export function fitted(box: Bounds, size: Size): View {
  const room = { width: Math.max(size.width - 2 * MARGIN, 1), height: Math.max(size.height - 2 * MARGIN, 1) };
  const k = Math.min(room.width / box.width, room.height / box.height);
  return {
    k,
    x: size.width / 2 - (box.x + box.width / 2) * k,
    y: size.height / 2 - (box.y + box.height / 2) * k,
  };
}

/** How far to move along one axis so that from..to is within 0..length; its middle if it does not fit. */
function shift(from: number, to: number, length: number): number {
  if (to - from > length - 2 * MARGIN) return length / 2 - (from + to) / 2;
  if (from < MARGIN) return MARGIN - from;
  return to > length - MARGIN ? length - MARGIN - to : 0;
}

/** Moves as little as brings these bounds in sight. */
export function revealing(view: View, bounds: Bounds, size: Size): View {
  const left = bounds.x * view.k + view.x;
  const top = bounds.y * view.k + view.y;
  return {
    k: view.k,
    x: view.x + shift(left, left + bounds.width * view.k, size.width),
    y: view.y + shift(top, top + bounds.height * view.k, size.height),
  };
}
