/**
 * SQL expression: the contract's `attachment` of the stored file that `column` of the table alias `of`
 * refers to, null without one. A scalar sub-select that needs no join around it.
 */
export const attachmentJson = (of: string, column: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT stored.id, stored.file_name AS name, stored.file_name AS "fileName", stored.description,
      '/external/api/rest/v2/files/' || stored.id AS "downloadURL", true AS image,
      stored.id AS "storageId", json_build_object('id', stored.id) AS "storedFile",
      epoch_ms(stored.date_created) AS "dateCreated"
    FROM stored_file stored
    WHERE stored.organisation_id = ${of}.organisation_id AND stored.id = ${of}.${column}
  ) one)`;
