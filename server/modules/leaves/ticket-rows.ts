import { narrowed, type TicketSource } from '#server/lib/ticket-rows.ts';
import { HERE, waitsForCaller } from './sql.ts';

const approver = 'leave_approver(l.user_id, l.approvals_given)';
const typeName = `(SELECT t.name FROM leave_type t WHERE t.organisation_id = l.organisation_id AND t.id = l.leave_type_id)`;
const personName = `(SELECT u.name FROM app_user u WHERE u.organisation_id = l.organisation_id AND u.id = l.user_id)`;
const texts = { id: 'l.id', words: ['l.note', typeName, personName] };

/** Leave as tickets: a request waits for the manager whose turn it is, for who stands in for them, or for administrators. */
export const ticketRows: TicketSource = {
  kind: 'leave',
  outgoing: (bind, filter) => `SELECT l.id, l.date_created AS created FROM leave l
    WHERE l.${HERE} AND l.user_id = $1::bigint
      ${filter.open === undefined ? '' : `AND (l.state = 'pending') = ${filter.open}`} ${narrowed(bind, filter, texts)}`,
  waiting: (bind, filter) => `SELECT l.id, l.date_created AS created, 'approval' AS asked FROM leave l
    WHERE l.${HERE} AND l.state = 'pending' AND ${waitsForCaller} ${narrowed(bind, filter, texts)}`,
  shown: `SELECT l.id, ${typeName} AS title, l.note AS description, l.state AS code,
      CASE l.state WHEN 'pending' THEN 'Awaiting approval' ELSE initcap(l.state) END AS word, l.state = 'pending' AS open,
      l.user_id AS requester_id, CASE WHEN l.state = 'pending' THEN array_remove(ARRAY[${approver}], NULL)
        ELSE ARRAY[]::bigint[] END AS assignee_ids,
      l.starts::timestamp AT TIME ZONE (SELECT o.time_zone FROM organisation o WHERE o.id = l.organisation_id) AS due,
      l.date_updated AS updated
    FROM page JOIN leave l ON l.${HERE} AND l.id = page.id WHERE page.kind = 'leave'`,
};
