import type { Tx } from '#server/lib/database.ts';

/** Who did something and when, in words: by the organisation's clock. */
export type Trace = { by: string; at: string };

const WHEN = (column: string) => `to_char(${column} AT TIME ZONE o.time_zone, 'FMDD FMMonth YYYY, HH24:MI')`;

export async function deliveryOf(tx: Tx, item: number): Promise<Trace | undefined> {
  const [trace] = await tx.query<Trace>(
    `SELECT u.name AS by, ${WHEN('s.date_created')} AS at
     FROM mail_status s
     JOIN app_user u ON u.organisation_id = s.organisation_id AND u.id = s.entered_by
     JOIN organisation o ON o.id = s.organisation_id
     WHERE s.mail_item_id = $1 AND s.code = 'out' ORDER BY s.id DESC LIMIT 1`,
    [item],
  );
  return trace;
}

/** The last change of any kind. */
export async function lastChangeOf(tx: Tx, item: number): Promise<Trace | undefined> {
  const [trace] = await tx.query<Trace>(
    `SELECT u.name AS by, ${WHEN('i.date_updated')} AS at
     FROM mail_item i
     JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.updated_by
     JOIN organisation o ON o.id = i.organisation_id
     WHERE i.id = $1`,
    [item],
  );
  return trace;
}
