import type { Bounds, Point } from '#src/lib/outline.ts';

export const rectangle = ([ax, ay]: Point, [bx, by]: Point): Point[] => [
  [ax, ay],
  [bx, ay],
  [bx, by],
  [ax, by],
];

/** One decimal more than the plan's size asks for: no digits that nobody can see. */
export function rounded(
  points: readonly Point[],
  { width, height }: Pick<Bounds, 'width' | 'height'>,
): Point[] {
  const digits = Math.min(Math.max(4 - Math.floor(Math.log10(Math.max(width, height))), 0), 8);
  const times = 10 ** digits;
  return points.map(([x, y]) => [Math.round(x * times) / times, Math.round(y * times) / times]);
}

export const movedPoint = (points: readonly Point[], at: number, to: Point): Point[] =>
  points.map((point, index) => (index === at ? to : point));

export const movedBy = (points: readonly Point[], dx: number, dy: number): Point[] =>
  points.map(([x, y]) => [x + dx, y + dy]);

/** Half way from this corner to the next; from the last one to the first. */
export const middleOfEdge = (points: readonly Point[], at: number): Point => {
  const [ax, ay] = points[at]!;
  const [bx, by] = points[(at + 1) % points.length]!;
  return [(ax + bx) / 2, (ay + by) / 2];
};

export const withPointAfter = (points: readonly Point[], at: number, point: Point): Point[] =>
  points.toSpliced(at + 1, 0, point);

/** Without the point; as it was where three must remain. */
export const withoutPoint = (points: readonly Point[], at: number): readonly Point[] =>
  points.length > 3 ? points.filter((_, index) => index !== at) : points;

/** Which of the elements under the pointer is meant, innermost first: what wraps a shape and nothing more. */
export function pickedElement(ids: readonly string[], boundsOf: (id: string) => Bounds | undefined) {
  const known = ids.filter((id) => boundsOf(id) !== undefined);
  const [inner] = known;
  if (inner === undefined) return undefined;
  const { width, height } = boundsOf(inner)!;
  const asLarge = known.filter((id) => {
    const bounds = boundsOf(id)!;
    return bounds.width <= width * 1.1 && bounds.height <= height * 1.1;
  });
  return asLarge.at(-1);
}
