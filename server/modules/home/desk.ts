import { auditListQuery } from '#contract/asset-audits.ts';
import { assetLoanQuery } from '#contract/asset-loans.ts';
import type { HomeAssets, HomeBookings, HomeMail, HomeService } from '#contract/home.ts';
import { mailQuery } from '#contract/mail.ts';
import { reservationQuery } from '#contract/reservations.ts';
import { serviceRequestQuery } from '#contract/service-requests.ts';
import { centersOf, managers, may, workers } from '#server/lib/caller.ts';
import { countAudits, listAudits } from '#server/modules/asset-audits/service.ts';
import { countLoans } from '#server/modules/asset-loans/service.ts';
import { countItems, openQueues } from '#server/modules/mail-desk/service.ts';
import { figuresOf as mailFigures } from '#server/modules/mail-figures/service.ts';
import { figuresOf as serviceFigures } from '#server/modules/service-figures/service.ts';
import { countRequests, crew, showStats } from '#server/modules/service-requests/service.ts';
import { reservationCount } from '#server/modules/space-booking/service.ts';
import { reportOf } from '#server/modules/space-use/service.ts';
import type { At } from './at.ts';

const DAY = 86_400_000;
const earlier = (day: string, days: number) =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);

const everything = mailQuery.parse({});
/** Of so many centers each has figures of its own; whoever works in more of them sees those of the first. */
const MOST_CENTERS = 4;

async function mailOf({ db, caller }: At, centerId: number | undefined): Promise<HomeMail['desks'][number]> {
  const center = centerId === undefined ? {} : { centerId: [centerId] };
  const { IN, PENDING, TRANSFER, CHECKOUT } = await openQueues(db, caller, { ...everything, ...center });
  return {
    ...(centerId !== undefined && { centerId }),
    waiting: IN.count,
    pending: PENDING.count,
    transfer: TRANSFER.count,
    checkout: CHECKOUT.count,
    ...(IN.oldest !== undefined && { oldest: IN.oldest }),
  };
}

/** The desks at which the caller works; undefined: at none. */
export async function mailDesk(at: At): Promise<HomeMail | undefined> {
  const { db, caller, today } = at;
  const centers = centersOf(caller, 'mail', workers)
    ?.toSorted((a, b) => a - b)
    .slice(0, MOST_CENTERS);
  if (centers?.length === 0) return undefined;
  const desks: HomeMail['desks'] = [];
  for (const id of centers ?? [undefined]) desks.push(await mailOf(at, id));
  const { days } = await mailFigures(db, caller, {
    from: earlier(today, 6),
    until: today,
    centerId: centers,
  });
  return { desks, exceptions: await countItems(db, caller, { ...everything, exception: true }), days };
}

const openRequests = serviceRequestQuery.parse({ open: true });
/** The queue as its own page counts it. */
export async function serviceDesk({ db, caller, today }: At): Promise<HomeService | undefined> {
  if (!may(caller, 'maintenance', crew)) return undefined;
  const stats = await showStats(db, caller, true);
  const { weeks } = await serviceFigures(db, caller, {
    from: earlier(today, 7 * 7),
    until: today,
    centerId: centersOf(caller, 'maintenance', crew),
    typeId: undefined,
    buildingId: undefined,
  });
  return {
    open: stats.totalCount,
    late: stats.pastDueCount,
    mine: stats.assignedCount,
    unassigned: await countRequests(db, caller, { ...openRequests, unassigned: true }),
    awaiting: await countRequests(db, caller, { ...openRequests, awaitingApproval: true }),
    weeks: weeks.map(({ week, opened, closed }) => ({ week, opened, closed })),
  };
}

const awaitingBookings = reservationQuery.parse({ awaitingApproval: true, showOnlyMyReservations: false });
/** What becomes of the bookable spaces today. */
export async function bookingDesk({ db, caller, today }: At): Promise<HomeBookings | undefined> {
  if (!may(caller, 'reservation', managers)) return undefined;
  const use = await reportOf(db, caller, { from: today, until: today, order: 'most', limit: 1 });
  return {
    day: today,
    bookings: use.bookings,
    noShows: use.noShows,
    bookedOpenMs: use.bookedOpenMs,
    openMs: use.openMs,
    awaiting: await reservationCount(db, caller, awaitingBookings),
  };
}

const loans = (query: object) => assetLoanQuery.parse(query);
const [overdue, out, reserved] = [
  loans({ state: 'out', overdue: true }),
  loans({ state: 'out' }),
  loans({ state: 'reserved' }),
];
const underWay = auditListQuery.parse({ state: 'open,reconciling', limit: '3' });
/** The lending desk, and the audits under way. */
export async function assetDesk({ db, caller }: At): Promise<HomeAssets | undefined> {
  if (!may(caller, 'asset', workers)) return undefined;
  // Counted first: mostly there are none, and the list costs ten times as much to plan.
  const total = await countAudits(db, caller, underWay);
  const audits = total > 0 ? await listAudits(db, caller, underWay) : [];
  return {
    overdue: await countLoans(db, caller, overdue),
    out: await countLoans(db, caller, out),
    reserved: await countLoans(db, caller, reserved),
    audits: {
      total,
      items: audits.map(({ id, name, state, figures, dueDate, late }) => ({
        id,
        name,
        state,
        figures,
        late,
        ...(dueDate !== undefined && { dueDate }),
      })),
    },
  };
}
