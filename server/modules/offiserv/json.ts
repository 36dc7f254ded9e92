import { assetName } from '#server/lib/asset-json.ts';
import type { Tx } from '#server/lib/database.ts';

// SQL that renders what the links of a person lead to. Aliases from outside must not be one of those used inside
// (person, space, sort, storey, house, thing, product, kind, spot, holder).

const API = '/external/api/rest/v2';
export const resourceAt = (path: string, id: string) => `'${API}/${path}/' || ${id}`;

/** SQL: where the room behind the alias is. */
const placeOfRoom = (room: string) => `(SELECT storey.name || ', ' || house.name FROM floor storey
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  WHERE storey.organisation_id = ${room}.organisation_id AND storey.id = ${room}.floor_id)`;

/** SQL: the contract's `keptResource` of the room behind the alias. */
export const spaceJson = (
  room: string,
) => `json_build_object('id', ${room}.id::text, 'kind', 'space', 'name', ${room}.name,
  'type', (SELECT sort.name FROM room_type sort WHERE sort.organisation_id = ${room}.organisation_id AND sort.id = ${room}.room_type_id),
  'place', ${placeOfRoom(room)}, 'resourceUri', ${resourceAt('rooms', `${room}.id`)}, 'page', '/spaces/' || ${room}.id)`;
export const spaceOf = (of: string) => `(SELECT ${spaceJson('space')} FROM room space
  WHERE space.organisation_id = ${of}.organisation_id AND space.id = ${of}.room_id)`;

/** SQL: the contract's `keptResource` of the asset behind the alias. */
export const assetJson = (
  a: string,
) => `json_build_object('id', ${a}.id::text, 'kind', 'asset', 'name', ${assetName(a)},
  'type', (SELECT kind.name FROM asset_model product JOIN asset_type kind
     ON kind.organisation_id = product.organisation_id AND kind.id = product.asset_type_id
   WHERE product.organisation_id = ${a}.organisation_id AND product.id = ${a}.asset_model_id),
  'place', coalesce((SELECT spot.name || ', ' || ${placeOfRoom('spot')} FROM room spot
      WHERE spot.organisation_id = ${a}.organisation_id AND spot.id = ${a}.room_id),
    (SELECT holder.name FROM app_user holder WHERE holder.organisation_id = ${a}.organisation_id AND holder.id = ${a}.owner_id), ''),
  'resourceUri', ${resourceAt('assets', `${a}.id`)}, 'page', '/assets/' || ${a}.id)`;
export const assetOf = (of: string) => `(SELECT ${assetJson('thing')} FROM asset thing
  WHERE thing.organisation_id = ${of}.organisation_id AND thing.id = ${of}.asset_id)`;

/** Rows that a statement answers as `json`, each without its nulls. */
export async function texts(tx: Tx, name: string, sql: string, params: unknown[]): Promise<string[]> {
  const rows = await tx.named<{ json: string }>(`offiserv-${name}`, sql, params);
  return rows.map(({ json }) => json);
}
