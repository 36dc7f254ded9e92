import { type Candidate, settle } from './barcode-trust.ts';
import type { BarcodeRead, Bounds } from './barcodes.ts';

/** One look at the picture: how large, how far it is turned (degrees), whether its edges are drawn out first. */
export type Pass = { scale: number; quick?: boolean; tilt?: number; sharpen?: boolean };
type Size = { width: number; height: number };

/** In pixels. What is held in front of a camera gains little from more, and time goes by their number. */
const USUAL = 1600;
const FINEST = 2600;
/** In ms. No further pass begins after it: somebody waits for the answer. */
const PATIENCE = 6000;

/** The looks to take at a picture of this size, from the likeliest to the last resort. */
export function passesFor({ width, height }: Size): Pass[] {
  const long = Math.max(width, height);
  const usual = Math.min(1, USUAL / long);
  const small = long <= 1100;
  // The quick one is a second opinion on what the first has found, at a tenth of its price.
  const passes: Pass[] = [{ scale: usual }, { scale: usual * 0.8, quick: true }];
  if (usual < 1) passes.push({ scale: Math.min(1, FINEST / long) });
  passes.push({ scale: small ? 1.5 : usual * 0.66 });
  if (long <= 600) passes.push({ scale: 3 });
  passes.push({ scale: small ? 1.65 : usual * 0.9, sharpen: true });
  // Beyond some 15 degrees no straight line crosses all bars of a flat code. The reader turns by 90 itself.
  const steady = Math.min(1, 1200 / long);
  passes.push({ scale: steady * 0.98, tilt: 30 }, { scale: steady * 0.98, tilt: 60 });
  passes.push({ scale: usual * 0.5 });
  return passes;
}

/** How large a canvas holds the picture as the pass wants it. */
export function canvasFor({ width, height }: Size, { scale, tilt = 0 }: Pass): Size {
  const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
  return {
    width: Math.max(1, Math.round((width * cos + height * sin) * scale)),
    height: Math.max(1, Math.round((width * sin + height * cos) * scale)),
  };
}

/**
 * Looks again, each time differently, until every code found is beyond doubt. Most pictures need one look;
 * one without any code takes them all.
 */
export async function readInPasses(
  size: Size,
  look: (pass: Pass) => Promise<Candidate[]>,
  now: () => number = () => performance.now(),
): Promise<BarcodeRead[]> {
  const start = now();
  const seen: { scale: number; candidates: Candidate[] }[] = [];
  for (const pass of passesFor(size)) {
    if (now() - start > PATIENCE) break;
    const candidates = (await look(pass)).map((candidate) => ({
      ...candidate,
      bounds: inPicture(candidate.bounds, size, pass),
    }));
    seen.push({ scale: pass.scale, candidates });
    const { reads, pending } = settle(seen);
    if (reads.length > 0 && !pending) break;
  }
  return settle(seen).reads.map(({ text, format, bounds }) => ({ text, format, bounds }));
}

/** A rectangle on the pass's canvas as one in the picture, upright again. */
function inPicture(bounds: Bounds, size: Size, pass: Pass): Bounds {
  const canvas = canvasFor(size, pass);
  const angle = (-(pass.tilt ?? 0) * Math.PI) / 180;
  const corners = [
    [bounds.x, bounds.y],
    [bounds.x + bounds.width, bounds.y],
    [bounds.x, bounds.y + bounds.height],
    [bounds.x + bounds.width, bounds.y + bounds.height],
  ].map(([x = 0, y = 0]) => {
    const [across, down] = [x - canvas.width / 2, y - canvas.height / 2];
    return {
      x: (across * Math.cos(angle) - down * Math.sin(angle)) / pass.scale + size.width / 2,
      y: (across * Math.sin(angle) + down * Math.cos(angle)) / pass.scale + size.height / 2,
    };
  });
  const [xs, ys] = [corners.map(({ x }) => Math.round(x)), corners.map(({ y }) => Math.round(y))];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
