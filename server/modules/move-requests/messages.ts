import type { MoveMessage } from '#contract/moves-work.ts';
import { AppError, forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { mayWork } from './rights.ts';
import { record, seenBy } from './tell.ts';

/** How many would be written to: the trigger on move_event finds the same people (0071-move-messages.sql). */
async function countReaders(tx: Tx, request: number, { to }: MoveMessage, by: number): Promise<number> {
  const [row] = await tx.query<{ people: number }>(
    `WITH reader AS MATERIALIZED (
       SELECT requester_id AS id FROM move_request
       WHERE organisation_id = current_organisation() AND id = $1 AND $2 <> 'movees'
       UNION SELECT i.user_id FROM move_item i JOIN move_request_type k
         ON k.organisation_id = i.organisation_id AND k.id = i.move_request_type_id
       WHERE i.organisation_id = current_organisation() AND i.move_request_id = $1 AND $2 <> 'requester'
         AND k.type_code <> 'terminate'
     )
     SELECT count(*) AS people FROM app_user u WHERE u.organisation_id = current_organisation()
       AND u.id = ANY(ARRAY(SELECT id FROM reader)) AND u.deleted_at IS NULL AND u.id <> $3`,
    [request, to, by],
  );
  return row!.people;
}

/**
 * Writes to those who asked for a move or are part of it. Who leaves by it is told by people, not by this. Answers as
 * JSON text how many get it.
 * @throws 403, 404, 409 when nobody would get it
 */
export async function sendMessage(
  tx: WriteTx,
  caller: Caller,
  id: number,
  message: MoveMessage,
): Promise<string> {
  const request = await seenBy(tx, caller, id);
  if (!mayWork(caller, request))
    throw forbidden('Those who decide on this move or work on it can write to its people. You can comment.');
  const people = await countReaders(tx, id, message, caller.id);
  if (people === 0)
    throw new AppError(
      409,
      'move.nobody',
      'Nobody but you would get this message. Choose other readers, or add a comment.',
      { field: 'to' },
    );
  const note = message.text.trim();
  await record(tx, caller, id, [{ kind: 'message', note, audience: message.to }]);
  return JSON.stringify({ people });
}
