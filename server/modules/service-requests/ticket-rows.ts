import { requestStatuses } from '#contract/service-requests.ts';
import { centersOf, managers } from '#server/lib/caller.ts';
import { managedIn, narrowed, type TicketSource } from '#server/lib/ticket-rows.ts';

const typeName = `(SELECT t.name FROM service_type t
  WHERE t.organisation_id = r.organisation_id AND t.id = r.service_type_id)`;
const roomName = `(SELECT s.name FROM room s WHERE s.organisation_id = r.organisation_id AND s.id = r.room_id)`;
const texts = { id: 'r.id', words: ['r.description', typeName] };
const crewOf = 'p.organisation_id = r.organisation_id AND p.service_request_id = r.id';

const statusOf = (column: 'code' | 'name') =>
  `CASE r.state ${Object.entries(requestStatuses)
    .map(([state, status]) => `WHEN '${state}' THEN '${status[column]}'`)
    .join(' ')} END`;
const awaiting = `(r.approval = 'awaiting' AND r.state = 'new')`;

/**
 * Service requests as tickets. What is assigned to a person waits for their work unless their own part is done; what a
 * manager has to approve first waits for the managers of its center, and for nobody's work.
 */
export const ticketRows: TicketSource = {
  kind: 'service',
  outgoing(bind, filter) {
    const worked = `EXISTS (SELECT FROM service_operator p WHERE ${crewOf} AND p.user_id = $1::bigint AND p.status <> 'rejected')`;
    return `SELECT r.id, r.date_created AS created FROM service_request r WHERE r.deleted_at IS NULL
      AND ${filter.id === undefined ? `r.requester_id = $1::bigint` : `(r.requester_id = $1::bigint OR ${worked})`}
      ${filter.open === undefined ? '' : `AND r.open = ${filter.open}`} ${narrowed(bind, filter, texts)}`;
  },
  waiting(bind, filter, _person, deciding) {
    const narrow = narrowed(bind, filter, texts);
    return `SELECT r.id, r.date_created AS created, 'work' AS asked FROM service_operator p
      JOIN service_request r ON ${crewOf}
      WHERE p.organisation_id = current_organisation() AND p.user_id = $1::bigint
        AND p.status IN ('assigned', 'accepted', 'started', 'hold')
        AND r.open AND r.deleted_at IS NULL AND NOT coalesce(${awaiting}, false) ${narrow}
      UNION ALL
      SELECT r.id, r.date_created, 'approval' FROM ${managedIn(bind, centersOf(deciding, 'maintenance', managers))}
      JOIN service_request r ON mine.managed IS NULL OR r.center_id = ANY (mine.managed)
      WHERE r.approval = 'awaiting' AND r.state = 'new' AND r.deleted_at IS NULL ${narrow}`;
  },
  shown: `SELECT r.id, ${typeName} || ' · ' || ${roomName} AS title, r.description,
      CASE WHEN ${awaiting} THEN 'awaiting' ELSE ${statusOf('code')} END AS code,
      CASE WHEN ${awaiting} THEN 'Awaiting approval' ELSE ${statusOf('name')} END AS word, r.open, r.requester_id,
      ARRAY(SELECT p.user_id FROM service_operator p WHERE ${crewOf} AND p.status <> 'rejected'
        ORDER BY p.date_created, p.user_id) AS assignee_ids,
      r.date_required AS due, r.date_updated AS updated
    FROM page JOIN service_request r ON r.organisation_id = current_organisation() AND r.id = page.id
    WHERE page.kind = 'service'`,
};
