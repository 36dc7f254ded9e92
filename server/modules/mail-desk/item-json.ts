import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';

const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;
const named = (of: string) => `${of}.id, ${of}.name`;
/** Columns of the catalogue rows as the contract names them, behind an alias. */
export const catalogueColumns = {
  named,
  courier: (of: string) => `${of}.id, ${of}.code, ${of}.name, ${dates(of)}`,
  packageType: (of: string) =>
    `${of}.id, ${of}.code, ${of}.name, ${of}.sort_order AS "sortOrder", ${dates(of)}`,
  statusType: (of: string) => `${of}.id, ${of}.code, ${of}.name, false AS "forShipping", ${dates(of)}`,
  route: (of: string) => `${named(of)}, ${of}.for_shipping AS "forShipping", ${dates(of)}`,
  location: (of: string) => `${named(of)}, ${of}.sort_order AS "sortOrder", ${dates(of)}`,
};

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const rowIfThere = (of: string, columns: string) => `CASE WHEN ${of}.id IS NOT NULL THEN ${row(columns)} END`;

/** SQL expression: id and name of what a column refers to. */
export const namedJson = (table: string, of: string, column: string) => `(
  SELECT row_to_json(found) FROM (
    SELECT ${named('look')} FROM ${table} look
    WHERE look.organisation_id = ${of}.organisation_id AND look.id = ${of}.${column}
  ) found)`;
/** SQL of `runningNumberText` and `bagCode`: padded to six digits, longer ones whole. */
export const numbered = (prefix: string, number: string) =>
  `'${prefix}' || lpad(${number}::text, greatest(6, length(${number}::text)), '0')`;

const pending = `CASE WHEN i.pending_reason IS NOT NULL THEN json_build_object(
  'reason', i.pending_reason, 'until', epoch_ms(i.pending_until), 'forwardTo', i.forward_to) END`;
const bag = `CASE WHEN bag.id IS NOT NULL THEN
  json_build_object('id', bag.id, 'code', ${numbered('BAG-', 'bag.number')}) END`;

const join = (table: string, alias: string, of: string, column: string) =>
  `LEFT JOIN ${table} ${alias} ON ${alias}.organisation_id = ${of}.organisation_id AND ${alias}.id = ${of}.${column}`;
const picture = (column: string) =>
  `CASE WHEN s.${column} IS NOT NULL THEN ${attachmentJson('s', column)} END`;

const statusColumns = (pictures: boolean) => `
  s.id, ${row('kind.id, kind.code, kind.name')} AS type, ${rowIfThere('place', named('place'))} AS center,
  writer.json AS "enteredBy", epoch_ms(s.date_created) AS "dateCreated", s.note,
  s.reason, s.outcome,
  CASE WHEN s.collected_by IS NOT NULL THEN collector.json
    WHEN s.collected_by_name IS NOT NULL THEN json_build_object('name', s.collected_by_name) END AS "collectedBy"
  ${pictures ? `, ${picture('signature_id')} AS signature, ${picture('photograph_id')} AS photograph` : ''}`;

const itemColumns = `
  i.id, i.item_type AS "itemType", i.current_queue AS "currentQueue", i.delivery_type AS "deliveryType",
  i.tracking_number AS "trackingNumber", i.original_tracking_number AS "originalTrackingNumber",
  addressee.json AS "toUser", taker.json AS "deliverTo", writer.json AS "fromUser",
  i.recipient_name AS "recipientName", i.sender, i.to_address AS "toAddress",
  ${numbered('A-', 'i.running_number')} AS "runningNumber", i.exception, ${pending} AS pending, ${bag} AS bag,
  ${rowIfThere('route', catalogueColumns.route('route'))} AS route,
  ${row(catalogueColumns.courier('courier'))} AS courier,
  ${rowIfThere('kind', catalogueColumns.packageType('kind'))} AS "packageType",
  ${row(named('place'))} AS center,
  ${rowIfThere('stop', named('stop'))} AS "mailStop",
  ${rowIfThere('rack', catalogueColumns.location('rack'))} AS location,
  coalesce(status.json, '[]') AS statuses, coalesce(remark.json, '[]') AS comments, ${dates('i')}`;

/**
 * SQL: the rows of mail_item that `source` selects (none twice), each as `id` and as `json`, the text of the contract's
 * `mailItem`; attributes without a value are left out. What the rows refer to is looked up once for all of
 * them: on a page of fifty, five people in six are there several times. Signatures and photographs are for
 * the desk alone (`pictures`).
 */
export const itemsJson = (source: string, { pictures }: { pictures: boolean }) => `
WITH item AS MATERIALIZED (${source}),
step AS MATERIALIZED (
  SELECT s.* FROM item i
  JOIN mail_status s ON s.organisation_id = i.organisation_id AND s.mail_item_id = i.id
), said AS MATERIALIZED (
  SELECT c.* FROM item i
  JOIN mail_comment c ON c.organisation_id = i.organisation_id AND c.mail_item_id = i.id
), people AS MATERIALIZED (
  SELECT mention.id, ${userShort('mention', 'id')} AS json FROM (
    SELECT organisation_id, to_user_id AS id FROM item
    UNION SELECT organisation_id, deliver_to_id FROM item
    UNION SELECT organisation_id, from_user_id FROM item
    UNION SELECT organisation_id, entered_by FROM step
    UNION SELECT organisation_id, collected_by FROM step
    UNION SELECT organisation_id, entered_by FROM said
  ) mention WHERE mention.id IS NOT NULL
), status AS (
  SELECT s.mail_item_id AS id, json_agg(${row(statusColumns(pictures))} ORDER BY s.id) AS json
  FROM step s
  JOIN mail_status_type kind ON kind.organisation_id = s.organisation_id AND kind.code = s.code
  ${join('center', 'place', 's', 'center_id')}
  LEFT JOIN people writer ON writer.id = s.entered_by
  LEFT JOIN people collector ON collector.id = s.collected_by
  GROUP BY s.mail_item_id
), remark AS (
  SELECT c.mail_item_id AS id, json_agg(${row(
    'c.id, c.content, writer.json AS "enteredBy", epoch_ms(c.date_created) AS "dateCreated"',
  )} ORDER BY c.id) AS json
  FROM said c LEFT JOIN people writer ON writer.id = c.entered_by
  GROUP BY c.mail_item_id
)
SELECT i.id, json_strip_nulls(${row(itemColumns)})::text AS json
FROM item i
LEFT JOIN people addressee ON addressee.id = i.to_user_id
LEFT JOIN people taker ON taker.id = i.deliver_to_id
LEFT JOIN people writer ON writer.id = i.from_user_id
${join('mail_route', 'route', 'i', 'mail_route_id')}
${join('courier', 'courier', 'i', 'courier_id')}
${join('package_type', 'kind', 'i', 'package_type_id')}
${join('center', 'place', 'i', 'center_id')}
${join('mail_stop', 'stop', 'i', 'mail_stop_id')}
${join('mail_location', 'rack', 'i', 'mail_location_id')}
${join('mail_bag', 'bag', 'i', 'mail_bag_id')}
LEFT JOIN status ON status.id = i.id
LEFT JOIN remark ON remark.id = i.id`;
