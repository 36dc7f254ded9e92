import { type Candidate, settle } from './barcode-trust.ts';
import type { BarcodeRead } from './barcodes.ts';

/** One look at the picture: how large, and whether its contrast is drawn out first. */
export type Pass = { scale: number; sharpen?: boolean };

/** Beyond this nothing that one holds in front of a camera gains from more pixels, and time goes by their number. */
const USUAL = 1600;
const FINEST = 2600;
/** In ms. No further pass begins after it: somebody waits for the answer. */
const PATIENCE = 4000;

/** The looks to take at a picture of this size, from the likeliest to the last resort. */
export function passesFor(width: number, height: number): Pass[] {
  const long = Math.max(width, height);
  const usual = Math.min(1, USUAL / long);
  const larger = long <= 1100 ? 1.5 : undefined;
  const passes: Pass[] = [{ scale: usual }, { scale: larger ?? usual * 0.66 }];
  if (usual < 1) passes.push({ scale: Math.min(1, FINEST / long) });
  if (long <= 600) passes.push({ scale: 3 });
  passes.push({ scale: (larger ?? usual) * 1.1, sharpen: true }, { scale: usual * 0.5 });
  return passes;
}

/**
 * Looks again, each time differently, until every code found is beyond doubt. Most pictures need one look;
 * one without any code takes them all.
 */
export async function readInPasses(
  size: { width: number; height: number },
  look: (pass: Pass) => Promise<Candidate[]>,
  now: () => number = () => performance.now(),
): Promise<BarcodeRead[]> {
  const start = now();
  const seen: { scale: number; candidates: Candidate[] }[] = [];
  for (const pass of passesFor(size.width, size.height)) {
    if (now() - start > PATIENCE) break;
    const candidates = (await look(pass)).map((candidate) => inPicture(candidate, pass.scale));
    seen.push({ scale: pass.scale, candidates });
    const { reads, pending } = settle(seen);
    if (reads.length > 0 && !pending) break;
  }
  return settle(seen).reads.map(({ text, format, bounds }) => ({ text, format, bounds }));
}

function inPicture(candidate: Candidate, scale: number): Candidate {
  const { x, y, width, height } = candidate.bounds;
  return {
    ...candidate,
    bounds: { x: x / scale, y: y / scale, width: width / scale, height: height / scale },
  };
}
