import { type Bounds, middleOf } from '#src/lib/outline.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';
type Placed = { id: string; outline: { bounds: Bounds } };

/** Not being straight ahead counts this many times as much as being far. */
const ASIDE = 2.5;
const OFF_CENTRE = 0.3;
/** Share of the distance that a shape may lie aside and still be in the direction. */
const CONE = 2;

/**
 * The shape that an arrow key leads to: the nearest whose middle lies in the direction, with one straight ahead
 * before one aside. Undefined at the edge. Each step goes further that way, so a key held down comes to an end.
 */
export function nearestTowards<T extends Placed>(
  shapes: readonly T[],
  from: T,
  direction: Direction,
): T | undefined {
  const here = from.outline.bounds;
  const [x, y] = middleOf(here);
  const sideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let best: T | undefined;
  let least = Infinity;
  for (const shape of shapes) {
    const there = shape.outline.bounds;
    const [tx, ty] = middleOf(there);
    const ahead = sign * (sideways ? tx - x : ty - y);
    if (shape.id === from.id || ahead <= 1e-6) continue;
    const gap = sideways
      ? Math.max(there.y - (here.y + here.height), here.y - (there.y + there.height), 0)
      : Math.max(there.x - (here.x + here.width), here.x - (there.x + there.width), 0);
    if (gap > CONE * ahead) continue;
    const cost = ahead + ASIDE * gap + OFF_CENTRE * Math.abs(sideways ? ty - y : tx - x);
    if (cost < least) [best, least] = [shape, cost];
  }
  return best;
}

/** First in the order of reading: by rows from the top, then from the left. */
export function firstOf<T extends Placed>(shapes: readonly T[]): T | undefined {
  const before = (a: Bounds, b: Bounds) => a.y + a.height / 2 - (b.y + b.height / 2) || a.x - b.x;
  return shapes.reduce<T | undefined>(
    (first, shape) => (first && before(first.outline.bounds, shape.outline.bounds) <= 0 ? first : shape),
    undefined,
  );
}
