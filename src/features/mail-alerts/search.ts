import { numberIn, textIn } from '#src/lib/address.ts';

/** `write` opens a new note: on the person of this id, or on nobody yet. */
export type AlertSearch = { search?: string; write?: number | 'new' };

const LONGEST = 200;

/** Reads an address that anybody may have written. */
export function readAlertSearch(raw: Record<string, unknown>): AlertSearch {
  const search = textIn(raw.search).slice(0, LONGEST);
  const person = numberIn(raw.write);
  const write = raw.write === 'new' ? 'new' : Number.isSafeInteger(person) && person > 0 ? person : undefined;
  return { ...(search.trim() && { search }), ...(write && { write }) };
}
