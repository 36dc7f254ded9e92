import type { Tx } from '#server/lib/database.ts';

/** Whether the file is a signature or photograph of a parcel to, from or collected by this person. */
export async function isOfOwnParcel(tx: Tx, file: number, person: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM mail_status s
     JOIN mail_item m ON m.organisation_id = s.organisation_id AND m.id = s.mail_item_id
     WHERE s.organisation_id = current_organisation() AND (s.signature_id = $1 OR s.photograph_id = $1)
       AND $2 IN (m.to_user_id, m.deliver_to_id, m.from_user_id, s.collected_by) AND m.deleted_at IS NULL
     LIMIT 1`,
    [file, person],
  );
  return rows.length > 0;
}
