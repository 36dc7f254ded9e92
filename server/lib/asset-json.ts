/** SQL: the name of the asset behind the alias: its own, or that of its model. */
export const assetName = (a: string) => `coalesce(${a}.given_name, (
  SELECT sort.name FROM asset_model sort WHERE sort.organisation_id = ${a}.organisation_id AND sort.id = ${a}.asset_model_id))`;
