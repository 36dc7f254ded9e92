import { notFound } from '#server/lib/app-error.ts';
import { demand, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { crew, viewerOf, worksAt } from './crew.ts';
import { noteLetters } from './letter-repository.ts';
import { reckonDue } from './promise.ts';
import { renderRequests } from './read-repository.ts';
import type { NewEvent, Request } from './request.ts';
import { addEvents, loadRequests } from './write-repository.ts';

/** A request in a center where the caller works. @throws 404, 403 */
export async function workOf(tx: Tx, caller: Caller, id: number): Promise<Request> {
  const [request] = await loadRequests(tx, [id]);
  if (!request) throw notFound();
  demand(caller, 'maintenance', crew, request.center);
  return request;
}

/** A request that the caller sees: their own, or one of a center where they work. @throws 404 */
export async function seenBy(tx: Tx, caller: Caller, id: number): Promise<Request> {
  const [request] = await loadRequests(tx, [id]);
  if (!request || !(request.requester === caller.id || worksAt(viewerOf(caller), request.center)))
    throw notFound();
  return request;
}

/**
 * Everything that follows a change: the lines of the log, what is promised by them, letters to those whom it concerns,
 * and the word to every open dashboard.
 * @param caller none: the server by itself
 */
export async function record(
  tx: WriteTx,
  caller: Pick<Caller, 'id'> | undefined,
  requests: readonly Pick<Request, 'id' | 'requester' | 'operators'>[],
  events: NewEvent[],
): Promise<void> {
  const ids = await addEvents(tx, caller?.id ?? null, events);
  const changed = requests.map(({ id }) => id);
  if (events.length > 0) {
    await reckonDue(tx, changed);
    await noteLetters(tx, caller?.id ?? null, ids);
  }
  const users = requests.flatMap(({ requester, operators }) => [
    requester,
    ...operators.map(({ user }) => user),
  ]);
  await announce(tx, {
    topic: 'service',
    ids: changed,
    ...(caller && { by: caller.id }),
    users: [...new Set(users)],
  });
}

/** A request as the caller may see it, as JSON text. */
export const answer = async (tx: WriteTx, caller: Caller, id: number): Promise<string> =>
  (await renderRequests(tx, [id], viewerOf(caller))).get(id)!;
