const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;

/** SQL: the columns of the contract's `assetType`. */
export const typeColumns = (
  t: string,
) => `${t}.id, ${t}.code, ${t}.name, ${t}.description, ${t}.sort_order AS "sortOrder",
  ${t}.active, ${t}.metering_enabled AS "meteringEnabled", ${t}.unit_price_enabled AS "unitPriceEnabled", ${dates(t)}`;

/** SQL: the columns of the contract's `assetModel`. */
export const modelColumns = (
  m: string,
) => `${m}.id, ${m}.name, ${m}.manufacturer, ${m}.model_number AS "modelNumber",
  ${m}.description, (SELECT ${row(typeColumns('sort'))} FROM asset_type sort
    WHERE sort.organisation_id = ${m}.organisation_id AND sort.id = ${m}.asset_type_id) AS type, ${dates(m)}`;
