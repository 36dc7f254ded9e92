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

/**
 * Whether the file is a picture or signature of a service request that this person asked for, or that belongs to one
 * of these centers; undefined: to any.
 */
export async function isOfServiceRequest(
  tx: Tx,
  file: number,
  person: number,
  centers: number[] | undefined,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM service_request r
     WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL
       AND (r.signature_id = $1 OR r.id IN (SELECT a.service_request_id FROM service_attachment a
         WHERE a.organisation_id = r.organisation_id AND a.file_id = $1))
       AND ($3::bigint[] IS NULL OR r.requester_id = $2 OR r.center_id = ANY($3::bigint[]))
     LIMIT 1`,
    [file, person, centers ?? null],
  );
  return rows.length > 0;
}

/**
 * Whether this person may see a picture that asset people took. Those of the register are everybody's, as the register
 * is; a label that nobody knows and what somebody said of what they hold concern those people alone.
 * @param worker works in an asset center
 */
export async function isOfAsset(tx: Tx, file: number, person: number, worker: boolean): Promise<boolean> {
  const rows = await tx.query(
    `SELECT WHERE EXISTS (SELECT FROM asset_image i WHERE i.organisation_id = current_organisation() AND i.file_id = $1)
       OR EXISTS (SELECT FROM asset_ask a
         WHERE a.organisation_id = current_organisation() AND a.photograph_id = $1 AND ($3 OR a.user_id = $2))
       OR EXISTS (SELECT FROM asset_unknown_tag t
         WHERE t.organisation_id = current_organisation() AND t.photograph_id = $1
           AND ($3 OR t.last_by = $2 OR EXISTS (SELECT FROM asset_audit_person p
             WHERE p.organisation_id = t.organisation_id AND p.audit_id = t.audit_id AND p.user_id = $2)))`,
    [file, person, worker],
  );
  return rows.length > 0;
}
