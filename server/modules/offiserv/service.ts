import type { LeaveDaysQuery, OffiServQuery, TicketKind, TicketQuery } from '#contract/offiserv.ts';
import type { UserLink } from '#contract/offiserv-links.ts';
import { userUri } from '#contract/offiserv-links.ts';
import { notFound } from '#server/lib/app-error.ts';
import { centersOf, managers, workers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { listWayUp } from '#server/modules/people/service.ts';
import { filtersOf } from '#server/modules/saved-filters/service.ts';
import { listKeeperLendings, listLendings, listReservations } from './bookings-repository.ts';
import { listHistory, listKept, type Keeping } from './kept-repository.ts';
import { leavesFor, leavesOf, limitsOf } from './leaves.ts';
import { oneMore, pageText, type Place } from './page.ts';
import { listReminders } from './reminders-repository.ts';
import { findTicket, listTickets, type Whose } from './tickets-repository.ts';
import { personFor } from './whose.ts';

/** The links of a person that the caller may follow. */
export { linksFor } from './whose.ts';

/** `me` is the caller. */
type Asked = number | 'me';

/** A page of what a person's link leads to, as JSON text. @throws 403, 404 */
const page = (
  db: Database,
  caller: Caller,
  { of, link, filters }: { of: Asked; link: Place['link']; filters?: Place['filters'] },
  query: OffiServQuery,
  items: (tx: Tx, person: Caller) => Promise<string[]>,
): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const person = await personFor(tx, caller, of, link);
    const place = { person: person.id, link, ...(filters && { filters }) };
    return pageText(place, query, await items(tx, person));
  });

const ticketLinks = {
  all: 'ticketsUri',
  incoming: 'incomingTicketsUri',
  outgoing: 'outgoingTicketsUri',
} as const satisfies Record<Whose, UserLink>;

/** A page of tickets as JSON text: what the person asked for, and what waits for their work or approval. @throws 403, 404 */
export function showTickets(
  db: Database,
  caller: Caller,
  of: Asked,
  whose: Whose,
  query: TicketQuery,
): Promise<string> {
  const { kind: kinds, state, search } = query;
  const states = new Set(state);
  const open = states.size === 1 ? states.has('open') : undefined;
  const wanted = {
    whose,
    kinds,
    ...(open !== undefined && { open }),
    ...(search !== undefined && { search }),
  };
  const filters = { kind: kinds, state, search };
  return page(db, caller, { of, link: ticketLinks[whose], filters }, query, (tx, person) =>
    listTickets(tx, person, wanted, query),
  );
}

/** A ticket as JSON text. @param name as `service-12` @throws 403, 404 for one that is not theirs too */
export const showTicket = (db: Database, caller: Caller, of: Asked, name: string): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const person = await personFor(tx, caller, of, 'singleTicketUri');
    const [kind, id] = name.split('-') as [TicketKind, string];
    const found = await findTicket(tx, person, kind, Number(id));
    if (found === undefined) throw notFound('There is no such ticket.');
    return found;
  });

type Show = (db: Database, caller: Caller, of: Asked, query: OffiServQuery) => Promise<string>;
/** Of whom a link shows what, as JSON text. Each @throws 403, 404 */
const show =
  (
    link: Place['link'],
    items: (tx: Tx, person: Caller, query: OffiServQuery, caller: Caller) => Promise<string[]>,
  ): Show =>
  (db, caller, of, query) =>
    page(db, caller, { of, link }, query, (tx, person) => items(tx, person, query, caller));

export const showReservations = show('reservationsUri', (tx, person, query, caller) =>
  listReservations(tx, caller, person.id, query),
);
export const showLendings = show('lendingsUri', (tx, person, query) => listLendings(tx, person.id, query));
export const showReminders = show('reminders', (tx, person, query) => listReminders(tx, person.id, query));

/** Whoever manages bookings keeps the spaces, whoever works in an asset center what it lends. */
const keeping = (person: Caller): Keeping => ({
  spaces: centersOf(person, 'reservation', managers) ?? null,
  assets: centersOf(person, 'asset', workers) ?? null,
});
export const showKeeperLendings = show('keeperLendingsUri', (tx, person, query) =>
  listKeeperLendings(tx, keeping(person).assets, query),
);
export const showKept = show('keptResourcesUri', (tx, person, query) => listKept(tx, keeping(person), query));
export const showHistory = show('keptResourcesReservationsHistoryUri', (tx, person, query) =>
  listHistory(tx, keeping(person), query),
);

/** The part of a short list that a page shows, with one more if there is one. */
const part = <Item>(items: readonly Item[], query: OffiServQuery) =>
  items.slice(query.startAt, query.startAt + oneMore(query));

export const showApprovers = show('approversChainUri', async (tx, person, query) => {
  const above = (await listWayUp(tx, person.id)).slice(0, -1).toReversed();
  return part(above, query).map(({ id, name }) =>
    JSON.stringify({ id: String(id), uri: userUri(id), displayName: name }),
  );
});

const isoOf = (ms: number) => new Date(ms).toISOString();
export const showFilters = show('filtersUri', async (tx, person, query) =>
  part(await filtersOf(tx, person.id), query).map(({ id, name, view, filters, dateCreated, dateUpdated }) =>
    JSON.stringify({
      id: String(id),
      name,
      view,
      filters,
      created: isoOf(dateCreated),
      updated: isoOf(dateUpdated),
    }),
  ),
);

export const showLeaves = show('leavesUri', (tx, person, query, caller) =>
  leavesOf(tx, caller, person.id, query),
);
export const showLeavesForApproval = show('leavesForApprovalUri', (tx, person, query) =>
  leavesFor(tx, person, query),
);
/** What a person may take of leave in a year, as JSON text. @throws 403, 404 */
export const showLeaveLimits = (db: Database, caller: Caller, of: Asked, query: LeaveDaysQuery) =>
  page(
    db,
    caller,
    { of, link: 'leaveDaysLimitsUri', filters: { year: query.year?.toString() } },
    query,
    (tx, person) => limitsOf(tx, caller, person.id, query),
  );
