import type { MovePlace } from '#contract/moves.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Named } from './present-repository.ts';

/** Somebody who moves or leaves, as they are now. */
export type Person = Named & {
  email: string;
  room: number | null;
  /** Their own, which stands before that of their space. */
  stop: Named | null;
};
export const peopleOf = (tx: Tx, ids: readonly number[]): Promise<Person[]> =>
  tx.query(
    `SELECT u.id, u.name, u.email, r.id AS room,
       CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name) END AS stop
     FROM app_user u
     LEFT JOIN room r ON r.organisation_id = u.organisation_id AND r.id = u.room_id AND r.deleted_at IS NULL
     LEFT JOIN mail_stop m ON m.organisation_id = u.organisation_id AND m.id = u.mail_stop_id AND m.deleted_at IS NULL
     WHERE u.organisation_id = current_organisation() AND u.id = ANY($1::bigint[])`,
    [ids],
  );

export type Place = { place: MovePlace; stop: Named | null; capacity: number | null; people: number };
/** Spaces by id, with their stop and how many sit there. */
export async function placesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Place>> {
  // Counted once and not by each space: of tables that were filled a moment ago the planner knows nothing, and would go
  // through all people for every one of the spaces.
  const rows = await tx.query<Place>(
    `WITH counted AS MATERIALIZED (
       SELECT u.room_id AS id, count(*) AS people FROM app_user u
       WHERE u.organisation_id = current_organisation() AND u.room_id = ANY($1::bigint[]) AND u.deleted_at IS NULL GROUP BY 1
     )
     SELECT json_build_object('id', r.id, 'name', r.name, 'floor', json_build_object('id', f.id, 'name', f.name,
         'building', json_build_object('id', b.id, 'name', b.name))) AS place,
       CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.name) END AS stop, r.capacity,
       coalesce((SELECT c.people FROM counted c WHERE c.id = r.id), 0) AS people
     FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     LEFT JOIN mail_stop m ON m.organisation_id = r.organisation_id AND m.id = r.mail_stop_id AND m.deleted_at IS NULL
     WHERE r.organisation_id = current_organisation() AND r.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.place.id, row]));
}

/** The managers above each of these people who are not among them, the nearest for each. */
export async function managersAbove(tx: Tx, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await tx.query<{ person: number; manager: Named }>(
    `WITH RECURSIVE up (person, id, level) AS (
       SELECT u.id, u.manager_id, 1 FROM app_user u
       WHERE u.organisation_id = current_organisation() AND u.id = ANY($1::bigint[])
       UNION ALL
       SELECT up.person, m.manager_id, up.level + 1 FROM up
       JOIN app_user m ON m.organisation_id = current_organisation() AND m.id = up.id
       WHERE m.id = ANY($1::bigint[]) OR m.deleted_at IS NOT NULL
     )
     SELECT DISTINCT ON (up.person) up.person, json_build_object('id', m.id, 'name', m.name) AS manager
     FROM up JOIN app_user m ON m.organisation_id = current_organisation() AND m.id = up.id
     WHERE m.deleted_at IS NULL AND NOT m.id = ANY($1::bigint[]) ORDER BY up.person, up.level`,
    [ids],
  );
  return new Map(rows.map(({ person, manager }) => [person, manager]));
}

export const reportsOf = (tx: Tx, managers: readonly number[]): Promise<(Named & { manager: number })[]> =>
  tx.query(
    `SELECT id, name, manager_id AS manager FROM app_user
     WHERE organisation_id = current_organisation() AND manager_id = ANY($1::bigint[]) AND deleted_at IS NULL
       AND NOT id = ANY($1::bigint[]) ORDER BY id`,
    [managers],
  );

/** The centers that each of these people manages. */
export const managedBy = (tx: Tx, people: readonly number[]): Promise<{ person: number; center: Named }[]> =>
  tx.query(
    `SELECT DISTINCT p.user_id AS person, c.id, jsonb_build_object('id', c.id, 'name', c.name) AS center
     FROM permission p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
     WHERE p.organisation_id = current_organisation() AND p.user_id = ANY($1::bigint[])
       AND p.role IN ('ADMINISTRATOR', 'MANAGER') ORDER BY 1, 2`,
    [people],
  );

/** How many moves wait for an approval, by center. */
export const awaitingMoves = (tx: Tx, centers: readonly number[], besides: readonly number[]) =>
  tx.query<{ center: number; waiting: number }>(
    `SELECT r.center_id AS center, count(*) AS waiting FROM move_request r
     JOIN move_status s ON s.organisation_id = r.organisation_id AND s.id = r.move_status_id
     WHERE r.organisation_id = current_organisation() AND r.center_id = ANY($1::bigint[]) AND s.code = 'pen'
       AND NOT r.approved AND r.deleted_at IS NULL AND r.archived_at IS NULL AND NOT r.id = ANY($2::bigint[]) GROUP BY 1`,
    [centers, besides],
  );

/** Those of the people who are site administrators, when nobody else is. */
export const lastAdmins = (tx: Tx, people: readonly number[]): Promise<Named[]> =>
  tx.query(
    `SELECT id, name FROM app_user u WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND site_admin
       AND NOT EXISTS (SELECT FROM app_user o WHERE o.organisation_id = u.organisation_id AND o.site_admin
         AND o.deleted_at IS NULL AND NOT o.id = ANY($1::bigint[]))`,
    [people],
  );

/** Names of people and stops that changes mention. */
export async function namesOf(tx: Tx, table: 'app_user' | 'mail_stop', ids: readonly number[]) {
  const rows = await tx.query<Named>(
    `SELECT id, name FROM ${table} WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Living people by what a form says of them: id, e-mail or user name. */
export async function peopleBySaying(tx: Tx, sayings: readonly string[]): Promise<Map<string, Named>> {
  const rows = await tx.query<{ saying: string; person: Named }>(
    `SELECT DISTINCT ON (saying) saying, json_build_object('id', u.id, 'name', u.name) AS person
     FROM unnest($1::text[]) saying JOIN app_user u ON u.organisation_id = current_organisation() AND u.deleted_at IS NULL
       AND (u.id::text = saying OR fold(u.email) = fold(saying) OR fold(u.user_name) = fold(saying))
     ORDER BY saying, u.id`,
    [sayings],
  );
  return new Map(rows.map(({ saying, person }) => [saying, person]));
}

/** Items of the first category by what a form says of them: id, name or code. */
export async function costCentersBySaying(tx: Tx, sayings: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ saying: string; id: number }>(
    `SELECT DISTINCT ON (saying) saying, c.id FROM unnest($1::text[]) saying
     JOIN category_item c ON c.organisation_id = current_organisation()
       AND c.category_id = (SELECT min(id) FROM category WHERE organisation_id = current_organisation())
       AND (c.id::text = saying OR fold(c.name) = fold(saying) OR fold(c.code) = fold(saying))
     ORDER BY saying, c.id`,
    [sayings],
  );
  return new Map(rows.map(({ saying, id }) => [saying, id]));
}
