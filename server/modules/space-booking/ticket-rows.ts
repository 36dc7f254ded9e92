import { centersOf, managers } from '#server/lib/caller.ts';
import { managedIn, narrowed, type TicketSource } from '#server/lib/ticket-rows.ts';

const roomName = `(SELECT s.name FROM room s WHERE s.organisation_id = r.organisation_id AND s.id = r.room_id)`;
const texts = { id: 'r.id', words: ['r.name', roomName] };
/** Nothing is decided any more of what is over. */
const awaiting = `(r.approval = 'awaiting' AND r.state = 'booked' AND r.ends > now())`;
const stateOf = (
  words: Record<'awaiting' | 'over' | 'declined' | 'cancelled' | 'released' | 'approved', string>,
) =>
  `CASE WHEN ${awaiting} THEN '${words.awaiting}' WHEN r.approval = 'declined' THEN '${words.declined}'
    WHEN r.state = 'cancelled' THEN '${words.cancelled}' WHEN r.state = 'released' THEN '${words.released}'
    WHEN r.approval = 'awaiting' THEN '${words.over}' ELSE '${words.approved}' END`;

/** Bookings as tickets: those that wait for an approval, or that needed one. Who manages their center decides. */
export const ticketRows: TicketSource = {
  kind: 'booking',
  outgoing: (bind, filter) => `SELECT r.id, r.date_created AS created FROM reservation r
    WHERE r.organisation_id = current_organisation() AND r.user_id = $1::bigint
      AND r.deleted_at IS NULL AND r.approval IS NOT NULL
      ${filter.open === undefined ? '' : `AND ${awaiting} = ${filter.open}`} ${narrowed(bind, filter, texts)}`,
  waiting: (bind, filter, _person, deciding) => `SELECT r.id, r.date_created AS created, 'approval' AS asked
    FROM ${managedIn(bind, centersOf(deciding, 'reservation', managers))}
    JOIN reservation r ON mine.managed IS NULL OR r.center_id = ANY (mine.managed)
    WHERE r.deleted_at IS NULL AND ${awaiting} ${narrowed(bind, filter, texts)}`,
  shown: `SELECT r.id, coalesce(nullif(r.name, ''), ${roomName}) AS title, ${roomName} AS description,
      ${stateOf({ awaiting: 'awaiting', over: 'over', declined: 'declined', cancelled: 'cancelled', released: 'released', approved: 'approved' })} AS code,
      ${stateOf({ awaiting: 'Awaiting approval', over: 'Over, never approved', declined: 'Declined', cancelled: 'Cancelled', released: 'Given free', approved: 'Approved' })} AS word,
      ${awaiting} AS open, r.user_id AS requester_id, ARRAY[]::bigint[] AS assignee_ids, r.starts AS due,
      r.date_updated AS updated
    FROM page JOIN reservation r ON r.organisation_id = current_organisation() AND r.id = page.id
    WHERE page.kind = 'booking'`,
};
