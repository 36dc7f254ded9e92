const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;
const look = (shown: string, from: string, where: string) =>
  `(SELECT ${row(shown)} FROM ${from} WHERE ${where})`;
const all = (shown: string, from: string) =>
  `(SELECT coalesce(json_agg(one), '[]') FROM (SELECT ${shown} FROM ${from}) one)`;

// Columns of the catalogue's rows as the contract names them, behind an alias. Aliases from outside must not be one of
// those used inside (kind, thing, shelf, urgency, place, promise, question, one). Around a whole answer goes
// json_strip_nulls.

export const priorityColumns = (p: string) =>
  `${p}.id, ${p}.name, ${p}.sort_order AS "sortOrder", ${p}.color, ${dates(p)}`;

const plainProduct = (p: string) => `${p}.id, ${p}.name, ${p}.sort_order AS "sortOrder", ${dates(p)}`;
export const productColumns = (p: string) => `${plainProduct(p)},
  ${look('shelf.id, shelf.name', 'service_category shelf', `shelf.organisation_id = ${p}.organisation_id AND shelf.id = ${p}.service_category_id`)} AS category`;

const centerOf = (of: string) =>
  look(
    'place.id, place.name',
    'center place',
    `place.organisation_id = ${of}.organisation_id AND place.id = ${of}.center_id`,
  );
export const categoryColumns = (
  c: string,
) => `${c}.id, ${c}.name, ${c}.sort_order AS "sortOrder", ${dates(c)},
  ${centerOf(c)} AS center,
  ${all(
    plainProduct('thing'),
    `service_product thing WHERE thing.organisation_id = ${c}.organisation_id
    AND thing.service_category_id = ${c}.id AND thing.deleted_at IS NULL ORDER BY thing.sort_order, thing.id`,
  )} AS products`;
export const holdReasonColumns = (h: string) =>
  `${h}.id, ${h}.name, ${h}.sort_order AS "sortOrder", ${dates(h)}, ${centerOf(h)} AS center`;

export const typeColumns = (t: string) => `${t}.id, ${t}.name, ${t}.description, ${t}.word AS type,
  ${look(productColumns('thing'), 'service_product thing', `thing.organisation_id = ${t}.organisation_id AND thing.id = ${t}.service_product_id`)} AS product,
  ${look(priorityColumns('urgency'), 'priority urgency', `urgency.organisation_id = ${t}.organisation_id AND urgency.id = ${t}.default_priority_id`)} AS "defaultPriority",
  ${t}.sla_minutes AS "SLAMinutes",
  ${all(
    `${row('urgency.id, urgency.name')} AS priority, promise.minutes`,
    `service_type_promise promise JOIN priority urgency ON urgency.organisation_id = promise.organisation_id
      AND urgency.id = promise.priority_id WHERE promise.organisation_id = ${t}.organisation_id
      AND promise.service_type_id = ${t}.id ORDER BY urgency.sort_order, urgency.id`,
  )} AS promises,
  ${t}.estimated_minutes AS "estimatedTime", ${t}.operators_required AS "totalOperatorsRequired",
  ${t}.customer_priority AS "priorityEnableForCustomer", ${t}.customer_date AS "dateRequiredEnabledForCustomer",
  ${t}.asset_required AS "assetRequest", ${t}.approval, ${t}.active,
  ${all(
    `question.id, question.code, question.name, question.kind, question.required,
      question.sort_order AS "sortOrder", question.choices`,
    `service_field question WHERE question.organisation_id = ${t}.organisation_id
      AND question.service_type_id = ${t}.id AND question.deleted_at IS NULL ORDER BY question.sort_order, question.id`,
  )} AS fields, ${dates(t)}`;
