import type { HeldAsset } from '#contract/asset-confirmations.ts';
import { assetLoanQuery, type AssetLoan } from '#contract/asset-loans.ts';
import { HOME_PART, type Home, type HomeMove, type HomePart } from '#contract/home.ts';
import { leaveQuery, type Leave } from '#contract/leaves.ts';
import { mailQuery, type MailItem } from '#contract/mail.ts';
import { moveRequestQuery, type MoveRequest } from '#contract/moves.ts';
import { reservationQuery, type Reservation } from '#contract/reservations.ts';
import { serviceRequestQuery, type ServiceRequest } from '#contract/service-requests.ts';
import { centersOf, managers, may, type Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { countLoans, holdingsOf, listLoans } from '#server/modules/asset-loans/service.ts';
import { countLeaves, listLeaves } from '#server/modules/leaves/service.ts';
import { countItems, listItems } from '#server/modules/mail-desk/service.ts';
import * as moves from '#server/modules/move-requests/service.ts';
import * as service from '#server/modules/service-requests/service.ts';
import { reservationCount, reservationsOf } from '#server/modules/space-booking/service.ts';
import { limit, part, rarePart, type At } from './at.ts';

type Parts = Partial<Omit<Home, 'at' | 'timeZone' | 'desk'>>;

const bookings = { list: reservationsOf, count: reservationCount };
const byStart = { orderBy: 'startDate', limit };
const upcoming = reservationQuery.parse(byStart);
const awaitingBookings = reservationQuery.parse({
  ...byStart,
  awaitingApproval: true,
  showOnlyMyReservations: false,
});
/** Bookings of one's own, and those that one may approve. */
export async function bookingParts(at: At): Promise<Parts> {
  return {
    bookings: await part<Reservation, typeof upcoming>(at, bookings, upcoming),
    ...(may(at.caller, 'reservation', managers) && {
      bookingsToApprove: await part<Reservation, typeof upcoming>(at, bookings, awaitingBookings),
    }),
  };
}

const mail = { list: listItems, count: countItems };
const parcels = mailQuery.parse({
  mine: true,
  queue: 'IN,PENDING,TRANSFER,CHECKOUT',
  orderBy: 'id',
  orderByType: 'desc',
  limit,
});
/** At a desk, and put aside for nobody. */
const ready = { ...parcels, queue: ['IN' as const] };
export async function mailParts(at: At): Promise<Parts> {
  const { total, items } = await part<MailItem, typeof parcels>(at, mail, parcels);
  const here = items.filter(({ currentQueue }) => currentQueue === 'IN').length;
  const count = total > items.length ? await countItems(at.db, at.caller, ready) : here;
  return { parcels: { total, ready: count, items } };
}

const requests = { list: service.listRequests, count: service.countRequests };
const byDue = { open: true, orderBy: 'dueAt', limit };
const asked = serviceRequestQuery.parse({ ...byDue, mine: true });
const assigned = serviceRequestQuery.parse({ ...byDue, assigned: 'me' });
const awaitingRequests = serviceRequestQuery.parse({ ...byDue, awaitingApproval: true });
export async function serviceParts(at: At): Promise<Parts> {
  const { caller } = at;
  const managed = centersOf(caller, 'maintenance', managers);
  return {
    requests: await part<ServiceRequest, typeof asked>(at, requests, asked),
    ...(may(caller, 'maintenance', service.crew) && {
      assigned: await part<ServiceRequest, typeof asked>(at, requests, assigned),
    }),
    ...(managed?.length !== 0 && {
      requestsToApprove: await part<ServiceRequest, typeof asked>(at, requests, {
        ...awaitingRequests,
        centerId: managed,
      }),
    }),
  };
}

const NAMES = 3;
const told = ({ items, ...move }: MoveRequest): HomeMove => ({
  id: move.id,
  ...(move.date !== undefined && { date: move.date }),
  description: move.description,
  status: move.status,
  approved: move.approved,
  requester: move.requester,
  center: move.center,
  dateCreated: move.dateCreated,
  dateUpdated: move.dateUpdated,
  itemCount: items.length,
  names: items.slice(0, NAMES).map(({ name, user }) => user?.name ?? name),
});
const byDate = { orderBy: 'date', limit };
const movesToApprove = moveRequestQuery.parse({ ...byDate, toApprove: true });
const movesOf = moveRequestQuery.parse({ ...byDate, statusCode: 'pen,apr,sub' });
export async function moveParts(at: At): Promise<Parts> {
  const read = async (query: typeof movesOf): Promise<HomePart<HomeMove>> => {
    const found = await part<MoveRequest, typeof movesOf>(
      at,
      { list: moves.listRequests, count: moves.countRequests },
      query,
    );
    return { ...found, items: found.items.map(told) };
  };
  return {
    movesToApprove: await read(movesToApprove),
    moves: await read({ ...movesOf, userId: [at.caller.id] }),
  };
}

const leaves = {
  list: (db: Database, caller: Caller, query: typeof ownLeaves) =>
    db.read(caller.organisation, (tx) => listLeaves(tx, query, caller)),
  count: (db: Database, caller: Caller, query: typeof ownLeaves) =>
    db.read(caller.organisation, (tx) => countLeaves(tx, query, caller)),
};
const ownLeaves = leaveQuery.parse({ ...byStart, mine: true, status: 'pending,approved' });
const awaitingLeaves = leaveQuery.parse({ ...byStart, forApproval: true });
export async function leaveParts(at: At): Promise<Parts> {
  return {
    leaves: await rarePart<Leave, typeof ownLeaves>(at, leaves, { ...ownLeaves, from: at.today }),
    leavesToApprove: await rarePart<Leave, typeof ownLeaves>(at, leaves, awaitingLeaves),
  };
}

const ownLoans = assetLoanQuery.parse({ mine: true, state: 'out,reserved', orderBy: 'dueDate', limit });
const dueOf = ({ asks }: HeldAsset) =>
  Math.min(...asks.filter(({ answer }) => answer === undefined).map(({ round }) => round.dueDate));
export async function assetParts(at: At): Promise<Parts> {
  const { db, caller } = at;
  const held = await db.read(caller.organisation, (tx) => holdingsOf(tx, caller.id));
  const open = (JSON.parse(held) as HeldAsset[])
    .filter(({ asks }) => asks.some(({ answer }) => answer === undefined))
    .toSorted((a, b) => dueOf(a) - dueOf(b));
  return {
    loans: await part<AssetLoan, typeof ownLoans>(at, { list: listLoans, count: countLoans }, ownLoans),
    holdings: { total: open.length, items: open.slice(0, HOME_PART) },
  };
}
