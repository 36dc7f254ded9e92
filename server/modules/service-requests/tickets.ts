import type { ServiceState } from '#contract/service-requests.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { reckonDue } from './promise.ts';

/** A ticket of another system; moments in epoch milliseconds. */
export type Ticket = {
  system: string;
  external: string;
  type: number;
  priority: number;
  room: number;
  requester: number;
  description: string;
  state: ServiceState;
  opened: number;
  changed: number | null;
  closed: number | null;
  target: number | null;
  note: string | null;
  place: string | null;
  agency: string | null;
  status: string | null;
  digest: string;
};
export type StoredTicket = {
  system: string;
  external: string;
  request: number;
  digest: string;
  state: ServiceState;
  /** It may still be changed: neither closed nor cancelled here, nor waiting for an approval. */
  open: boolean;
};

/** In so many a statement: far from the time that a statement may take. */
const AT_ONCE = 2000;
/** When something is required of what is open and has no target, in days after it was opened. */
const USUAL_DAYS = 30;

const given = `jsonb_to_recordset($1::jsonb) AS (request bigint, system text, external text, type bigint,
  priority bigint, room bigint, requester bigint, description text, state text, opened bigint, changed bigint,
  closed bigint, target bigint, note text, place text, agency text, status text, digest text)`;
const rows = `ROWS FROM (${given}) WITH ORDINALITY AS g (request, system, external, type, priority, room, requester,
  description, state, opened, changed, closed, target, note, place, agency, status, digest, nth)`;
const moment = (ms: string) => `to_timestamp(${ms} / 1000.0)`;
const required = moment(`coalesce(g.target, g.closed, g.opened + ${USUAL_DAYS} * 86400000::bigint)`);
/** A target of the other system was its promise. */
const kept = `CASE WHEN g.state = 'completed' THEN g.closed <= g.target END`;
const held = `CASE WHEN g.state = 'hold' THEN ${moment('coalesce(g.changed, g.opened)')} END`;

/** The tickets of these numbers that are there already. */
export const findTickets = (tx: Tx, tickets: readonly Pick<Ticket, 'system' | 'external'>[]) =>
  tx.query<StoredTicket>(
    `SELECT t.system, t.external_id AS external, t.service_request_id AS request, t.digest, r.state,
       r.open AND r.deleted_at IS NULL AND coalesce(r.approval, 'approved') = 'approved' AS open
     FROM jsonb_to_recordset($1::jsonb) AS g (system text, external text)
     JOIN service_ticket t ON t.organisation_id = current_organisation() AND t.system = g.system
       AND t.external_id = g.external
     JOIN service_request r ON r.organisation_id = t.organisation_id AND r.id = t.service_request_id`,
    [JSON.stringify(tickets.map(({ system, external }) => ({ system, external })))],
  );

/** How a request came to stand where it does, as far as a ticket tells; the beginning is not in it. */
const addSteps = (tx: WriteTx, tickets: string) =>
  tx.query(
    `INSERT INTO service_request_event (organisation_id, service_request_id, kind, at, note)
     SELECT $2, g.request, CASE g.state WHEN 'hold' THEN 'held' ELSE g.state END,
       ${moment('coalesce(g.closed, g.changed, g.opened)')}, CASE WHEN g.closed IS NOT NULL THEN g.note END
     FROM ${rows} WHERE g.state <> 'new' ORDER BY g.nth`,
    [tickets, tx.organisation],
  );

const saveTickets = (tx: WriteTx, tickets: string) =>
  tx.query(
    `INSERT INTO service_ticket AS t (organisation_id, system, external_id, service_request_id, place, agency, status,
       opened_at, changed_at, closed_at, target_at, digest)
     SELECT $2, g.system, g.external, g.request, g.place, g.agency, g.status, ${moment('g.opened')},
       ${moment('g.changed')}, ${moment('g.closed')}, ${moment('g.target')}, g.digest FROM ${rows}
     ON CONFLICT (organisation_id, system, external_id) DO UPDATE SET place = excluded.place, agency = excluded.agency,
       status = excluded.status, opened_at = excluded.opened_at, changed_at = excluded.changed_at,
       closed_at = excluded.closed_at, target_at = excluded.target_at, digest = excluded.digest`,
    [tickets, tx.organisation],
  );

/** Reckons what is promised here, where the other system had no target and the type promises something. */
async function reckonPromised(tx: WriteTx, ids: readonly number[], tickets: readonly Ticket[]) {
  const without = ids.filter((_, n) => tickets[n]!.target === null);
  const promised = await tx.query<{ id: number }>(
    `SELECT DISTINCT service_request_id AS id FROM service_request_event
     WHERE organisation_id = current_organisation() AND service_request_id = ANY($1::bigint[]) AND minutes IS NOT NULL`,
    [without],
  );
  if (promised.length > 0)
    await reckonDue(
      tx,
      promised.map(({ id }) => id),
    );
}

async function insertSome(tx: WriteTx, by: number, center: number, tickets: readonly Ticket[]) {
  const made = await tx.query<{ id: number }>(
    `INSERT INTO service_request (organisation_id, date_created, date_updated, created_by, updated_by, center_id,
       requester_id, service_type_id, priority_id, room_id, description, state, operators_needed, date_required,
       promise_met, held_at, closed_at, closing_note, rank)
     SELECT $2, ${moment('g.opened')}, $3, $4, $4, $5, g.requester, g.type, g.priority, g.room, g.description, g.state,
       t.operators_required, ${required}, ${kept}, ${held}, ${moment('g.closed')},
       CASE WHEN g.closed IS NOT NULL THEN g.note END, 0
     FROM ${rows} JOIN service_type t ON t.organisation_id = $2 AND t.id = g.type ORDER BY g.nth RETURNING id`,
    [JSON.stringify(tickets), tx.organisation, tx.stamp, by, center],
  );
  const ids = made.map(({ id }) => id);
  const text = JSON.stringify(tickets.map((ticket, n) => ({ ...ticket, request: ids[n] })));
  await saveTickets(tx, text);
  await tx.query(
    `INSERT INTO service_request_event (organisation_id, service_request_id, kind, at, service_type_id, priority_id,
       center_id, minutes)
     SELECT $2, g.request, 'opened', ${moment('g.opened')}, g.type, g.priority, $3, nullif(coalesce(p.minutes, t.sla_minutes), 0)
     FROM ${rows} JOIN service_type t ON t.organisation_id = $2 AND t.id = g.type
     LEFT JOIN service_type_promise p ON p.organisation_id = $2 AND p.service_type_id = g.type
       AND p.priority_id = g.priority ORDER BY g.nth`,
    [text, tx.organisation, center],
  );
  await addSteps(tx, text);
  await reckonPromised(tx, ids, tickets);
  return ids;
}

/** Opens a request for each ticket, as it stands in the other system. Nobody is written to. Answers the ids. */
export async function insertTickets(
  tx: WriteTx,
  by: number,
  center: number,
  tickets: readonly Ticket[],
): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < tickets.length; at += AT_ONCE)
    ids.push(...(await insertSome(tx, by, center, tickets.slice(at, at + AT_ONCE))));
  return ids;
}

/** Brings open requests to where their tickets have got to, never back. What else was changed here stays. */
export async function updateTickets(
  tx: WriteTx,
  by: number,
  tickets: readonly (Ticket & { request: number; moved: boolean })[],
): Promise<number[]> {
  if (tickets.length === 0) return [];
  await saveTickets(tx, JSON.stringify(tickets));
  await tx.query(
    `UPDATE service_request r SET date_updated = $3, updated_by = $4, date_required = ${required}
     FROM ${rows} WHERE r.organisation_id = $2 AND r.id = g.request`,
    [JSON.stringify(tickets), tx.organisation, tx.stamp, by],
  );
  const moved = tickets.filter((ticket) => ticket.moved);
  await tx.query(
    `UPDATE service_request r SET state = g.state, held_at = ${held}, closed_at = ${moment('g.closed')},
       due_at = CASE WHEN g.state <> 'hold' THEN r.due_at END, hold_reason_id = NULL, hold_note = NULL,
       promise_met = ${kept}, closing_note = CASE WHEN g.closed IS NOT NULL THEN g.note END
     FROM ${rows} WHERE r.organisation_id = $2 AND r.id = g.request`,
    [JSON.stringify(moved), tx.organisation],
  );
  await addSteps(tx, JSON.stringify(moved));
  const ids = tickets.map(({ request }) => request);
  await reckonPromised(tx, ids, tickets);
  return ids;
}
