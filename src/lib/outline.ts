export type Point = readonly [x: number, y: number];
export type Bounds = { x: number; y: number; width: number; height: number };
/** A shape on a plan: `path` as in the attribute d of an SVG path, in the units of the plan. */
export type Outline = { path: string; bounds: Bounds };

/** The smallest upright rectangle around the points. */
export function boundsOf(points: readonly Point[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

export const polygonOutline = (points: readonly Point[]): Outline => ({
  path: `M${points.map((point) => point.join(' ')).join('L')}Z`,
  bounds: boundsOf(points),
});

export const middleOf = ({ x, y, width, height }: Bounds): Point => [x + width / 2, y + height / 2];
