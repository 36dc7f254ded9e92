import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanMemory, GONE_AFTER, SIGHTINGS_NEEDED } from './scan-memory.ts';

const parcel = { text: '1Z999AA10123456784', format: 'Code128', certain: true } as const;
const crate = { text: 'CRATE-7', format: 'QRCode', certain: true } as const;
const shelf = { text: '070429', format: 'ITF', certain: false } as const;
const misread = { text: '0704', format: 'ITF', certain: false } as const;

describe('scan memory', () => {
  it('counts a code once while it stays in view, however long', () => {
    const memory = createScanMemory();
    const scans = Array.from({ length: 600 }, (_, frame) => memory.see([parcel], frame * 33));
    expect(scans.filter(Boolean)).toEqual([{ text: parcel.text, format: parcel.format }]);
  });

  it('forgives gaps in which it could not be read', () => {
    const memory = createScanMemory();
    expect(memory.see([parcel], 0)).toBeDefined();
    expect(memory.see([], 700)).toBeUndefined();
    expect(memory.see([parcel], GONE_AFTER)).toBeUndefined();
    expect(memory.see([parcel], 2 * GONE_AFTER)).toBeUndefined();
  });

  it('counts it anew after it had left the view', () => {
    const memory = createScanMemory();
    expect(memory.see([parcel], 0)).toBeDefined();
    expect(memory.see([parcel], GONE_AFTER + 1)).toBeDefined();
  });

  it('takes the one aimed at, and its neighbour once that is aimed at', () => {
    const memory = createScanMemory();
    expect(memory.see([parcel, crate], 0)?.text).toBe(parcel.text);
    expect(memory.see([parcel, crate], 33)).toBeUndefined();
    expect(memory.see([crate, parcel], 66)?.text).toBe(crate.text);
    expect(memory.see([parcel, crate], 99)).toBeUndefined();
  });

  it('tells the same text in two symbologies apart', () => {
    const memory = createScanMemory();
    expect(memory.see([{ ...parcel, text: '7' }], 0)?.format).toBe('Code128');
    expect(memory.see([{ ...crate, text: '7' }], 33)?.format).toBe('QRCode');
  });

  it('waits for several frames before it believes a weak symbology', () => {
    const memory = createScanMemory();
    const scans = Array.from({ length: SIGHTINGS_NEEDED }, (_, frame) => memory.see([shelf], frame * 33));
    expect(scans.map((scan) => scan?.text)).toEqual([undefined, undefined, shelf.text]);
  });

  it('starts over where two readings of a weak symbology alternate', () => {
    const memory = createScanMemory();
    const frames = Array.from({ length: 40 }, (_, frame) => (frame % 2 ? shelf : misread));
    expect(frames.map((sighting, at) => memory.see([sighting], at * 33)).filter(Boolean)).toEqual([]);
  });

  it('never counts the same text twice within the time it takes to leave', () => {
    const film = fc.array(
      fc.record({
        wait: fc.integer({ min: 1, max: 2500 }),
        shown: fc.subarray([parcel, crate, shelf, misread]),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(film, (frames) => {
        const memory = createScanMemory();
        const countedAt = new Map<string, number>();
        let now = 0;
        for (const { wait, shown } of frames) {
          now += wait;
          const scan = memory.see(shown, now);
          if (!scan) continue;
          expect(scan.text).toBe(shown[0]?.text);
          expect(now - (countedAt.get(scan.text) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(GONE_AFTER);
          countedAt.set(scan.text, now);
        }
      }),
    );
  });
});
