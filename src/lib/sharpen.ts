type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/**
 * Draws out edges that a lens out of focus has washed together, and the contrast of a dark or faded picture:
 * each pixel's difference from its surroundings, many times over. Changes the picture in place, into greys.
 */
export function sharpen<T extends Pixels>(picture: T, radius = 4): T {
  const { data, width, height } = picture;
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++)
    light[i] = ((data[i * 4] ?? 0) * 2 + (data[i * 4 + 1] ?? 0) * 5 + (data[i * 4 + 2] ?? 0)) / 8;
  const around = blur(blur(light, width, height, radius), width, height, radius);
  const spread = blur(
    light.map((value, i) => Math.abs(value - (around[i] ?? 0))),
    width,
    height,
    radius * 6,
  );
  for (let i = 0; i < light.length; i++) {
    const difference = (light[i] ?? 0) - (around[i] ?? 0);
    const value = 128 + (difference * 64) / Math.max(spread[i] ?? 0, 3);
    data[i * 4] = data[i * 4 + 1] = data[i * 4 + 2] = value;
  }
  return picture;
}

/** A box of (2 radius + 1)², along rows and then columns, at a cost that does not depend on the radius. */
function blur(source: Float32Array, width: number, height: number, radius: number): Float32Array {
  return slide(slide(source, height, width, width, 1, radius), width, height, 1, width, radius);
}

function slide(
  source: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): Float32Array {
  const target = new Float32Array(source.length);
  for (let line = 0; line < lines; line++) {
    const first = line * lineStep;
    const at = (i: number) => source[first + Math.min(Math.max(i, 0), length - 1) * step] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      target[first + i * step] = sum / (2 * radius + 1);
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
  return target;
}
