import type { Database, WriteTx } from '#server/lib/database.ts';
import { ruleOf } from './reservation-json.ts';
import { tell } from './tell.ts';
import { setState } from './write-repository.ts';

/** Gives free what its rule releases because nobody has come; answers how many. */
export async function releaseNoShowsOf(tx: WriteTx): Promise<number> {
  const due = await tx.query<{ id: number }>(
    `SELECT r.id FROM reservation r
     JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
     JOIN LATERAL ${ruleOf('room')} rule ON true
     WHERE r.organisation_id = current_organisation() AND r.state = 'booked' AND r.deleted_at IS NULL AND r.ends > $1
       AND r.starts BETWEEN $1::timestamptz - interval '3 days' AND $1
       AND r.starts + make_interval(mins => rule.release_minutes) <= $1
     ORDER BY r.id FOR UPDATE OF r`,
    [tx.stamp],
  );
  const ids = due.map(({ id }) => id);
  if (ids.length > 0) await setState(tx, null, ids, { state: 'released' });
  await tell(tx, undefined, ids);
  return ids.length;
}

/** `releaseNoShowsOf` for every organisation that has something due. For the clock: call it as often as it likes. */
export async function releaseNoShows(db: Database): Promise<number> {
  const due = await db.query<{ id: number }>('SELECT organisations_with_no_shows() AS id');
  let count = 0;
  for (const { id } of due) count += await db.write(id, releaseNoShowsOf);
  return count;
}
