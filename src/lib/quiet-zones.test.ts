import { describe, expect, it } from 'vitest';
import { hasQuietZones } from './quiet-zones.ts';

const MODULES = 57;
const MODULE = 3;
const WIDTH = MODULES * MODULE;
const [LEFT, TOP, HEIGHT] = [60, 60, 80];

/** White paper with a picket fence from `from` to `to`, on which a code was read between LEFT and LEFT + WIDTH. */
function paper(from: number, to: number, { width = 300, slope = 0 } = {}) {
  const data = new Uint8ClampedArray(width * 200 * 4).fill(230);
  for (let y = TOP; y < TOP + HEIGHT; y++)
    for (let x = from; x < to; x++) {
      const at = x + Math.round((y - TOP) * slope);
      if (Math.floor((x - from) / MODULE) % 2 === 0 && at < width)
        data.fill(20, (y * width + at) * 4, (y * width + at) * 4 + 3);
    }
  return { data, width, height: 200 };
}
const corners = (top = TOP, bottom = TOP + HEIGHT - 1) => ({
  topLeft: { x: LEFT, y: top },
  topRight: { x: LEFT + WIDTH, y: top },
  bottomRight: { x: LEFT + WIDTH, y: bottom },
  bottomLeft: { x: LEFT, y: bottom },
});

describe('quiet zones', () => {
  it('finds white on both sides of a whole code', () => {
    expect(hasQuietZones(paper(LEFT, LEFT + WIDTH), corners(), MODULES)).toBe(true);
  });

  it('misses it where the bars go on, on either side', () => {
    expect(hasQuietZones(paper(LEFT, LEFT + WIDTH + 40), corners(), MODULES)).toBe(false);
    expect(hasQuietZones(paper(LEFT - 42, LEFT + WIDTH), corners(), MODULES)).toBe(false);
  });

  it('misses it where the picture ends with the code', () => {
    const cut = paper(LEFT, LEFT + WIDTH, { width: LEFT + WIDTH + 3 });
    expect(hasQuietZones(cut, corners(), MODULES)).toBe(false);
  });

  it('misses it on a few lines across a corner, where the bars go on just below', () => {
    // Leaning bars: at the top they end with what was read, further down they reach beyond.
    const leaning = paper(LEFT, LEFT + WIDTH, { slope: 1.6 });
    expect(hasQuietZones(leaning, corners(TOP, TOP + 2), MODULES)).toBe(false);
  });

  it('does not mind print above and below a code read over its whole height', () => {
    const picture = paper(LEFT, LEFT + WIDTH);
    for (let y = TOP + HEIGHT + 1; y < TOP + HEIGHT + 12; y++)
      picture.data.fill(20, (y * picture.width + LEFT - 20) * 4, (y * picture.width + LEFT + WIDTH + 20) * 4);
    expect(hasQuietZones(picture, corners(), MODULES)).toBe(true);
  });
});
