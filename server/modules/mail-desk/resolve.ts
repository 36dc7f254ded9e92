import { bagNumberOf, collectCodeOf, runningNumberOf } from '#contract/mail-codes.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import type { Tx } from '#server/lib/database.ts';
import { showBag } from './bag-repository.ts';
import type { Viewer } from './parcel.ts';
import { renderItems, showItem } from './read-repository.ts';
import { loadRecipient } from './recipient-repository.ts';
import { findCodes, findCollectables, type Found } from './scan-repository.ts';

const UNKNOWN = '{"kind":"unknown"}';

/** A person with all that they may take along, as JSON text. */
async function person(tx: Tx, id: number): Promise<string> {
  const recipient = (await loadRecipient(tx, id)).slice(1, -1);
  return `{"kind":"person","person":${recipient},"items":${await findCollectables(tx, id)}}`;
}

const NOTHING: Found[] = [];

/** What a scanned code names at the desk, the likeliest first. */
export async function namedBy(tx: Tx, scanned: string): Promise<readonly Found[]> {
  const key = trackingKey(scanned);
  if (key === '') return NOTHING;
  return findCodes(tx, {
    key,
    text: scanned.trim(),
    bag: bagNumberOf(scanned),
    running: runningNumberOf(scanned),
    collect: collectCodeOf(scanned),
  });
}

/**
 * What a scanned code is, as JSON text. Where one text could be several things, what is at the desk comes
 * first, then people, stops, and last what was delivered.
 */
export async function resolveCode(tx: Tx, scanned: string): Promise<string> {
  const [found] = await namedBy(tx, scanned);
  switch (found?.kind) {
    case 'item':
      return `{"kind":"item","item":${(await renderItems(tx, [found.id])).get(found.id)!}}`;
    case 'bag':
      return `{"kind":"bag","bag":${(await showBag(tx, 'id', found.id))!}}`;
    case 'collect':
    case 'badge':
      return person(tx, found.id);
    case 'stop':
      return JSON.stringify({ kind: 'stop', stop: { id: found.id, name: found.name } });
    default:
      return UNKNOWN;
  }
}

/**
 * What a scanned code names at the desk, and of it what the caller may know: the first parcels as JSON text, the rest by
 * number. Who is no mail worker sees their own parcels, stops, and whose a badge is.
 */
export async function codesAtDesk(tx: Tx, viewer: Viewer, scanned: string) {
  const found = await namedBy(tx, scanned);
  const seen: (Found & { json?: string })[] = [];
  for (const one of found) {
    // A number may name one thing in two ways.
    if (seen.some(({ kind, id }) => kind === one.kind && id === one.id)) continue;
    if (one.kind === 'item') {
      const json = await showItem(tx, one.id, viewer);
      if (json !== undefined) seen.push({ ...one, json });
    } else if (viewer.desk || one.kind === 'badge' || one.kind === 'stop') seen.push(one);
  }
  return seen;
}
