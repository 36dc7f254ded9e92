import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import { managedIn, narrowed, type TicketSource } from '#server/lib/ticket-rows.ts';
import { taskDone } from './move-json.ts';
import { managesAll, statuses, toApprove } from './read-repository.ts';
import { crew } from './rights.ts';

const texts = { id: 'r.id', words: ['r.description'] };
const isOpen = `(r.archived_at IS NULL AND r.move_status_id = ANY (${statuses("s.code IN ('pen', 'apr', 'sub')")}))`;
/** Approved or in progress, with something on the checklist that nobody has done. */
const toDo = `r.archived_at IS NULL AND r.effected_at IS NULL
  AND (r.move_status_id = ANY (${statuses("s.code = 'sub'")})
    OR (r.approved AND r.move_status_id = ANY (${statuses("s.code IN ('pen', 'apr')")})))
  AND EXISTS (SELECT FROM move_item i
    JOIN move_item_task c ON c.organisation_id = i.organisation_id AND c.move_item_id = i.id
    LEFT JOIN service_request job ON job.organisation_id = c.organisation_id AND job.id = c.service_request_id
    WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id AND NOT ${taskDone('c', 'job')})`;
/** Those who work there by a role of their own: site administrators may, but it does not wait for them. */
const team = (person: Caller) => centersOf({ ...person, siteAdmin: false }, 'move', crew) ?? [];
const statusOf = `(SELECT s.code FROM move_status s
  WHERE s.organisation_id = r.organisation_id AND s.id = r.move_status_id)`;

/**
 * Moves as tickets. What waits for an approval waits for whoever may give it; the checklist of what has been approved
 * for the team of the move center, of whom nobody in particular is assigned.
 */
export const ticketRows: TicketSource = {
  kind: 'move',
  outgoing: (bind, filter) => `SELECT r.id, r.date_created AS created FROM move_request r
    WHERE r.deleted_at IS NULL AND r.requester_id = $1::bigint
      ${filter.open === undefined ? '' : `AND ${isOpen} = ${filter.open}`} ${narrowed(bind, filter, texts)}`,
  waiting(bind, filter, person, deciding) {
    const narrow = narrowed(bind, filter, texts);
    return `SELECT r.id, r.date_created AS created, 'approval' AS asked
      FROM ${managedIn(bind, centersOf(deciding, 'move', managers))} CROSS JOIN move_request r
      WHERE r.deleted_at IS NULL AND r.archived_at IS NULL AND ${toApprove}
        AND (mine.managed IS NULL OR r.center_id = ANY (mine.managed) OR ${managesAll}) ${narrow}
      UNION ALL
      SELECT r.id, r.date_created, 'work' FROM move_request r
      WHERE r.deleted_at IS NULL AND r.center_id = ANY (${bind(team(person))}::bigint[]) AND ${toDo} ${narrow}`;
  },
  shown: `SELECT r.id, r.description AS title, '' AS description, status.code, status.name AS word, ${isOpen} AS open,
      r.requester_id, ARRAY[]::bigint[] AS assignee_ids, r.date AS due, r.date_updated AS updated
    FROM page JOIN move_request r ON r.organisation_id = current_organisation() AND r.id = page.id
    JOIN move_status status ON status.organisation_id = r.organisation_id
      AND status.code = CASE WHEN r.approved AND ${statusOf} = 'pen' THEN 'apr' ELSE ${statusOf} END
    WHERE page.kind = 'move'`,
};
