import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { renderRequests, sees } from './read-repository.ts';
import type { NewEvent, Request } from './request.ts';
import { allowed, viewerOf } from './rights.ts';
import { addEvents, loadRequest } from './write-repository.ts';

/** A request that the caller sees. @throws 404 */
export async function seenBy(tx: Tx, caller: Caller, id: number): Promise<Request> {
  if (!(await sees(tx, id, viewerOf(caller)))) throw notFound();
  const request = await loadRequest(tx, id, caller.id);
  if (!request) throw notFound();
  return request;
}

/**
 * The lines of the log of one request, and the word to every open dashboard of those who see it.
 * @param by none: the server by itself
 */
export async function record(
  tx: WriteTx,
  by: Pick<Caller, 'id'> | undefined,
  id: number,
  events: readonly Omit<NewEvent, 'request'>[],
): Promise<void> {
  await addEvents(
    tx,
    by?.id ?? null,
    events.map((event) => ({ ...event, request: id })),
  );
  // Not joined: joined, every item went through all people where nothing was known yet of how many there are.
  const concerned = await tx.query<{ id: number }>(
    `WITH moving AS MATERIALIZED (
       SELECT array_agg(user_id) AS ids FROM move_item WHERE organisation_id = current_organisation() AND move_request_id = $1
     )
     SELECT requester_id AS id FROM move_request WHERE organisation_id = current_organisation() AND id = $1
     UNION SELECT unnest(ARRAY[u.id, u.manager_id]) FROM app_user u
     WHERE u.organisation_id = current_organisation() AND u.id = ANY((SELECT ids FROM moving)::bigint[])`,
    [id],
  );
  const users = concerned.flatMap((one) => one.id ?? []);
  await announce(tx, { topic: 'moves', ids: [id], ...(by && { by: by.id }), users });
}

/** One request as JSON text, with what the caller may do with it. */
export async function answer(tx: Tx, caller: Caller, id: number): Promise<string> {
  const json = (await renderRequests(tx, [id], viewerOf(caller))).get(id);
  const request = await loadRequest(tx, id, caller.id);
  if (!json || !request) throw notFound();
  return `${json.slice(0, -1)},"allowed":${JSON.stringify(allowed(caller, request))}}`;
}
