import type { AssetQuery } from '#contract/assets.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { matching, meaningOf } from './filters.ts';

/** Column of the file by its heading, in order. */
const columns: readonly [string, string][] = [
  ['id', 'a.id'],
  ['local id', 'a.local_uid'],
  ['serial number', 'a.serial_number'],
  ['name', 'a.given_name'],
  ['model', 'm.name'],
  ['model number', `nullif(m.model_number, '')`],
  ['manufacturer', `nullif(m.manufacturer, '')`],
  ['type', 't.name'],
  ['building', 'b.name'],
  ['floor', 'f.name'],
  ['space', 'r.name'],
  ['space id', 'r.id'],
  ['owner', 'u.name'],
  ['owner e-mail', 'u.email'],
  ['owner employee id', 'u.employee_id'],
  ['condition', 'a.condition'],
  ['active', `CASE WHEN a.active THEN 'yes' ELSE 'no' END`],
  ['managed', `CASE WHEN a.managed THEN 'yes' ELSE 'no' END`],
  ['box length', `nullif(a.box_length, '')`],
  ['title location', `nullif(a.title_location, '')`],
  ['attributes', `CASE WHEN a.attributes <> '{}' THEN a.attributes::text END`],
  ['last seen', `to_char(a.seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`],
  ['seen by', 's.name'],
  ['added', `to_char(a.date_created AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`],
];
export const headings = columns.map(([heading]) => heading);

export type ExportRow = (string | number | null)[];

/** The next assets of the list by id, after the one given. */
export async function exportAssets(
  tx: Tx,
  query: AssetQuery,
  caller: Caller,
  { after, most }: { after: number; most: number },
): Promise<ExportRow[]> {
  const where = matching(query, caller, await meaningOf(tx, query)).add('a.id > ?', after);
  const rows = await tx.query<{ cells: ExportRow }>(
    `WITH page AS MATERIALIZED (SELECT a.* FROM asset a WHERE ${where.sql} ORDER BY a.id LIMIT ${most})
     SELECT json_build_array(${columns.map(([, value]) => value).join(', ')}) AS cells
     FROM page a
     JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
     JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
     LEFT JOIN room r ON r.organisation_id = a.organisation_id AND r.id = a.room_id AND r.deleted_at IS NULL
     LEFT JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     LEFT JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     LEFT JOIN app_user u ON u.organisation_id = a.organisation_id AND u.id = a.owner_id
     LEFT JOIN app_user s ON s.organisation_id = a.organisation_id AND s.id = a.seen_by
     ORDER BY a.id`,
    where.params,
  );
  return rows.map((row) => row.cells);
}
