import { describe, expect, it } from 'vitest';
import { canvasFor, passesFor, readInPasses } from './barcode-passes.ts';
import { type Candidate, isLongEnough, settle } from './barcode-trust.ts';

const place = { x: 10, y: 100, width: 200, height: 40 };
const elsewhere = { ...place, y: 300 };
const seen = (format: Candidate['format'], text: string, lines = 20, bounds = place): Candidate => ({
  format,
  text,
  lines,
  bounds,
});
const texts = (...passes: [scale: number, ...candidates: Candidate[]][]) =>
  settle(passes.map(([scale, ...candidates]) => ({ scale, candidates }))).reads.map(({ text }) => text);

describe('what is believed', () => {
  it('believes error correction and a strong checksum at once', () => {
    expect(texts([1, seen('QRCode', 'a', 0)])).toEqual(['a']);
    expect(texts([1, seen('Code128', 'b', 3)])).toEqual(['b']);
    expect(texts([1, seen('Code128', 'b', 2)])).toEqual([]);
  });

  it('wants a weak symbology twice, at two sizes', () => {
    for (const format of ['ITF', 'Codabar', 'Code39', 'EAN13', 'UPCE'] as const) {
      expect(texts([1, seen(format, '070429')])).toEqual([]);
      expect(texts([1, seen(format, '070429')], [1, seen(format, '070429')])).toEqual([]);
      expect(texts([1, seen(format, '070429')], [1.5, seen(format, '070429')])).toEqual(['070429']);
    }
  });

  it('believes neither of two readings of one place that about as many rows speak for', () => {
    const both = [seen('Code39', 'A1B', 20), seen('Code39', 'A18', 12)];
    expect(texts([1, ...both], [1.5, ...both])).toEqual([]);
  });

  it('believes the reading that far more rows speak for', () => {
    const both = [seen('Code39', 'A1B', 60), seen('Code39', 'A18', 5)];
    expect(texts([1, ...both], [1.5, ...both])).toEqual(['A1B']);
  });

  it('keeps two codes of one symbology in two places', () => {
    const both = [seen('Code39', 'A1B'), seen('Code39', 'A18', 20, elsewhere)];
    expect(texts([1, ...both], [1.5, ...both])).toEqual(['A1B', 'A18']);
  });

  it('holds a part of an ITF code for a misreading wherever it lies', () => {
    const both = [seen('ITF', '12345678', 60), seen('ITF', '345678', 5, elsewhere)];
    expect(texts([1, ...both], [1.5, ...both])).toEqual(['12345678']);
  });

  it('leaves out texts too short for their symbology', () => {
    expect(isLongEnough({ format: 'ITF', text: '1234' })).toBe(false);
    expect(isLongEnough({ format: 'QRCode', text: '7' })).toBe(true);
  });
});

describe('looking in passes', () => {
  const size = { width: 800, height: 600 };
  const look = (answers: Candidate[][]) => {
    const scales: number[] = [];
    const reads = readInPasses(size, async ({ scale }) => {
      scales.push(scale);
      return answers[scales.length - 1] ?? [];
    });
    return reads.then((found) => ({ found, scales }));
  };

  it('stops at the first look that leaves no doubt', async () => {
    const { found, scales } = await look([[seen('Code128', 'ABC')]]);
    expect(found).toEqual([{ text: 'ABC', format: 'Code128', bounds: place }]);
    expect(scales).toEqual([1]);
  });

  it('looks again for what is in doubt, and gives bounds in pixels of the picture', async () => {
    const smaller = { x: 8, y: 80, width: 160, height: 32 };
    const { found, scales } = await look([[], [seen('ITF', '070429', 20, smaller)], [seen('ITF', '070429')]]);
    expect(found).toEqual([{ text: '070429', format: 'ITF', bounds: place }]);
    expect(scales).toHaveLength(3);
  });

  it('takes every look at a picture without a code, and none after its time is up', async () => {
    const { found, scales } = await look([]);
    expect(found).toEqual([]);
    expect(scales.length).toBe(passesFor(size).length);
    const times = [0, 0, 5000, 7000];
    let looks = 0;
    await readInPasses(
      size,
      async () => {
        looks += 1;
        return [];
      },
      () => times.shift() ?? 9000,
    );
    expect(looks).toBe(2);
  });

  it('turns bounds found in a tilted look back upright', async () => {
    const reads = await readInPasses({ width: 400, height: 300 }, async ({ scale, tilt }) => {
      if (tilt !== 30) return [];
      // The middle of the picture stays the middle of whatever it is turned into.
      const canvas = canvasFor({ width: 400, height: 300 }, { scale, tilt });
      const middle = { x: canvas.width / 2 - 5, y: canvas.height / 2 - 5, width: 10, height: 10 };
      return [seen('Code128', 'tilted', 20, middle)];
    });
    const { x, y, width, height } = reads[0]!.bounds!;
    expect([x + width / 2, y + height / 2].map((at) => Math.round(at / 2) * 2)).toEqual([200, 150]);
    expect(width).toBeLessThan(16);
    expect(height).toBeLessThan(16);
  });

  it('never looks at more than seven million pixels of a large photograph', async () => {
    const pixels: number[] = [];
    await readInPasses({ width: 8000, height: 6000 }, async ({ scale }) => {
      pixels.push(8000 * scale * 6000 * scale);
      return [];
    });
    expect(Math.max(...pixels)).toBeLessThan(7e6);
    expect(pixels[0]).toBeLessThan(2e6);
  });
});
