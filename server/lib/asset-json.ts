/** SQL: the name of the asset behind the alias: its own, or that of its model. */
export const assetName = (a: string) => `coalesce(${a}.given_name, (
  SELECT sort.name FROM asset_model sort WHERE sort.organisation_id = ${a}.organisation_id AND sort.id = ${a}.asset_model_id))`;

/**
 * SQL expression: the contract's `assetShort` of the asset that `column` of the table alias `of` refers to, also of one
 * that has been removed; null where the reference is null. Needs no join; aliases from outside must not be one of
 * those used inside (thing, sort, one).
 */
export const assetShort = (of: string, column: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT thing.id, ${assetName('thing')} AS name, thing.local_uid AS "localUID", thing.serial_number AS "serialNumber",
      thing.condition, (SELECT json_build_object('id', sort.id, 'name', sort.name) FROM asset_model sort
        WHERE sort.organisation_id = thing.organisation_id AND sort.id = thing.asset_model_id) AS model
    FROM asset thing WHERE thing.organisation_id = ${of}.organisation_id AND thing.id = ${of}.${column}
  ) one)`;
