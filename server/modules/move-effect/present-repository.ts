import type { PlanItem, PlanSpace, Present } from '#contract/move-plan.ts';
import type { Tx } from '#server/lib/database.ts';

export type Named = { id: number; name: string };
/** How things stand, with the names that sentences and previews need. */
export type World = Present & {
  names: { people: Map<number, string>; spaces: Map<number, string>; assets: Map<number, string> };
};

type Row = {
  today: string;
  people: (Named & { space: number | null; gone: boolean })[];
  spaces: (Named & PlanSpace & { people: number })[];
  assets: (Named & { gone: boolean })[];
};
const named = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));
const byId = <T extends Named>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** Everything and everybody that the items speak of, and where those people sit now. */
export async function worldOf(tx: Tx, items: readonly PlanItem[]): Promise<World> {
  const ids = (name: 'person' | 'to' | 'asset') => [...new Set(items.flatMap((item) => item[name] ?? []))];
  const [row] = await tx.named<Row>(
    'move-present',
    `WITH people AS MATERIALIZED (
       SELECT id, name, room_id AS space, deleted_at IS NOT NULL AS gone FROM app_user
       WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])
     ), mentioned AS MATERIALIZED (
       SELECT unnest($2::bigint[]) AS id UNION SELECT space FROM people
     ), counted AS (
       SELECT u.room_id AS id, count(*) AS people FROM mentioned m
       JOIN app_user u ON u.organisation_id = current_organisation() AND u.room_id = m.id AND u.deleted_at IS NULL
       GROUP BY 1
     ), spaces AS (
       SELECT r.id, r.name, r.capacity, t.occupiable, r.deleted_at IS NOT NULL AS gone, coalesce(c.people, 0) AS people
       FROM mentioned m JOIN room r ON r.organisation_id = current_organisation() AND r.id = m.id
       JOIN room_type t ON t.organisation_id = r.organisation_id AND t.id = r.room_type_id
       LEFT JOIN counted c ON c.id = r.id
     ), assets AS (
       SELECT a.id, coalesce(a.given_name, m.name) AS name, a.deleted_at IS NOT NULL AS gone FROM asset a
       JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
       WHERE a.organisation_id = current_organisation() AND a.id = ANY($3::bigint[])
     )
     SELECT to_char(now() AT TIME ZONE o.time_zone, 'YYYY-MM-DD') AS today,
       (SELECT coalesce(json_agg(people), '[]') FROM people) AS people,
       (SELECT coalesce(json_agg(spaces), '[]') FROM spaces) AS spaces,
       (SELECT coalesce(json_agg(assets), '[]') FROM assets) AS assets
     FROM organisation o WHERE o.id = current_organisation()`,
    [ids('person'), ids('to'), ids('asset')],
  );
  const { today, people, spaces, assets } = row!;
  return {
    today,
    people: byId(people),
    spaces: byId(spaces),
    assets: byId(assets),
    occupants: new Map(spaces.map((space) => [space.id, space.people])),
    names: { people: named(people), spaces: named(spaces), assets: named(assets) },
  };
}
