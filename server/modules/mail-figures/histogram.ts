/** Deliveries by how long they took: element b counts those of 1.04^b seconds up to 1.04^(b+1). */
export type Counts = number[];

const GROWTH = 1.04;
/** What a bucket is read as, in ms; no duration in it is further off than 2 %, either way. */
const durationOf = (bucket: number) => Math.round((2000 * GROWTH ** (bucket + 1)) / (GROWTH + 1));

/** Adds the second to the first. */
export function addTo(sums: Counts, counts: Counts): void {
  for (let bucket = 0; bucket < counts.length; bucket += 1)
    sums[bucket] = (sums[bucket] ?? 0) + counts[bucket]!;
}

/**
 * By the nearest rank: the shortest duration within which at least this share was delivered, in ms. undefined
 * when nothing was.
 */
export function percentile(counts: Counts, share: number): number | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  let upTo = 0;
  return durationOf(counts.findIndex((count) => (upTo += count) >= share * all && count > 0));
}
