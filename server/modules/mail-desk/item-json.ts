import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';

const rowOf = (columns: string, table: string, of: string, column: string) => `(
  SELECT row_to_json(found) FROM (
    SELECT ${columns} FROM ${table} look WHERE look.organisation_id = ${of}.organisation_id AND look.id = ${of}.${column}
  ) found)`;

const dates = 'epoch_ms(look.date_created) AS "dateCreated", epoch_ms(look.date_updated) AS "dateUpdated"';
/** Columns of the catalogue rows as the contract names them, behind the alias `look`. */
export const catalogueColumns = {
  courier: `look.id, look.code, look.name, ${dates}`,
  packageType: `look.id, look.code, look.name, look.sort_order AS "sortOrder", ${dates}`,
  statusType: `look.id, look.code, look.name, false AS "forShipping", ${dates}`,
  route: `look.id, look.name, look.for_shipping AS "forShipping", ${dates}`,
  location: `look.id, look.name, look.sort_order AS "sortOrder", ${dates}`,
  named: 'look.id, look.name',
};

/** SQL expression: id and name of what a column refers to. */
export const namedJson = (table: string, of: string, column: string) =>
  rowOf(catalogueColumns.named, table, of, column);

// A collector who is not in the directory is a name alone.
const collectedBy = `CASE WHEN step.collected_by IS NOT NULL THEN ${userShort('step', 'collected_by')}
  WHEN step.collected_by_name IS NOT NULL THEN json_build_object('name', step.collected_by_name) END`;

/** SQL of `runningNumberText` and `bagCode`: padded to six digits, longer ones whole. */
export const numbered = (prefix: string, number: string) =>
  `'${prefix}' || lpad(${number}::text, greatest(6, length(${number}::text)), '0')`;

const pending = (m: string) => `CASE WHEN ${m}.pending_reason IS NOT NULL THEN json_build_object(
  'reason', ${m}.pending_reason, 'until', epoch_ms(${m}.pending_until), 'forwardTo', ${m}.forward_to) END`;
const bagOf = (m: string) => `(
  SELECT json_build_object('id', look.id, 'code', ${numbered('BAG-', 'look.number')}) FROM mail_bag look
  WHERE look.organisation_id = ${m}.organisation_id AND look.id = ${m}.mail_bag_id)`;

const statuses = (item: string, pictures: boolean) => `(
  SELECT coalesce(json_agg(row_to_json(status) ORDER BY status.id), '[]') FROM (
    SELECT step.id,
      (SELECT row_to_json(found) FROM (
        SELECT kind.id, kind.code, kind.name FROM mail_status_type kind
        WHERE kind.organisation_id = step.organisation_id AND kind.code = step.code
      ) found) AS type,
      ${rowOf(catalogueColumns.named, 'center', 'step', 'center_id')} AS center,
      ${userShort('step', 'entered_by')} AS "enteredBy",
      epoch_ms(step.date_created) AS "dateCreated", step.note, step.reason, step.outcome,
      ${collectedBy} AS "collectedBy"
      ${
        pictures
          ? `, ${attachmentJson('step', 'signature_id')} AS signature,
      ${attachmentJson('step', 'photograph_id')} AS photograph`
          : ''
      }
    FROM mail_status step
    WHERE step.organisation_id = ${item}.organisation_id AND step.mail_item_id = ${item}.id
  ) status)`;

const comments = (item: string) => `(
  SELECT coalesce(json_agg(row_to_json(remark) ORDER BY remark.id), '[]') FROM (
    SELECT said.id, said.content, ${userShort('said', 'entered_by')} AS "enteredBy",
      epoch_ms(said.date_created) AS "dateCreated"
    FROM mail_comment said
    WHERE said.organisation_id = ${item}.organisation_id AND said.mail_item_id = ${item}.id
  ) remark)`;

/**
 * SQL expression: the contract's `mailItem` as JSON text of the mail_item row behind the alias; attributes
 * without a value are left out. Signatures and photographs are for the desk alone (`pictures`).
 */
export const itemJson = (m: string, { pictures }: { pictures: boolean }) => `json_strip_nulls(row_to_json((
  SELECT item FROM (SELECT
    ${m}.id, ${m}.item_type AS "itemType", ${m}.current_queue AS "currentQueue",
    ${m}.delivery_type AS "deliveryType", ${m}.tracking_number AS "trackingNumber",
    ${m}.original_tracking_number AS "originalTrackingNumber",
    ${userShort(m, 'to_user_id')} AS "toUser", ${userShort(m, 'deliver_to_id')} AS "deliverTo",
    ${userShort(m, 'from_user_id')} AS "fromUser",
    ${m}.recipient_name AS "recipientName", ${m}.sender, ${m}.to_address AS "toAddress",
    ${numbered('A-', `${m}.running_number`)} AS "runningNumber", ${m}.exception, ${pending(m)} AS pending,
    ${bagOf(m)} AS bag,
    ${rowOf(catalogueColumns.route, 'mail_route', m, 'mail_route_id')} AS route,
    ${rowOf(catalogueColumns.courier, 'courier', m, 'courier_id')} AS courier,
    ${rowOf(catalogueColumns.packageType, 'package_type', m, 'package_type_id')} AS "packageType",
    ${rowOf(catalogueColumns.named, 'center', m, 'center_id')} AS center,
    ${rowOf(catalogueColumns.named, 'mail_stop', m, 'mail_stop_id')} AS "mailStop",
    ${rowOf(catalogueColumns.location, 'mail_location', m, 'mail_location_id')} AS location,
    ${statuses(m, pictures)} AS statuses, ${comments(m)} AS comments,
    epoch_ms(${m}.date_created) AS "dateCreated", epoch_ms(${m}.date_updated) AS "dateUpdated"
  ) item)))::text`;
