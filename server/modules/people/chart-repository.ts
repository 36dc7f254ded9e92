import type { CenterRole, ChartPerson } from '#contract/people.ts';
import type { ListQuery } from '#contract/wire.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { LIVING } from './repository.ts';

const PERSON = `json_strip_nulls(row_to_json((SELECT one FROM (SELECT
  u.id, u.name, u.color, u.job_title AS "jobTitle", u.department, ${attachmentJson('u', 'avatar_id')} AS image,
  (SELECT count(*) FROM app_user report WHERE report.organisation_id = u.organisation_id
     AND report.manager_id = u.id AND report.deleted_at IS NULL) AS reports
) one))) AS person`;

type Row = { person: ChartPerson };
const peopleOf = (rows: Row[]) => rows.map((row) => row.person);
const BY_NAME = 'u.name COLLATE "und-x-icu", u.id';

/** Who reports to the person, by name. */
export const listReports = async (tx: Tx, manager: number, { limit, startAt }: ListQuery) =>
  peopleOf(
    await tx.named<Row>(
      'chart-reports',
      `SELECT ${PERSON} FROM app_user u WHERE ${LIVING} AND u.manager_id = $1
       ORDER BY ${BY_NAME} LIMIT $2 OFFSET $3`,
      [manager, limit, startAt],
    ),
  );

/** Where the trees begin: those who report to nobody and to whom somebody reports. */
export const listTops = async (tx: Tx, { limit, startAt }: ListQuery) =>
  peopleOf(
    await tx.named<Row>(
      'chart-tops',
      `SELECT ${PERSON} FROM app_user u
       WHERE ${LIVING} AND u.manager_id IS NULL AND u.id IN (
         SELECT below.manager_id FROM app_user below
         WHERE below.organisation_id = current_organisation() AND below.manager_id IS NOT NULL
           AND below.deleted_at IS NULL)
       ORDER BY ${BY_NAME} LIMIT $1 OFFSET $2`,
      [limit, startAt],
    ),
  );

/** The way up from a person, they themselves last. Ends where a circle from older days would begin again. */
export const listWayUp = async (tx: Tx, id: number) =>
  peopleOf(
    await tx.named<Row>(
      'chart-way-up',
      `WITH RECURSIVE way (id, manager_id, level, passed) AS (
         SELECT u.id, u.manager_id, 0, ARRAY[u.id] FROM app_user u WHERE ${LIVING} AND u.id = $1
         UNION ALL
         SELECT u.id, u.manager_id, way.level + 1, way.passed || u.id
         FROM way JOIN app_user u ON ${LIVING} AND u.id = way.manager_id WHERE NOT u.id = ANY (way.passed)
       )
       SELECT ${PERSON} FROM way JOIN app_user u ON ${LIVING} AND u.id = way.id ORDER BY way.level DESC`,
      [id],
    ),
  );

/** Every role that anybody holds in any center, with the first of them by name. */
export const listCenterRoles = (tx: Tx, shown: number) =>
  tx.named<CenterRole>(
    'center-roles',
    `SELECT json_build_object('id', c.id, 'name', c.name, 'module', c.module, 'code', c.code) AS center,
       held.role, held.count, held.people
     FROM center c JOIN LATERAL (
       SELECT p.role, count(*) AS count,
         (array_agg(json_build_object('id', u.id, 'name', u.name, 'color', u.color) ORDER BY ${BY_NAME}))[1:$1::int]
           AS people
       FROM permission p JOIN app_user u ON ${LIVING} AND u.id = p.user_id
       WHERE p.organisation_id = c.organisation_id AND p.center_id = c.id GROUP BY p.role
     ) held ON true
     WHERE c.organisation_id = current_organisation() ORDER BY c.id, held.role`,
    [shown],
  );

export const listUserTypes = (tx: Tx) =>
  tx.query<{ id: number; name: string }>(
    'SELECT id, name FROM user_type WHERE organisation_id = current_organisation() ORDER BY id',
  );
