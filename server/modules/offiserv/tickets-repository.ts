import { ticketKinds, type OffiServQuery, type TicketKind } from '#contract/offiserv.ts';
import { userUri } from '#contract/offiserv-links.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import { iso, shortUser, shortUserOf } from '#server/lib/offiserv-json.ts';
import type { Bind, TicketFilter, TicketSource } from '#server/lib/ticket-rows.ts';
import { leaveTickets } from '#server/modules/leaves/service.ts';
import { moveTickets } from '#server/modules/move-requests/service.ts';
import { serviceTickets } from '#server/modules/service-requests/service.ts';
import { bookingTickets } from '#server/modules/space-booking/service.ts';
import { resourceAt, texts } from './json.ts';
import { oneMore } from './page.ts';

const sources: readonly TicketSource[] = [serviceTickets, moveTickets, bookingTickets, leaveTickets];
const EMPTY = `SELECT NULL::text AS kind, NULL::bigint AS id, NULL::timestamptz AS created, NULL::text AS asked WHERE false AND $2::boolean`;
const union = (parts: string[]) => [EMPTY, ...parts].join('\nUNION ALL ');

/** On the iOffice side and in the dashboard; what is asked of somebody stands elsewhere than what they asked for. */
const resources = {
  service: resourceAt('maintenance/requests', 'page.id'),
  move: resourceAt('move/requests', 'page.id'),
  booking: resourceAt('reservations', 'page.id'),
  leave: resourceAt('leaves', 'page.id'),
} satisfies Record<TicketKind, string>;
const pages = {
  service: `CASE WHEN page.asked IS NULL THEN '/requests/mine?open=' ELSE '/requests/queue?open=' END || page.id`,
  move: `'/moves/' || page.id`,
  booking: `CASE WHEN page.asked IS NULL THEN '/bookings/mine' ELSE '/bookings/approvals' END`,
  leave: `'/leaves?open=' || page.id`,
} satisfies Record<TicketKind, string>;
const byKind = (of: Record<TicketKind, string>) =>
  `CASE page.kind ${ticketKinds.map((kind) => `WHEN '${kind}' THEN ${of[kind]}`).join(' ')} END`;

/** The contract's `ticket` of rows of `page`, in their order. $1 is the person. */
const rendered = `
  SELECT json_strip_nulls(json_build_object('id', page.kind || '-' || page.id,
    'uri', '${userUri('')}' || $1::bigint || '/tickets/' || page.kind || '-' || page.id, 'kind', page.kind,
    'title', t.title, 'description', t.description,
    'state', json_build_object('code', t.code, 'name', t.word, 'open', t.open),
    'requester', ${shortUserOf('t', 'requester_id')},
    'assignees', coalesce((SELECT json_agg(${shortUser('member')} ORDER BY nth)
      FROM unnest(t.assignee_ids) WITH ORDINALITY AS crew (id, nth)
      JOIN app_user member ON member.organisation_id = t.organisation_id AND member.id = crew.id), '[]'),
    'asked', page.asked, 'due', ${iso('t.due')}, 'created', ${iso('page.created')}, 'updated', ${iso('t.updated')},
    'resourceUri', ${byKind(resources)}, 'page', ${byKind(pages)}))::text AS json
  FROM page JOIN (${sources
    .map(
      ({ kind, shown: sql }) =>
        `SELECT '${kind}' AS kind, current_organisation() AS organisation_id, ${kind}.* FROM (${sql}) ${kind}`,
    )
    .join('\nUNION ALL ')}) t ON t.kind = page.kind AND t.id = page.id
  ORDER BY page.created DESC, page.kind, page.id DESC`;

/** Collects the parameters of a statement; the first are the person and whether they are a site administrator. */
function binding(person: Caller) {
  const params: unknown[] = [person.id, person.siteAdmin];
  const bind: Bind = (value) => `$${params.push(value)}`;
  return { params, bind };
}

type Looking = { person: Caller; deciding: Caller };
const waitingOf = (source: TicketSource, bind: Bind, { person, deciding }: Looking, filter: TicketFilter) =>
  `SELECT '${source.kind}' AS kind, id, created, asked FROM (${source.waiting(bind, filter, person, deciding)}) asked_of`;
/** @param beyond conditions, and which of them */
const outgoingOf = (source: TicketSource, bind: Bind, filter: TicketFilter, beyond: string) =>
  `(SELECT '${source.kind}' AS kind, id, created, NULL AS asked
    FROM (${source.outgoing(bind, filter)}) asked_by ${beyond})`;

export type Whose = 'all' | 'incoming' | 'outgoing';
export type Wanted = { whose: Whose; kinds?: readonly TicketKind[] | undefined } & Omit<TicketFilter, 'id'>;

/** A page of tickets as JSON texts, the newest first, with one more if there is one. */
export async function listTickets(
  tx: Tx,
  person: Caller,
  wanted: Wanted,
  query: OffiServQuery,
): Promise<string[]> {
  const { whose, kinds = ticketKinds, ...filter } = wanted;
  const { params, bind } = binding(person);
  const [first, most] = [`${bind(query.startAt)}::bigint`, `${bind(oneMore(query))}::bigint`];
  const chosen = sources.filter(({ kind }) => kinds.includes(kind));
  // Nothing that is closed waits for anybody.
  const waits = whose !== 'outgoing' && filter.open !== false;
  const looking = { person, deciding: waits ? await withStandIns(tx, person) : person };
  const waiting = waits ? chosen.map((source) => waitingOf(source, bind, looking, filter)) : [];
  // Asked for and to be done by the same person: it is there once, as what waits.
  const beyond = (kind: TicketKind) =>
    `${waits ? `WHERE id NOT IN (SELECT w.id FROM waiting w WHERE w.kind = '${kind}')` : ''}
     ORDER BY created DESC, id DESC LIMIT ${first} + ${most}`;
  const outgoing =
    whose === 'incoming' ? [] : chosen.map((source) => outgoingOf(source, bind, filter, beyond(source.kind)));
  const sql = `WITH waiting AS MATERIALIZED (${union(waiting)}), page AS MATERIALIZED (
    SELECT * FROM (${union(['SELECT * FROM waiting', ...outgoing])}) every
    ORDER BY created DESC, kind, id DESC LIMIT ${most} OFFSET ${first}) ${rendered}`;
  const shape = [whose, ...chosen.map(({ kind }) => kind), filter.open, filter.search !== undefined];
  return texts(tx, `tickets-${shape.join('-')}`, sql, params);
}

/** A ticket as JSON text: one that the person asked for, worked on, or that waits for them. */
export async function findTicket(
  tx: Tx,
  person: Caller,
  kind: TicketKind,
  id: number,
): Promise<string | undefined> {
  const source = sources.find((one) => one.kind === kind)!;
  const { params, bind } = binding(person);
  const looking = { person, deciding: await withStandIns(tx, person) };
  const parts = [waitingOf(source, bind, looking, { id }), outgoingOf(source, bind, { id }, 'LIMIT 1')];
  const sql = `WITH page AS MATERIALIZED (SELECT * FROM (${union(parts)}) every ORDER BY asked NULLS LAST LIMIT 1) ${rendered}`;
  return (await texts(tx, `ticket-${kind}`, sql, params))[0];
}
