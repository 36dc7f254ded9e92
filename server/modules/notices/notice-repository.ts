import type { z } from 'zod';
import type { appNoticeQuery } from '#contract/notices.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

type Query = Pick<z.output<typeof appNoticeQuery>, 'unread'>;
const json = `json_strip_nulls(json_build_object('id', n.id, 'kind', n.kind, 'what', n.what, 'topic', n.topic,
  'recordId', n.record_id, 'facts', n.facts, 'dateCreated', epoch_ms(n.created_at), 'readAt', epoch_ms(n.read_at)))`;
const own = 'n.organisation_id = current_organisation() AND n.user_id = $1 AND n.shown';
const which = ({ unread }: Query) =>
  unread === undefined ? own : `${own} AND n.read_at IS ${unread ? '' : 'NOT '}NULL`;

/** A page of the person's notices as a JSON array, the newest first. */
export async function listNotices(
  tx: Tx,
  person: number,
  { limit, startAt, ...query }: z.output<typeof appNoticeQuery>,
): Promise<string> {
  const rows = await tx.query<{ json: string }>(
    `SELECT ${json}::text AS json FROM app_notice n WHERE ${which(query)} ORDER BY n.id DESC LIMIT $2 OFFSET $3`,
    [person, limit, startAt],
  );
  return `[${rows.map((row) => row.json).join(',')}]`;
}

export async function countNotices(tx: Tx, person: number, query: Query): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM app_notice n WHERE ${which(query)}`,
    [person],
  );
  return row!.count;
}

/** Answers the notice as JSON text; undefined when the person has none such. */
export async function markOne(
  tx: WriteTx,
  person: number,
  { id, read }: { id: number; read: boolean },
): Promise<string | undefined> {
  const [row] = await tx.query<{ json: string }>(
    `UPDATE app_notice n SET read_at = CASE WHEN $3 THEN coalesce(n.read_at, $4::timestamptz) END
     WHERE ${own} AND n.id = $2 RETURNING ${json}::text AS json`,
    [person, id, read, tx.stamp],
  );
  return row?.json;
}

/** Marks everything up to and with the id; answers how many had not been read. */
export async function markAll(tx: WriteTx, person: number, upTo: number): Promise<number> {
  const read = await tx.query(
    `UPDATE app_notice n SET read_at = $3 WHERE ${own} AND n.read_at IS NULL AND n.id <= $2 RETURNING n.id`,
    [person, upTo, tx.stamp],
  );
  return read.length;
}

/** What was read at exactly this moment is unread again; answers how many. */
export async function unmarkAll(tx: WriteTx, person: number, readAt: number): Promise<number> {
  const unread = await tx.query(
    `UPDATE app_notice n SET read_at = NULL WHERE ${own} AND n.read_at = $2 RETURNING n.id`,
    [person, new Date(readAt)],
  );
  return unread.length;
}

/** Puts a notice away for good; its row stays, so that the same is not told again. Answers whether there was one. */
export async function putAway(tx: WriteTx, person: number, id: number): Promise<boolean> {
  const gone = await tx.query(
    `UPDATE app_notice n SET shown = false, read_at = coalesce(n.read_at, $3::timestamptz), digest_due = NULL
     WHERE ${own} AND n.id = $2 RETURNING n.id`,
    [person, id, tx.stamp],
  );
  return gone.length > 0;
}
