import { z } from 'zod';
import { heldAsset } from './asset-confirmations.ts';
import { assetAudit } from './asset-audits.ts';
import { assetLoan } from './asset-loans.ts';
import { leave } from './leaves.ts';
import { mailItem } from './mail.ts';
import { moveRequest } from './moves.ts';
import { reservation } from './reservations.ts';
import { serviceRequest } from './service-requests.ts';
import { epochMs } from './wire.ts';

/** So many of each part come with the page; `total` says how many there are. */
export const HOME_PART = 6;
const part = <S extends z.ZodType>(one: S) => z.object({ total: z.int(), items: z.array(one) }).optional();
export type HomePart<T> = { total: number; items: T[] };

/** A move as home tells of it: without its items, of which there may be thousands. */
const homeMove = moveRequest
  .pick({
    id: true,
    date: true,
    description: true,
    status: true,
    approved: true,
    requester: true,
    center: true,
    dateCreated: true,
    dateUpdated: true,
  })
  .extend({
    /** How many people and things it moves. */
    itemCount: z.int(),
    /** The first of them. */
    names: z.array(z.string()),
  });
export type HomeMove = z.infer<typeof homeMove>;

/** A desk that the caller works at; without a center: all of the organisation. Counts are those of the list it names. */
const mailDesk = z.object({
  centerId: z.int().optional(),
  waiting: z.int(),
  pending: z.int(),
  transfer: z.int(),
  checkout: z.int(),
  /** When the oldest of those that wait was checked in. */
  oldest: epochMs.optional(),
});
const homeMail = z.object({
  desks: z.array(mailDesk),
  /** Of the whole organisation, as their list has them. */
  exceptions: z.int(),
  /** The last seven days of these desks together. */
  days: z.array(z.object({ day: z.string(), checkedIn: z.int(), delivered: z.int() })),
});
export type HomeMail = z.infer<typeof homeMail>;
const homeService = z.object({
  open: z.int(),
  late: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  awaiting: z.int(),
  /** The last eight weeks by their Mondays, this one included. */
  weeks: z.array(z.object({ week: z.string(), opened: z.int(), closed: z.int() })),
});
export type HomeService = z.infer<typeof homeService>;
const homeBookings = z.object({
  /** The day of the figures, by the organisation's calendar. */
  day: z.string(),
  bookings: z.int(),
  noShows: z.int(),
  bookedOpenMs: z.int(),
  openMs: z.int(),
  awaiting: z.int(),
});
export type HomeBookings = z.infer<typeof homeBookings>;
const homeAudit = assetAudit.pick({
  id: true,
  name: true,
  state: true,
  figures: true,
  dueDate: true,
  late: true,
});
const homeAssets = z.object({
  overdue: z.int(),
  out: z.int(),
  reserved: z.int(),
  /** Those that are open or being reconciled. */
  audits: z.object({ total: z.int(), items: z.array(homeAudit) }),
});
export type HomeAssets = z.infer<typeof homeAssets>;

/**
 * GET /home: what concerns the caller, the most pressing of each part first. A part is absent where the organisation has
 * its feature switched off, or the caller has no right to it; it is empty where there is nothing.
 */
export const home = z.object({
  /** The server's clock, and the organisation's zone. */
  at: epochMs,
  timeZone: z.string(),
  /** The caller's own that are not over, by time. */
  bookings: part(reservation),
  /** The caller's own that are not delivered, the newest first; `ready`: those that lie at a desk to be fetched. */
  parcels: z.object({ total: z.int(), ready: z.int(), items: z.array(mailItem) }).optional(),
  /** What the caller asked for and is not done, by when it is due. */
  requests: part(serviceRequest),
  /** Open ones that the caller is assigned to. */
  assigned: part(serviceRequest),
  /** What waits for the caller's yes or no. */
  bookingsToApprove: part(reservation),
  requestsToApprove: part(serviceRequest),
  movesToApprove: part(homeMove),
  /** Moves under way by which the caller moves. */
  moves: part(homeMove),
  /** What the caller has borrowed or reserved, by when it is due. */
  loans: part(assetLoan),
  /** What the caller is asked to confirm and has not answered. */
  holdings: part(heldAsset),
  /** The caller's own leave, pending or approved, that is not over. */
  leaves: part(leave),
  leavesToApprove: part(leave),
  /** The queues of what the caller runs. */
  desk: z.object({
    mail: homeMail.optional(),
    service: homeService.optional(),
    bookings: homeBookings.optional(),
    assets: homeAssets.optional(),
  }),
});
export type Home = z.infer<typeof home>;
