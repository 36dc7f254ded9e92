import { bagNumberOf, collectCodeOf, runningNumberOf } from '#contract/mail-codes.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import type { Tx } from '#server/lib/database.ts';
import { showBag } from './bag-repository.ts';
import { renderItems } from './read-repository.ts';
import { loadRecipient } from './recipient-repository.ts';
import { findCode, findCollectables } from './scan-repository.ts';

const UNKNOWN = '{"kind":"unknown"}';

/** A person with all that they may take along, as JSON text. */
async function person(tx: Tx, id: number): Promise<string> {
  const recipient = (await loadRecipient(tx, id)).slice(1, -1);
  return `{"kind":"person","person":${recipient},"items":${await findCollectables(tx, id)}}`;
}

/**
 * What a scanned code is, as JSON text. Where one text could be several things, what is at the desk comes
 * first, then people, stops, and last what was delivered.
 */
export async function resolveCode(tx: Tx, scanned: string): Promise<string> {
  const key = trackingKey(scanned);
  if (key === '') return UNKNOWN;
  const found = await findCode(tx, {
    key,
    text: scanned.trim(),
    bag: bagNumberOf(scanned),
    running: runningNumberOf(scanned),
    collect: collectCodeOf(scanned),
  });
  switch (found?.kind) {
    case 'item':
      return `{"kind":"item","item":${(await renderItems(tx, [found.id])).get(found.id)!}}`;
    case 'bag':
      return `{"kind":"bag","bag":${(await showBag(tx, 'id', found.id))!}}`;
    case 'person':
      return person(tx, found.id);
    case 'stop':
      return JSON.stringify({ kind: 'stop', stop: { id: found.id, name: found.name } });
    default:
      return UNKNOWN;
  }
}
