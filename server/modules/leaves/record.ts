import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { queueLetters } from './letter-repository.ts';
import { findLeave, renderLeave, type Found } from './read-repository.ts';
import { addEvent, type NewEvent } from './write-repository.ts';

/** @throws 404, for one that the caller may not see too */
export async function seenBy(tx: Tx, caller: Caller, id: number): Promise<Found> {
  const found = await findLeave(tx, id, caller);
  if (!found) throw notFound();
  return found;
}

/** A line of the history, the letters about it, and the word to every open dashboard. */
export async function record(tx: WriteTx, leave: number, event: NewEvent): Promise<void> {
  const id = await addEvent(tx, leave, event);
  await queueLetters(tx, leave, id, event.kind);
  await announce(tx, { topic: 'leaves', ids: [leave], ...(event.by !== null && { by: event.by }) });
}

/** The leave as JSON text. @throws 404 */
export async function answer(tx: Tx, caller: Caller, id: number): Promise<string> {
  const json = await renderLeave(tx, id, caller);
  if (!json) throw notFound();
  return json;
}
