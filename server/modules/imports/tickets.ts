import type { ImportOrder } from '#contract/imports.ts';
import { invalid } from '#server/lib/app-error.ts';
import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import {
  addKinds,
  findTickets,
  insertTickets,
  knownKinds,
  updateTickets,
  type KindNames,
  type KnownKind,
  type StoredTicket,
  type TicketRequest,
} from '#server/modules/service-requests/service.ts';
import { findNamed } from './booking-names.ts';
import { foldAll, problems, type Existing, type Planned, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { readTickets, type Ticket } from './ticket-rows.ts';
import { priorityOf, type Priority } from './ticket-words.ts';

/** A ticket whose type may have to be made yet; `priority` null: that of the type. */
type Wanted = Omit<TicketRequest, 'type' | 'priority'> & { kind: string; priority: number | null };
type Change = Wanted & { request: number; moved: boolean };
export type TicketPlan = Omit<Planned, 'inserts' | 'updates'> & {
  center: number;
  usual: number;
  inserts: Wanted[];
  updates: Change[];
  /** Types to be made, by their key. */
  kinds: Map<string, KindNames>;
};

const keyOf = ({ category, product, type }: KindNames) => JSON.stringify([category, product, type]);
/** How far a request has come; nothing goes back. */
const far = { new: 0, accepted: 1, started: 2, hold: 3, completed: 4, rejected: 4 };

/** The center that tickets come to: the first that the caller manages. @throws 400 */
async function settingOf(tx: Tx, caller: Caller) {
  const [row] = await tx.query<{ center: number; zone: string }>(
    `SELECT c.id AS center, o.time_zone AS zone FROM center c JOIN organisation o ON o.id = c.organisation_id
     WHERE c.organisation_id = current_organisation() AND c.module = 'maintenance'
       AND ($1::bigint[] IS NULL OR c.id = ANY($1)) ORDER BY c.id LIMIT 1`,
    [centersOf(caller, 'maintenance', managers) ?? null],
  );
  if (!row) throw invalid('csv', 'needs a maintenance center, which your organisation has not');
  const priorities = await tx.query<Priority>(
    `SELECT id, name, sort_order AS rank FROM priority
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL ORDER BY sort_order, id`,
  );
  const usual = priorityOf('normal', priorities);
  if (!usual) throw invalid('csv', 'needs priorities, which your organisation has not');
  return { ...row, priorities, usual: usual.id };
}

/** The types by the key of their folded names; of two that share one the older. */
const kindsByKey = async (tx: Tx, center: number) =>
  new Map((await knownKinds(tx, center)).map((kind): [string, KnownKind] => [keyOf(kind), kind]));

/** The folded key of each ticket's type. */
async function kindKeys(tx: Tx, tickets: readonly Ticket[]): Promise<string[]> {
  const names = [...new Set(tickets.flatMap(({ category, product, type }) => [category, product, type]))];
  const folded = await foldAll(tx, names);
  const fold = new Map(names.map((name, n) => [name, folded[n]!]));
  return tickets.map(({ category, product, type }) =>
    keyOf({ category: fold.get(category)!, product: fold.get(product)!, type: fold.get(type)! }),
  );
}

function requestOf(ticket: Ticket, kind: string, room: number, requester: number): Omit<Wanted, 'priority'> {
  const { words, state, closed } = ticket;
  const said = words.description ?? words.type ?? ticket.type;
  return {
    system: words.system,
    external: words.externalId,
    kind,
    room,
    requester,
    // What was noted of a closed ticket is how it ended.
    description: closed === undefined && words.notes ? `${said}\n\n${words.notes}` : said,
    state,
    opened: ticket.opened,
    changed: ticket.updated ?? null,
    closed: closed ?? null,
    target: ticket.target ?? null,
    note: words.notes ?? null,
    place: words.place ?? null,
    agency: words.agency ?? null,
    status: words.status ?? null,
    digest: ticket.digest,
  };
}

function settle(plan: TicketPlan, known: StoredTicket | undefined, wanted: Wanted, existing: Existing) {
  if (!known) plan.inserts.push(wanted);
  else if (known.digest === wanted.digest || !known.open || existing === 'skip') plan.skip += 1;
  else
    plan.updates.push({
      ...wanted,
      request: known.request,
      moved: far[wanted.state] > far[known.state],
    });
}

function urgencyOf(ticket: Ticket, priorities: readonly Priority[], found: Problems) {
  if (ticket.urgency === undefined) return null;
  const priority = priorityOf(ticket.urgency, priorities);
  return priority ? priority.id : found.add(ticket.row, 'priority', `“${ticket.urgency}” is no priority`);
}

/** Whether a row of the file is in the part. */
function rowsOf(sheet: readonly SheetRow[], part: ImportOrder['part']) {
  if (!part) return () => true;
  const rows = new Set(sheet.slice(part.from, part.from + part.count).map(({ row }) => row));
  return (row: number) => rows.has(row);
}

/** Tickets of another system; each row stands for itself. @throws 400 without a center that the caller manages */
export async function planTickets(
  tx: Tx,
  sheet: SheetRow[],
  existing: Existing,
  caller: Caller,
  part?: ImportOrder['part'],
): Promise<TicketPlan> {
  const found = problems();
  const within = rowsOf(sheet, part);
  const { center, zone, priorities, usual } = await settingOf(tx, caller);
  // All of them are read, also for a part: one date of the file may say how the others are meant.
  const tickets = readTickets(sheet, zone, found).filter(({ row }) => within(row));
  const meant = await findNamed(tx, tickets);
  const keys = await kindKeys(tx, tickets);
  const there = await kindsByKey(tx, center);
  const stored = new Map(
    (
      await findTickets(
        tx,
        tickets.map(({ words }) => ({ system: words.system, external: words.externalId })),
      )
    ).map((one) => [JSON.stringify([one.system, one.external]), one]),
  );
  const plan: TicketPlan = {
    center,
    usual,
    inserts: [],
    updates: [],
    skip: 0,
    kinds: new Map(),
    errors: [],
  };
  for (const [n, ticket] of tickets.entries()) {
    const { row, words, category, product, type } = ticket;
    const names = meant[n]!;
    if (!('room' in names)) {
      found.add(row, names.field, names.message, { problem: 'unknown' });
      continue;
    }
    const priority = urgencyOf(ticket, priorities, found);
    if (priority === undefined) continue;
    const key = keys[n]!;
    if (!there.has(key)) {
      if (words.newTypes === 'known-only') {
        const path = [category, product, type].map((name) => `“${name}”`).join(', ');
        found.add(row, 'type', `${path} is no type of request`, { problem: 'unknown' });
        continue;
      }
      if (!plan.kinds.has(key)) plan.kinds.set(key, { category, product, type });
    }
    const wanted = { ...requestOf(ticket, key, names.room, names.person ?? caller.id), priority };
    settle(plan, stored.get(JSON.stringify([words.system, words.externalId])), wanted, existing);
  }
  plan.errors = found.errors.filter(({ row }) => within(row));
  return plan;
}

/** Writes the tickets, and first the types that they need. Answers the requests that were made or changed. */
export async function carryOutTickets(tx: WriteTx, caller: Caller, plan: TicketPlan): Promise<number[]> {
  const { center, usual, kinds, inserts, updates } = plan;
  const needed = new Set(inserts.map(({ kind }) => kind));
  const missing = [...kinds].filter(([key]) => needed.has(key)).map(([, names]) => names);
  await addKinds(tx, center, missing, usual);
  const there = await kindsByKey(tx, center);
  const asRequest = <T extends Wanted>({ kind, ...rest }: T) => {
    const type = there.get(kind);
    return { ...rest, type: type?.id ?? 0, priority: rest.priority ?? type?.priority ?? usual };
  };
  return [
    ...(await updateTickets(tx, caller.id, updates.map(asRequest))),
    ...(await insertTickets(tx, caller.id, center, inserts.map(asRequest))),
  ];
}
