import type { Guide, GuideStep } from '#contract/guide.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { bringBack, putAway, readGuide } from './repository.ts';

export { putAway as putGuideAway, readGuide } from './repository.ts';

/** Puts a step, or all of the guide, away or brings it back; what is so already stays so. */
export async function show(tx: WriteTx, what: GuideStep | 'all', away: boolean): Promise<Guide> {
  await (away ? putAway : bringBack)(tx, what);
  return readGuide(tx);
}
