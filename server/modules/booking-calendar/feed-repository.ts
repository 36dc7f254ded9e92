import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import type { FeedOf } from './event-repository.ts';

export type Feed = {
  id: number;
  user: number | null;
  room: { id: number; name: string } | null;
  created: number;
  updated: number;
};
const columns = `f.id, f.user_id AS "user", epoch_ms(f.date_created) AS created, epoch_ms(f.date_updated) AS updated,
  (SELECT json_build_object('id', room.id, 'name', room.name) FROM room
   WHERE room.organisation_id = f.organisation_id AND room.id = f.room_id) AS room`;

/** The person's own link, and those of spaces when they manage these. */
export const listFeeds = (tx: Tx, person: number, manages: boolean): Promise<Feed[]> =>
  tx.query(
    `SELECT ${columns} FROM calendar_feed f
     WHERE f.organisation_id = current_organisation() AND (f.user_id = $1 OR ($2 AND f.room_id IS NOT NULL)) ORDER BY f.id`,
    [person, manages],
  );

/** Nothing when there is one already. */
export async function insertFeed(
  tx: WriteTx,
  { person, room }: FeedOf,
  { by, hash }: { by: number; hash: Buffer },
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO calendar_feed (organisation_id, user_id, room_id, token_hash, created_by, date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING RETURNING id`,
    [person, room, hash, by, tx.stamp],
  );
  return row?.id;
}

export const renewFeed = (tx: WriteTx, id: number, hash: Buffer) =>
  tx.query(
    `UPDATE calendar_feed SET token_hash = $2, date_updated = $3
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, hash, tx.stamp],
  );

export const deleteFeed = (tx: WriteTx, id: number) =>
  tx.query('DELETE FROM calendar_feed WHERE organisation_id = current_organisation() AND id = $1', [id]);

export async function roomExists(tx: Tx, id: number): Promise<boolean> {
  const found = await tx.query(
    'SELECT FROM room WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL',
    [id],
  );
  return found.length > 0;
}

/** Whose bookings the link opens, and of which organisation. */
export async function findFeed(db: Database, hash: Buffer) {
  const [row] = await db.named<FeedOf & { organisation: number }>(
    'calendar-feed',
    'SELECT * FROM find_calendar_feed($1)',
    [hash],
  );
  return row;
}
