type Point = { x: number; y: number };
type Corners = { topLeft: Point; topRight: Point; bottomRight: Point; bottomLeft: Point };
type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/** In modules, from the last bar on. The first is left to blur; no space inside a code is wider than 4. */
const FROM = 1.5;
const TO = 5;
const TALL = 0.15;

/**
 * Whether a code of so many modules was read from end to end. Any even part of an ITF code that stops at a wide
 * bar is a valid code too, and half an EAN-13 may pass for UPC-E. That happens where a tilted line leaves the
 * bars through their upper or lower edge, or the picture cuts the code off. So both ends have to lie on white,
 * and a little above and below the lines that were read as well, where the rest of the bars comes into view.
 */
export function hasQuietZones(image: Pixels, corners: Corners, modules: number): boolean {
  const { topLeft, topRight, bottomLeft, bottomRight } = corners;
  const long = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  const tall = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
  // A step across the code, by a fortieth of its length, at a right angle to the lines read.
  const step = { x: (topLeft.y - topRight.y) / 40, y: (topRight.x - topLeft.x) / 40 };
  const lines =
    tall > long * TALL
      ? // Lines that agree over much of the bars' height did not cross a corner; print may stand close to them.
        [0.25, 0.75].map(
          (at) => [between(topLeft, bottomLeft, at), between(topRight, bottomRight, at)] as const,
        )
      : [0, 1, 2].flatMap((steps) => [
          [moved(topLeft, step, -steps), moved(topRight, step, -steps)] as const,
          [moved(bottomLeft, step, steps), moved(bottomRight, step, steps)] as const,
        ]);
  const white = whiteOf(
    image,
    between(topLeft, bottomLeft, 0.5),
    between(topRight, bottomRight, 0.5),
    modules,
  );
  return lines.every(
    ([left, right]) =>
      isClear(image, left, right, modules, white) && isClear(image, right, left, modules, white),
  );
}

/** From which light on a pixel of this code is white. */
function whiteOf(image: Pixels, left: Point, right: Point, modules: number): number {
  const samples = modules * 2;
  const seen = Array.from({ length: samples }, (_, i) => lightAt(image, between(left, right, i / samples)))
    .filter((light) => light !== undefined)
    .toSorted((a, b) => a - b);
  const at = (part: number) => seen[Math.floor(seen.length * part)] ?? 0;
  return at(0.1) + (at(0.9) - at(0.1)) * 0.6;
}

/** Whether the stretch beyond `end`, seen from `other`, is white and within the picture. */
function isClear(image: Pixels, end: Point, other: Point, modules: number, white: number): boolean {
  for (let module = FROM; module <= TO; module += 0.5) {
    const light = lightAt(image, between(end, other, -module / modules));
    if (light === undefined || light < white) return false;
  }
  return true;
}

const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});
const moved = (point: Point, step: Point, steps: number): Point => ({
  x: point.x + step.x * steps,
  y: point.y + step.y * steps,
});

/** 0 black to 255 white; nothing outside the picture. */
function lightAt({ data, width, height }: Pixels, point: Point): number | undefined {
  const [x, y] = [Math.round(point.x), Math.round(point.y)];
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const at = (y * width + x) * 4;
  return ((data[at] ?? 0) * 2 + (data[at + 1] ?? 0) * 5 + (data[at + 2] ?? 0)) / 8;
}
