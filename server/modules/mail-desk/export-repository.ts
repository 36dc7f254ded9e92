import type { MailQuery } from '#contract/mail.ts';
import type { Tx } from '#server/lib/database.ts';
import { matching } from './item-filters.ts';
import { numbered } from './item-json.ts';
import type { Viewer } from './parcel.ts';

/** One parcel as a line of a table; times are ISO 8601 in the organisation's zone. */
export type ExportRow = {
  id: number;
  trackingNumber: string | null;
  runningNumber: string | null;
  queue: string;
  recipient: string | null;
  email: string | null;
  stop: string | null;
  route: string | null;
  rack: string | null;
  courier: string;
  packageType: string | null;
  center: string;
  checkedIn: string;
  delivered: string | null;
  collectedBy: string | null;
};

const time = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`;
const look = (table: string, column: string) =>
  `(SELECT look.name FROM ${table} look WHERE look.organisation_id = i.organisation_id AND look.id = i.${column})`;

const COLUMNS = `i.id, i.tracking_number AS "trackingNumber",
  ${numbered('A-', 'i.running_number')} AS "runningNumber", i.current_queue AS queue,
  coalesce(person.name, i.recipient_name) AS recipient, person.email,
  ${look('mail_stop', 'mail_stop_id')} AS stop, ${look('mail_route', 'mail_route_id')} AS route,
  ${look('mail_location', 'mail_location_id')} AS rack, ${look('courier', 'courier_id')} AS courier,
  ${look('package_type', 'package_type_id')} AS "packageType", ${look('center', 'center_id')} AS center,
  ${time('i.date_created')} AS "checkedIn", ${time('i.delivered_at')} AS delivered,
  (SELECT coalesce(taker.name, s.collected_by_name) FROM mail_status s
   LEFT JOIN app_user taker ON taker.organisation_id = s.organisation_id AND taker.id = s.collected_by
   WHERE s.organisation_id = i.organisation_id AND s.mail_item_id = i.id AND s.code = 'out'
   ORDER BY s.id DESC LIMIT 1) AS "collectedBy"`;

/** The next parcels of the list by id, falling or rising, after the one given. */
export async function exportPage(
  tx: Tx,
  query: MailQuery,
  viewer: Viewer,
  { after, most }: { after: number | undefined; most: number },
): Promise<ExportRow[]> {
  // to_char writes times as the session sees them.
  await tx.query(`SELECT set_config('TimeZone', (SELECT time_zone FROM organisation WHERE id = $1), true)`, [
    tx.organisation,
  ]);
  const where = matching(query, viewer);
  const falling = query.orderByType === 'desc';
  where.add(falling ? 'i.id < ?' : 'i.id > ?', after);
  return tx.query<ExportRow>(
    `WITH page AS MATERIALIZED (
       SELECT i.* FROM mail_item i WHERE ${where.sql} ORDER BY i.id ${falling ? 'DESC' : ''} LIMIT ${most}
     )
     SELECT ${COLUMNS} FROM page i
     LEFT JOIN app_user person ON person.organisation_id = i.organisation_id
       AND person.id = coalesce(i.to_user_id, i.deliver_to_id)
     ORDER BY i.id ${falling ? 'DESC' : ''}`,
    where.params,
  );
}
