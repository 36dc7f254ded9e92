import type { Tx } from '#server/lib/database.ts';

const recipientsOf = (hits: string) => `
SELECT coalesce(json_strip_nulls(json_agg(recipient.json ORDER BY recipient.place)), '[]')::text AS json
FROM (
  SELECT hit.place, row_to_json((SELECT person FROM (SELECT
    u.id, u.name, u.first_name AS "firstName", u.last_name AS "lastName", u.user_name AS "userName", u.email,
    (SELECT row_to_json(one) FROM (
      SELECT t.id, t.name FROM user_type t WHERE t.organisation_id = u.organisation_id AND t.id = u.user_type_id
    ) one) AS "userType", u.employee_id AS "employeeId", u.department, u.color,
    (SELECT row_to_json(one) FROM (SELECT stop.id, stop.name) one WHERE stop.id IS NOT NULL) AS "mailStop",
    (SELECT row_to_json(one) FROM (
      SELECT r.id, r.name, f.name AS floor, b.name AS building
      FROM floor f JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
      WHERE f.organisation_id = r.organisation_id AND f.id = r.floor_id
    ) one) AS room,
    ARRAY(SELECT a.notes FROM mail_alert a
      WHERE a.organisation_id = u.organisation_id AND a.user_id = u.id AND a.deleted_at IS NULL
      ORDER BY a.id) AS alerts,
    nullif(EXISTS (SELECT FROM mail_alert a
      WHERE a.organisation_id = u.organisation_id AND a.user_id = u.id AND a.deleted_at IS NULL
        AND a.multiple_alerts), false) AS "alertEachTime",
    (SELECT count(*) FROM mail_item m
      WHERE m.organisation_id = u.organisation_id AND (m.to_user_id = u.id OR m.deliver_to_id = u.id)
        AND m.current_queue <> 'OUT' AND m.deleted_at IS NULL) AS "openItems"
  ) person)) AS json
  FROM ${hits} hit
  JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = hit.id
  LEFT JOIN room r ON r.organisation_id = current_organisation() AND r.id = u.room_id AND r.deleted_at IS NULL
  LEFT JOIN mail_stop own ON own.organisation_id = current_organisation() AND own.id = u.mail_stop_id AND own.deleted_at IS NULL
  LEFT JOIN mail_stop stop ON stop.organisation_id = current_organisation() AND stop.id = coalesce(own.id, r.mail_stop_id)
    AND stop.deleted_at IS NULL
) recipient`;

/** People whom every word of the search hits somewhere, best first: a JSON array of the contract's recipients. */
export async function findRecipients(tx: Tx, search: string, limit: number): Promise<string> {
  const sql = recipientsOf('find_recipients($1, $2)');
  const [row] = await tx.named<{ json: string }>('mail-recipients', sql, [search, limit]);
  return row!.json;
}

/** People whose names look like the words on a label, best first: a JSON array of recipients. */
export async function suggestRecipients(tx: Tx, label: string, limit: number): Promise<string> {
  const sql = recipientsOf('suggest_recipients($1, $2)');
  const [row] = await tx.named<{ json: string }>('mail-suggestions', sql, [label, limit]);
  return row!.json;
}

/** One person as a JSON array of one recipient. */
export async function loadRecipient(tx: Tx, user: number): Promise<string> {
  const sql = recipientsOf('(SELECT $1::bigint AS id, 1 AS place)');
  const [row] = await tx.named<{ json: string }>('mail-recipient', sql, [user]);
  return row!.json;
}

/** A person of the directory as one line of an address, or undefined. */
export async function personLine(tx: Tx, user: number): Promise<string | undefined> {
  const [row] = await tx.query<{ line: string }>(
    `SELECT name || ', ' || email AS line FROM app_user
     WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL`,
    [user],
  );
  return row?.line;
}
