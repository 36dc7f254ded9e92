// SQL expressions that render cost centers as JSON, each a scalar sub-select that stands on its own, like those
// of user-json.ts. Aliases from outside must not be one of those used inside (kind, storey_of, item, held, one).

const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;

/** Columns of a category behind an alias; its colour is {} as the documents print it. */
export const categoryColumns = (of: string) =>
  `${of}.id, ${of}.name, ${of}.code, '{}'::json AS color, ${dates(of)}`;

export const categoryJson = (of: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT ${categoryColumns('kind')} FROM category kind
    WHERE kind.organisation_id = ${of}.organisation_id AND kind.id = ${of}.category_id
  ) one)`;

/** Columns of a depth behind an alias, without its category. */
export const depthColumns = (of: string) => `${of}.id, ${of}.name, ${of}.code, ${of}.level, ${dates(of)}`;

/** The depth that was set for an item, else the first of its category for the level it stands on. */
const depthOfItem = (of: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT ${depthColumns('storey_of')} FROM category_depth storey_of
    WHERE storey_of.organisation_id = ${of}.organisation_id AND storey_of.category_id = ${of}.category_id
      AND CASE WHEN ${of}.depth_id IS NULL THEN storey_of.level = ${of}.level ELSE storey_of.id = ${of}.depth_id END
    ORDER BY storey_of.id LIMIT 1
  ) one)`;

const parentOfItem = (of: string) => `coalesce((
  SELECT row_to_json(one) FROM (
    SELECT item.id, item.name, item.code, ${dates('item')} FROM category_item item
    WHERE item.organisation_id = ${of}.organisation_id AND item.id = ${of}.parent_id
  ) one), '{}')`;

/** Columns of the contract's `categoryItem` behind an alias. */
export const itemColumns = (of: string) => `${of}.id, ${of}.name, ${of}.code, ${depthOfItem(of)} AS depth,
  ${categoryJson(of)} AS category, ${parentOfItem(of)} AS "costCenterParent", ${dates(of)}`;

const itemJson = `json_build_object('id', item.id, 'name', item.name, 'code', item.code,
  'category', json_build_object('id', kind.id, 'name', kind.name, 'code', kind.code))`;
const itemsOf = (links: string, key: string, of: string) => `${links} held
  JOIN category_item item ON item.organisation_id = held.organisation_id AND item.id = held.item_id
  JOIN category kind ON kind.organisation_id = item.organisation_id AND kind.id = item.category_id
  WHERE held.organisation_id = ${of}.organisation_id AND held.${key} = ${of}.id`;

/** The cost centers of the room behind the alias, as an array. */
export const roomCostCenters = (of: string) => `coalesce((
  SELECT json_agg(${itemJson} ORDER BY kind.id, item.id) FROM ${itemsOf('room_cost_center', 'room_id', of)}), '[]')`;

/** The category that is everybody's default: the one with the lowest id. */
export const defaultCategory =
  '(SELECT min(id) FROM category WHERE organisation_id = (SELECT current_organisation()))';

/** The item of the default category that the person behind the alias belongs to; {} without one. */
export const defaultCostCenter = (of: string) => `coalesce((
  SELECT ${itemJson} FROM ${itemsOf('user_cost_center', 'user_id', of)}
    AND kind.id = ${defaultCategory} ORDER BY item.id LIMIT 1), '{}')`;

/** The person's items of the other categories as an array, null without any. */
export const otherCostCenters = (of: string) => `(
  SELECT json_agg(${itemJson} ORDER BY kind.id, item.id)
  FROM ${itemsOf('user_cost_center', 'user_id', of)} AND kind.id > ${defaultCategory})`;

/**
 * `{"costCenter1": "First Floor", "costCenter3": "Team 1"}`: the names of a person's items, each under the
 * number of its category in the organisation; a second item of one category under a number beyond them all.
 */
export const numberedCostCenters = (of: string) => `(
  SELECT json_object_agg('costCenter' || CASE WHEN nth = 1 THEN rank ELSE last + place END, name)
  FROM (
    SELECT item.name, row_number() OVER (PARTITION BY kind.id ORDER BY item.id) AS nth,
      row_number() OVER (ORDER BY kind.id, item.id) AS place,
      (SELECT count(*) FROM category c WHERE c.organisation_id = kind.organisation_id AND c.id <= kind.id) AS rank,
      (SELECT count(*) FROM category c WHERE c.organisation_id = kind.organisation_id) AS last
    FROM ${itemsOf('user_cost_center', 'user_id', of)}
  ) one)`;
