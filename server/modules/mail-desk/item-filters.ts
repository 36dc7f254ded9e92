import { runningNumberOf } from '#contract/mail-codes.ts';
import type { MailQuery } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import { conditions, containing, feedStart } from '#server/lib/paging.ts';
import type { Viewer } from './parcel.ts';

const DAY = 86_400_000;
/** Trigrams find substrings of this length and more; shorter ones are met early in any list. */
const TRIGRAM = 3;

/** One value by =, which keeps an index in its order; several by ANY. */
function among(where: ReturnType<typeof conditions>, column: string, values: unknown[] | undefined) {
  if (values?.length === 1) where.add(`${column} = ?`, values[0]);
  else where.add(`${column} = ANY(?)`, values);
}

function search(where: ReturnType<typeof conditions>, text: string | undefined) {
  if (text === undefined) return;
  const id = /^\d{1,15}$/.test(text) ? text : '0';
  const key = trackingKey(text);
  const running = String(runningNumberOf(text) ?? 0);
  if (text.length < TRIGRAM)
    where.add(
      `(i.id = (?::text[])[1]::bigint OR i.search_text LIKE fold((?::text[])[2])
         OR i.running_number = (?::text[])[3]::integer)`,
      [id, containing(text), running],
    );
  // The key finds a number whose label was scanned with other spaces than it was stored with.
  else
    where.add(
      `i.id = ANY(ARRAY(SELECT find_mail_items((?::text[])[2]) UNION SELECT (?::text[])[1]::bigint
         UNION SELECT id FROM mail_item WHERE tracking_key = (?::text[])[3]
         UNION SELECT id FROM mail_item WHERE running_number = (?::text[])[4]::integer))`,
      [id, containing(text), key, running],
    );
}

export const OPEN_EXCEPTION = `i.exception IS NOT NULL AND i.current_queue <> 'OUT'`;

/** Conditions on mail_item i: the filters of a list, and what the viewer may see at all. */
export function matching(query: MailQuery, viewer: Viewer) {
  const where = conditions('i.deleted_at IS NULL');
  if (!viewer.desk || query.mine) where.add('(i.to_user_id = ? OR i.deliver_to_id = ?)', viewer.id);
  among(where, 'i.current_queue', query.queue);
  among(where, 'i.item_type', query.itemType);
  among(where, 'i.center_id', query.centerId);
  among(where, 'i.mail_route_id', query.routeId);
  among(where, 'i.mail_stop_id', query.mailStopId);
  among(where, 'i.mail_location_id', query.locationId);
  among(where, 'i.courier_id', query.courierId);
  among(where, 'i.package_type_id', query.packageTypeId);
  among(where, 'i.to_user_id', query.toUserId);
  where.when(
    query.unknownRecipient,
    'i.to_user_id IS NULL AND i.deliver_to_id IS NULL',
    '(i.to_user_id IS NOT NULL OR i.deliver_to_id IS NOT NULL)',
  );
  // The delivered are no exceptions; said again, because the index of the exceptions leaves them out.
  where.when(query.exception, OPEN_EXCEPTION, 'i.exception IS NULL');
  if (query.exceptionReason) where.when(true, OPEN_EXCEPTION);
  among(where, 'i.exception', query.exceptionReason);
  among(where, 'i.pending_reason', query.pendingReason);
  among(where, 'i.mail_bag_id', query.bagId);
  const { olderThanDays: days } = query;
  where.add('i.date_created <= ?', days === undefined ? undefined : new Date(Date.now() - days * DAY));
  where.add('i.date_updated > ?', feedStart(query));
  where.add('i.id < ?', query.beforeId?.[0]);
  search(where, query.search);
  return where;
}
