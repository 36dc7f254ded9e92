import { boundsOf, type Outline, type Point } from './outline.ts';

/** As in SVG: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const numbersIn = (text: string) =>
  (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);

function single(kind: string, values: number[]): Matrix {
  const [p = 0, q, r] = values;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  switch (kind) {
    case 'matrix':
      return values.length === 6 ? (values as unknown as Matrix) : IDENTITY;
    case 'translate':
      return [1, 0, 0, 1, p, q ?? 0];
    case 'scale':
      return [p, 0, 0, q ?? p, 0, 0];
    case 'rotate': {
      const [sin, cos] = [Math.sin(radians(p)), Math.cos(radians(p))];
      const around: Matrix = [1, 0, 0, 1, q ?? 0, r ?? 0];
      return times(times(around, [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -(q ?? 0), -(r ?? 0)]);
    }
    case 'skewX':
      return [1, 0, Math.tan(radians(p)), 1, 0, 0];
    default:
      return [1, Math.tan(radians(p)), 0, 1, 0, 0];
  }
}

/** The attribute `transform` as one matrix. */
export function readTransform(text: string): Matrix {
  let matrix = IDENTITY;
  for (const [, kind, values] of text.matchAll(/(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g))
    matrix = times(matrix, single(kind!, numbersIn(values!)));
  return matrix;
}

/** How many numbers a command takes. */
const TAKES: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };
const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * The path seen through the matrix, in absolute M, L, C, Q and Z. Smooth curves lose their mirrored handle and
 * arcs become chords: what stands for a space is seldom round. The bounds include the handles of curves.
 */
export function transformedPath(d: string, [a, b, c, e, g, h]: Matrix): Outline {
  const parts: string[] = [];
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const put = (letter: string, ...pairs: Point[]) => {
    const seen = pairs.map(([px, py]): Point => [round(a * px + c * py + g), round(b * px + e * py + h)]);
    points.push(...seen);
    parts.push(letter + seen.map((point) => point.join(' ')).join(' '));
    [x, y] = pairs.at(-1)!;
  };
  for (const [, letter, rest] of d.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const command = letter!.toUpperCase();
    if (command === 'Z') {
      parts.push('Z');
      [x, y] = [startX, startY];
      continue;
    }
    const values = command === 'A' ? arcNumbers(rest!) : numbersIn(rest!);
    const takes = TAKES[command]!;
    for (let at = 0; at + takes <= values.length; at += takes) {
      const relative = letter !== command;
      const given = values.slice(at, at + takes);
      const pair = (index: number): Point =>
        relative ? [x + given[index]!, y + given[index + 1]!] : [given[index]!, given[index + 1]!];
      if (command === 'H') put('L', [relative ? x + given[0]! : given[0]!, y]);
      else if (command === 'V') put('L', [x, relative ? y + given[0]! : given[0]!]);
      else if (command === 'C') put('C', pair(0), pair(2), pair(4));
      else if (command === 'S') put('Q', pair(0), pair(2));
      else if (command === 'Q') put('Q', pair(0), pair(2));
      else if (command === 'M' && at === 0) {
        put('M', pair(0));
        [startX, startY] = [x, y];
      } else put('L', pair(takes - 2));
    }
  }
  return { path: parts.join(''), bounds: boundsOf(points) };
}

/** The two flags of an arc may stand without anything between them and what follows. */
const arcNumbers = (text: string) =>
  [
    ...text.matchAll(
      /([^\s,]+)[\s,]+([^\s,]+)[\s,]+([^\s,]+)[\s,]+([01])[\s,]*([01])[\s,]*(-?[\d.]+(?:e[+-]?\d+)?)[\s,]*(-?[\d.]+(?:e[+-]?\d+)?)/gi,
    ),
  ].flatMap((found) => found.slice(1).map(Number));
