import type { Barcode } from './barcodes.ts';

type Sighting = Barcode & { certain: boolean };
type Known = { seenAt: number; times: number; counted: boolean };

/** In ms. A code not seen for so long has left the view, and counts anew when it is shown again. */
export const GONE_AFTER = 1500;
/** Frames in which a code without a strong checksum has to be read the same. */
export const SIGHTINGS_NEEDED = 3;

export type ScanMemory = {
  /**
   * Takes what one frame shows, the one aimed at first, and gives the code that counts as a scan now, if any.
   * `now` is in ms.
   */
  see: (sightings: readonly Sighting[], now: number) => Barcode | undefined;
};

/** Turns a film of codes, thirty frames a second, into scans: each code once for as long as it stays in view. */
export function createScanMemory(): ScanMemory {
  const known = new Map<string, Known>();
  return {
    see(sightings, now) {
      for (const [key, { seenAt }] of known) if (now - seenAt > GONE_AFTER) known.delete(key);
      for (const sighting of sightings) {
        const key = keyOf(sighting);
        const entry = known.get(key) ?? { seenAt: now, times: 0, counted: false };
        known.set(key, { ...entry, seenAt: now, times: entry.times + 1 });
        if (!sighting.certain) doubt(key, sighting);
      }
      const aimedAt = sightings[0];
      const entry = aimedAt && known.get(keyOf(aimedAt));
      if (!entry || entry.counted || !(aimedAt.certain || entry.times >= SIGHTINGS_NEEDED)) return undefined;
      known.set(keyOf(aimedAt), { ...entry, counted: true });
      return { text: aimedAt.text, format: aimedAt.format };
    },
  };

  /** Two texts of one weak symbology in turn are misreadings of each other as a rule: both start over. */
  function doubt(key: string, { format }: Sighting): void {
    for (const [other, entry] of known)
      if (other !== key && other.startsWith(`${format} `) && !entry.counted)
        known.set(other, { ...entry, times: 0 });
  }
}

const keyOf = ({ format, text }: Barcode) => `${format} ${text}`;
