import type { Barcode, BarcodeFormat, Bounds } from './barcodes.ts';

/** What one pass over a picture saw. */
export type Candidate = Barcode & {
  bounds: Bounds;
  /** How many scan lines agree; 0 for symbols with error correction, which need no second opinion. */
  lines: number;
};

const matrix: ReadonlySet<BarcodeFormat> = new Set(['QRCode', 'DataMatrix', 'PDF417', 'Aztec']);
const checked: ReadonlySet<BarcodeFormat> = new Set(['Code128', 'Code93']);
const shortest: Partial<Record<BarcodeFormat, number>> = {
  ITF: 6,
  Codabar: 4,
  Code39: 3,
  Code128: 2,
  Code93: 2,
};

/** Too short a text of a weak symbology is found in any picket fence; nobody prints such codes. */
export const isLongEnough = ({ format, text }: Barcode) => text.length >= (shortest[format] ?? 1);

/**
 * Whether one pass is enough to believe it: error correction, or a checksum over all characters that three
 * scan lines agree on. Symbologies with a single check digit or none never are: under some thousands of
 * blurred, noisy, tilted and cut-off codes every false read was one of theirs.
 */
export const isCertain = ({ format, lines }: Candidate) =>
  matrix.has(format) || (checked.has(format) && lines >= 3);

/** What the passes so far agree on, and whether something is still waiting for a second opinion. */
export type Verdict = { reads: Candidate[]; pending: boolean };

type Tally = {
  candidate: Candidate;
  scales: Set<number>;
  certain: boolean;
  /** Rows of the picture, at its own size, in which it was read; over all passes. */
  rows: number;
};

/**
 * Puts the passes together. An uncertain code counts once it was read at two sizes of the picture: at one
 * size the same unlucky edges give the same wrong digits again. Where two different linear codes claim the
 * same place, only one that twice as much of the picture bears witness to is believed.
 */
export function settle(passes: readonly { scale: number; candidates: readonly Candidate[] }[]): Verdict {
  const tallies = new Map<string, Tally>();
  for (const { scale, candidates } of passes)
    for (const candidate of candidates) {
      const key = `${candidate.format} ${candidate.text}`;
      const tally = tallies.get(key) ?? { candidate, scales: new Set(), certain: false, rows: 0 };
      tally.scales.add(scale);
      tally.rows += candidate.lines / scale;
      tally.certain ||= isCertain(candidate);
      tallies.set(key, tally);
    }
  const all = [...tallies.values()];
  const beaten = (tally: Tally) =>
    all.some((other) => other !== tally && contradicts(other, tally) && other.rows * 2 > tally.rows);
  const believed = all.filter((tally) => (tally.certain || tally.scales.size >= 2) && !beaten(tally));
  return {
    reads: believed.map(({ candidate }) => candidate),
    pending: all.some(
      (tally) => !believed.includes(tally) && !believed.some((winner) => contradicts(winner, tally)),
    ),
  };
}

function contradicts({ candidate: a }: Tally, { candidate: b }: Tally): boolean {
  if (matrix.has(a.format) || matrix.has(b.format)) return false;
  // No thing bears two of these, and one read in two rows may come out as two.
  if (a.format === b.format && (a.format === 'UPCE' || a.format === 'EAN8')) return true;
  if (a.format === 'ITF' && b.format === 'ITF' && isPart(a.text, b.text)) return true;
  const width =
    Math.min(a.bounds.x + a.bounds.width, b.bounds.x + b.bounds.width) - Math.max(a.bounds.x, b.bounds.x);
  const height =
    Math.min(a.bounds.y + a.bounds.height, b.bounds.y + b.bounds.height) - Math.max(a.bounds.y, b.bounds.y);
  const smaller = Math.min(a.bounds.width * a.bounds.height, b.bounds.width * b.bounds.height);
  return width > 0 && height > 0 && width * height > 0.2 * smaller;
}

const isPart = (a: string, b: string) => a.includes(b) || b.includes(a);
