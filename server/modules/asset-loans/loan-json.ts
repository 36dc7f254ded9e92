import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';

const object = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
/** SQL: id and name of what a column refers to, null where it refers to nothing. */
export const namedJson = (table: string, of: string, column: string, condition = '') => `(
  SELECT ${object('target.id, target.name')} FROM ${table} target
  WHERE target.organisation_id = ${of}.organisation_id AND target.id = ${of}.${column} ${condition})`;

/** SQL: how an asset is called, by the alias of its row. */
export const assetName = (
  a: string,
) => `coalesce(nullif(${a}.given_name, ''), (SELECT product.name FROM asset_model product
  WHERE product.organisation_id = ${a}.organisation_id AND product.id = ${a}.asset_model_id))`;

/** SQL: the columns of the contract's `lentAsset` of the row behind the alias; the whole is to be stripped of nulls. */
export const assetColumns = (a: string) => `${a}.id, ${assetName(a)} AS name,
  ${namedJson('asset_model', a, 'asset_model_id')} AS model,
  (SELECT ${object('sort.id, sort.name')} FROM asset_model product JOIN asset_type sort
     ON sort.organisation_id = product.organisation_id AND sort.id = product.asset_type_id
   WHERE product.organisation_id = ${a}.organisation_id AND product.id = ${a}.asset_model_id) AS type,
  nullif(${a}.local_uid, '') AS "localUID", nullif(${a}.serial_number, '') AS "serialNumber", ${a}.condition, ${a}.lendable,
  ${a}.deleted_at IS NOT NULL AS removed,
  (SELECT ${attachmentJson('picture', 'file_id')} FROM asset_image picture
   WHERE picture.organisation_id = ${a}.organisation_id AND picture.asset_id = ${a}.id
   ORDER BY picture.date_created, picture.file_id LIMIT 1) AS image`;

/** SQL: the contract's `lentAsset` that the alias refers to. */
export const assetJson = (of: string) => `(SELECT ${object(assetColumns('thing'))} FROM asset thing
  WHERE thing.organisation_id = ${of}.organisation_id AND thing.id = ${of}.asset_id)`;

/** SQL: out and past due. */
export const overdue = (l: string) => `(${l}.state = 'out' AND ${l}.due <= now())`;

/** SQL: the contract's `assetLoan` of the row behind the alias. */
export const loanJson = (l: string) =>
  `json_strip_nulls(${object(`${l}.id, ${assetJson(l)} AS asset,
  ${userShort(l, 'user_id')} AS "user", ${namedJson('center', l, 'center_id')} AS center, ${l}.state,
  epoch_ms(${l}.starts) AS "startDate", epoch_ms(${l}.due) AS "dueDate", ${overdue(l)} AS overdue, ${l}.notes,
  epoch_ms(${l}.lent_at) AS "lentAt", ${userShort(l, 'lent_by')} AS "lentBy",
  ${object(`${namedJson('room', l, 'home_room_id')} AS room, ${namedJson('app_user', l, 'home_owner_id')} AS owner`)} AS home,
  epoch_ms(${l}.returned_at) AS "returnedAt", ${userShort(l, 'returned_by')} AS "returnedBy",
  ${l}.return_notes AS "returnNotes", ${l}.return_condition AS "returnCondition",
  ${l}.cancellation_reason AS "cancellationReason", ${l}.flag,
  CASE WHEN ${l}.state = 'reserved' THEN (
    SELECT ${object(`late.id AS loan, ${namedJson('app_user', 'late', 'user_id')} AS "user", epoch_ms(late.due) AS "dueDate"`)}
    FROM asset_loan late WHERE late.organisation_id = ${l}.organisation_id AND late.asset_id = ${l}.asset_id
      AND ${overdue('late')}) END AS "waitsFor",
  ${namedJson('app_user', l, 'created_by')} AS "createdBy",
  epoch_ms(${l}.date_created) AS "dateCreated", epoch_ms(${l}.date_updated) AS "dateUpdated"`)})`;
