import type { UserQuery } from '#contract/users.ts';
import { defaultCategory } from '#server/lib/cost-center-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { matching } from './repository.ts';

const look = (table: string, column: string, condition = '') =>
  `(SELECT look.name FROM ${table} look
    WHERE look.organisation_id = u.organisation_id AND look.id = u.${column} ${condition})`;
/** By what an import knows it: the code, or the name of one without a code. */
const costCenter = `(SELECT coalesce(nullif(item.code, ''), item.name) FROM user_cost_center held
  JOIN category_item item ON item.organisation_id = held.organisation_id AND item.id = held.item_id
  WHERE held.organisation_id = u.organisation_id AND held.user_id = u.id
    AND item.category_id = ${defaultCategory} ORDER BY item.id LIMIT 1)`;
const LIVING = 'AND look.deleted_at IS NULL';
const around = (wanted: string) => `(SELECT ${wanted} FROM room r
  JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE r.organisation_id = u.organisation_id AND r.id = u.room_id AND r.deleted_at IS NULL)`;

/** Column of the file by its heading, in order. */
const columns: readonly [string, string][] = [
  ['id', 'u.id'],
  ['first name', 'u.first_name'],
  ['last name', 'u.last_name'],
  ['known as', 'u.known_as'],
  ['e-mail', 'u.email'],
  ['user name', 'u.user_name'],
  ['employee id', 'u.employee_id'],
  ['user type', look('user_type', 'user_type_id')],
  ['job title', 'u.job_title'],
  ['department', 'u.department'],
  ['company', 'u.company'],
  ['phone', 'u.phone'],
  ['extension', 'u.extension'],
  ['mobile', 'u.mobile'],
  ['comments', 'u.comments'],
  ['building', around('b.name')],
  ['floor', around('f.name')],
  ['space', around('r.name')],
  ['space id', around('r.id')],
  ['cost center', costCenter],
  ['mail stop', look('mail_stop', 'mail_stop_id', LIVING)],
  [
    'manager',
    `(SELECT m.email FROM app_user m WHERE m.organisation_id = u.organisation_id AND m.id = u.manager_id)`,
  ],
];
export const headings = columns.map(([heading]) => heading);

export type ExportRow = (string | number | null)[];

/** The next people of the list by id, after the one given. */
export async function exportPeople(
  tx: Tx,
  query: UserQuery,
  after: number,
  most: number,
): Promise<ExportRow[]> {
  const where = (await matching(tx, query)).add('u.id > ?', after);
  const rows = await tx.query<{ cells: ExportRow }>(
    `SELECT json_build_array(${columns.map(([, value]) => value).join(', ')}) AS cells
     FROM app_user u WHERE ${where.sql} ORDER BY u.id LIMIT ${most}`,
    where.params,
  );
  return rows.map((row) => row.cells);
}
