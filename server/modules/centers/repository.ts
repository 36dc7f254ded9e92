import type { CenterHours, Holiday, OpenSpan } from '#contract/center-hours.ts';
import type { Module } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** Hours, holidays and time zone of a center, in one round trip; undefined when there is no such center. */
export async function readHours(tx: Tx, center: number): Promise<CenterHours | undefined> {
  const [row] = await tx.named<{ json: CenterHours }>(
    'center-hours',
    `SELECT json_strip_nulls(json_build_object(
       'id', c.id, 'name', c.name, 'timeZone', coalesce(c.time_zone, o.time_zone), 'ownTimeZone', c.time_zone,
       'hours', (SELECT coalesce(json_agg(json_build_object(
           'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes) ORDER BY h.weekday, h.opens), '[]')
         FROM center_hours h WHERE h.organisation_id = c.organisation_id AND h.center_id = c.id),
       'holidays', (SELECT coalesce(json_agg(json_build_object(
           'day', to_char(d.day, 'YYYY-MM-DD'), 'name', d.name) ORDER BY d.day), '[]')
         FROM center_holiday d WHERE d.organisation_id = c.organisation_id AND d.center_id = c.id))) AS json
     FROM center c JOIN organisation o ON o.id = c.organisation_id
     WHERE c.organisation_id = current_organisation() AND c.id = $1`,
    [center],
  );
  return row?.json;
}

export async function moduleOf(tx: Tx, center: number): Promise<Module | undefined> {
  const [row] = await tx.query<{ module: Module }>(
    'SELECT module FROM center WHERE organisation_id = current_organisation() AND id = $1',
    [center],
  );
  return row?.module;
}

/** The center has changed, for whoever follows the change feed. A zone left undefined stays. */
export const touchCenter = (tx: WriteTx, center: number, timeZone: string | null | undefined) =>
  tx.query(
    `UPDATE center SET date_updated = $2, time_zone = CASE WHEN $3 THEN $4 ELSE time_zone END
     WHERE organisation_id = current_organisation() AND id = $1`,
    [center, tx.stamp, timeZone !== undefined, timeZone ?? null],
  );

/** Makes these the hours of the week. What stays as it is is not touched: it is no change. */
export async function replaceHours(tx: WriteTx, center: number, hours: readonly OpenSpan[]) {
  const params = [center, JSON.stringify(hours)];
  const given = 'jsonb_to_recordset($2) AS given (weekday smallint, opens integer, closes integer)';
  await tx.query(
    `DELETE FROM center_hours WHERE organisation_id = current_organisation() AND center_id = $1
       AND (weekday, opens, closes) NOT IN (SELECT weekday, opens, closes FROM ${given})`,
    params,
  );
  await tx.query(
    `INSERT INTO center_hours (organisation_id, center_id, weekday, opens, closes)
     SELECT current_organisation(), $1, weekday, opens, closes FROM ${given}
     ON CONFLICT (organisation_id, center_id, weekday, opens) DO NOTHING`,
    params,
  );
}

/** Makes these all the holidays, likewise; one that is called otherwise is renamed. */
export async function replaceHolidays(tx: WriteTx, center: number, holidays: readonly Holiday[]) {
  const params = [center, JSON.stringify(holidays)];
  const given = 'jsonb_to_recordset($2) AS given (day date, name text)';
  await tx.query(
    `DELETE FROM center_holiday WHERE organisation_id = current_organisation() AND center_id = $1
       AND day NOT IN (SELECT day FROM ${given})`,
    params,
  );
  await tx.query(
    `INSERT INTO center_holiday AS kept (organisation_id, center_id, day, name)
     SELECT current_organisation(), $1, day, btrim(name) FROM ${given}
     ON CONFLICT (organisation_id, center_id, day) DO UPDATE SET name = excluded.name
       WHERE kept.name <> excluded.name`,
    params,
  );
}

/** The week that every center begins with, Monday to Friday from 08:00 to 18:00, for those that have none. */
export const seedHours = (tx: WriteTx) =>
  tx.query(
    `INSERT INTO center_hours (organisation_id, center_id, weekday, opens, closes)
     SELECT c.organisation_id, c.id, weekday, 480, 1080 FROM center c CROSS JOIN generate_series(1, 5) AS weekday
     WHERE c.organisation_id = $1 AND NOT EXISTS (SELECT FROM center_hours h
       WHERE h.organisation_id = c.organisation_id AND h.center_id = c.id)`,
    [tx.organisation],
  );
