import type { Tx } from '#server/lib/database.ts';
import type { Named } from './present-repository.ts';

/** An asset that a move may concern. */
export type Thing = Named & {
  room: Named | null;
  owner: Named | null;
  type: string;
  furniture: boolean;
  lost: boolean;
};

/** Assets that these people own, that stand in these spaces, or that are named. */
export const thingsOf = (
  tx: Tx,
  { owners, rooms, ids }: { owners: readonly number[]; rooms: readonly number[]; ids: readonly number[] },
): Promise<Thing[]> =>
  tx.query(
    `WITH found AS (
       SELECT id FROM asset WHERE organisation_id = current_organisation() AND owner_id = ANY($1::bigint[]) AND deleted_at IS NULL
       UNION SELECT id FROM asset
         WHERE organisation_id = current_organisation() AND room_id = ANY($2::bigint[]) AND deleted_at IS NULL
       UNION SELECT id FROM asset
         WHERE organisation_id = current_organisation() AND id = ANY($3::bigint[]) AND deleted_at IS NULL
     )
     SELECT a.id, coalesce(a.given_name, m.name) AS name, t.name AS type, t.code = 'furniture' AS furniture,
       a.condition = 'lost' AS lost,
       CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS room,
       CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS owner
     FROM found JOIN asset a ON a.organisation_id = current_organisation() AND a.id = found.id
     JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
     JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
     LEFT JOIN room r ON r.organisation_id = a.organisation_id AND r.id = a.room_id
     LEFT JOIN app_user u ON u.organisation_id = a.organisation_id AND u.id = a.owner_id
     ORDER BY a.id`,
    [owners, rooms, ids],
  );
