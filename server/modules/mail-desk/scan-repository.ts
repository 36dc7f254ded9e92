import type { Tx, WriteTx } from '#server/lib/database.ts';
import { renderItems } from './read-repository.ts';

type Codes = {
  key: string;
  text: string;
  bag: number | undefined;
  running: number | undefined;
  collect: string | undefined;
};
export type Found = { kind: 'item' | 'bag' | 'collect' | 'badge' | 'stop'; id: number; name: string | null };
/** A code that names more than so many things names none of them. */
const MOST = 10;

/** What the code names, in the order in which it is meant. */
export const findCodes = (tx: Tx, { key, text, bag, running, collect }: Codes) =>
  tx.named<Found>(
    'mail-resolve',
    `SELECT kind, id, name FROM (
       SELECT 1 AS rank, 'item' AS kind, id, NULL AS name FROM mail_item
         WHERE tracking_key = $1 AND current_queue <> 'OUT' AND deleted_at IS NULL
       UNION ALL SELECT 2, 'bag', id, number::text FROM mail_bag WHERE number = $3
       UNION ALL SELECT 3, 'collect', c.user_id, NULL FROM collect_code c
         JOIN app_user u ON u.organisation_id = c.organisation_id AND u.id = c.user_id AND u.deleted_at IS NULL
         WHERE c.code = $5
       UNION ALL SELECT 4, 'item', id, NULL FROM mail_item WHERE running_number = $4 AND deleted_at IS NULL
       UNION ALL SELECT 5, 'badge', u.id, NULL FROM find_badge($2) AS badge JOIN app_user u
         ON u.organisation_id = current_organisation() AND u.id = badge
       UNION ALL SELECT 6, 'stop', id, name FROM mail_stop WHERE fold(name) = fold($2) AND deleted_at IS NULL
       UNION ALL SELECT 7, 'item', max(id), NULL FROM mail_item
         WHERE tracking_key = $1 AND current_queue = 'OUT' AND deleted_at IS NULL HAVING max(id) IS NOT NULL
     ) found ORDER BY rank, id LIMIT ${MOST}`,
    [key, text, bag, running, collect],
  );

/** Everything open for a person, for those who named them as their delegate, and for those on leave in whose stead they are: a JSON array of parcels. */
export async function findCollectables(tx: Tx, user: number): Promise<string> {
  const rows = await tx.query<{ id: number }>(
    `WITH whose AS MATERIALIZED (
       SELECT $1::bigint AS id
       UNION SELECT p.user_id FROM mail_preference p WHERE p.delegate_id = $1
       UNION SELECT acts_for($1, organisation_day())
     )
     SELECT i.id FROM mail_item i
     WHERE (i.to_user_id = ANY(ARRAY(SELECT id FROM whose)) OR i.deliver_to_id = ANY(ARRAY(SELECT id FROM whose)))
       AND i.current_queue <> 'OUT' AND i.deleted_at IS NULL
     ORDER BY i.id`,
    [user],
  );
  const items = await renderItems(
    tx,
    rows.map(({ id }) => id),
  );
  return `[${rows.map(({ id }) => items.get(id)!).join(',')}]`;
}

export async function loadCollectCode(tx: Tx, user: number): Promise<string | undefined> {
  const sql = 'SELECT code FROM collect_code WHERE user_id = $1';
  const [row] = await tx.query<{ code: string }>(sql, [user]);
  return row?.code;
}

/** Replaces the person's code. */
export const saveCollectCode = (tx: WriteTx, user: number, code: string) =>
  tx.query(
    `INSERT INTO collect_code (organisation_id, user_id, code) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id, user_id) DO UPDATE SET code = excluded.code`,
    [tx.organisation, user, code],
  );
