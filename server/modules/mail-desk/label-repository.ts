import type { Tx } from '#server/lib/database.ts';
import { numbered } from './item-json.ts';

const nameOf = (table: string, column: string) => `(SELECT look.name FROM ${table} look
  WHERE look.organisation_id = i.organisation_id AND look.id = i.${column})`;
const running = numbered('A-', 'i.running_number');
const SQL = `SELECT i.id, json_strip_nulls(json_build_object(
    'itemId', i.id, 'code', coalesce(i.tracking_number, ${running}), 'runningNumber', ${running},
    'recipient', coalesce(${nameOf('app_user', 'deliver_to_id')}, ${nameOf('app_user', 'to_user_id')}, i.recipient_name, ''),
    'mailStop', ${nameOf('mail_stop', 'mail_stop_id')}, 'route', ${nameOf('mail_route', 'mail_route_id')},
    'space', (SELECT r.name FROM app_user u
      JOIN room r ON r.organisation_id = u.organisation_id AND r.id = u.room_id AND r.deleted_at IS NULL
      WHERE u.organisation_id = i.organisation_id AND u.id = coalesce(i.deliver_to_id, i.to_user_id)),
    'sender', i.sender, 'center', ${nameOf('center', 'center_id')}, 'dateCreated', epoch_ms(i.date_created)
  ))::text AS json
  FROM mail_item i WHERE i.id = ANY($1::bigint[]) AND i.deleted_at IS NULL`;

/** The contract's labels as JSON text by the id of their parcel; those must have running numbers. */
export async function loadLabels(tx: Tx, ids: number[]): Promise<Map<number, string>> {
  const rows = await tx.named<{ id: number; json: string }>('mail-labels', SQL, [ids]);
  return new Map(rows.map(({ id, json }) => [id, json]));
}
