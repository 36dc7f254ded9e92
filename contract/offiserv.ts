import { z } from 'zod';
import { offiServShortUser } from './account.ts';
import { loanStates } from './asset-loan-rules.ts';
import { reservationStates } from './reservations.ts';
import { choiceFilter, id, listQuery, numberFilter } from './wire.ts';

// What the links of a person lead to. The document names the links and no more: ids are strings, references carry their
// `uri`, times are ISO 8601 in UTC, days `2026-04-30`. Beside the OffiServ `uri`, `resourceUri` is that of the iOffice
// side and `page` the dashboard's page. All of them are relative to the server.

const moment = z.iso.datetime();
const word = z.object({ code: z.string(), name: z.string() });

/** A page of a list; `nextUri` while there is more. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    uri: z.string(),
    startAt: z.int(),
    limit: z.int(),
    items: z.array(item),
    nextUri: z.string().optional(),
  });

/** `me` or the number of a person. */
export const offiServPerson = z.object({ id: z.union([z.literal('me'), id]) });
export const offiServQuery = listQuery.pick({ startAt: true, limit: true });
export type OffiServQuery = z.output<typeof offiServQuery>;
export const offiServSearchQuery = offiServQuery.extend(listQuery.pick({ search: true }).shape);
export type OffiServSearchQuery = z.output<typeof offiServSearchQuery>;

/** Service requests, moves, leave requests, and bookings that need or needed an approval. */
export const ticketKinds = ['service', 'move', 'booking', 'leave'] as const;
export type TicketKind = (typeof ticketKinds)[number];
/** What waits for the person: work, or a decision. */
export const ticketAsks = ['work', 'approval'] as const;
export const ticketStates = ['open', 'closed'] as const;

export const ticket = z.object({
  /** Kind and number: `service-12`. */
  id: z.string(),
  uri: z.string(),
  kind: z.enum(ticketKinds),
  title: z.string(),
  description: z.string(),
  /** `code` as on the iOffice side, or `awaiting` an approval; `name` in words. */
  state: word.extend({ open: z.boolean() }),
  requester: offiServShortUser,
  /** Who works on it, or has been asked to decide; nobody for what a team does. */
  assignees: z.array(offiServShortUser),
  /** Absent: nothing is asked of this person. */
  asked: z.enum(ticketAsks).optional(),
  /** What it is about, by day or moment: when it is required, takes effect, begins. */
  due: moment.optional(),
  created: moment,
  updated: moment,
  resourceUri: z.string(),
  page: z.string(),
});
export type Ticket = z.infer<typeof ticket>;
export const tickets = pageOf(ticket);
export type Tickets = z.infer<typeof tickets>;

/** The newest first. */
export const ticketQuery = offiServSearchQuery.extend({
  kind: choiceFilter(ticketKinds),
  state: choiceFilter(ticketStates),
});
export type TicketQuery = z.output<typeof ticketQuery>;
/** Leading zeros would be a second address of the same ticket. */
export const ticketId = z.string().regex(/^(service|move|booking|leave)-[1-9]\d{0,15}$/);

const resource = z.object({
  id: z.string(),
  kind: z.enum(['space', 'asset']),
  name: z.string(),
  /** What sort of space or asset it is. */
  type: z.string(),
  /** Where it is: space, floor, building, as far as known. */
  place: z.string(),
  resourceUri: z.string(),
  page: z.string(),
});
/** A space or an asset that the person keeps. */
export const keptResource = resource;
export type KeptResource = z.infer<typeof keptResource>;
export const keptResources = pageOf(keptResource);
export type KeptResources = z.infer<typeof keptResources>;

const booked = z.object({
  id: z.string(),
  resource,
  user: offiServShortUser,
  start: moment,
  end: moment,
  resourceUri: z.string(),
  page: z.string(),
});

/** A booking of a space. Of a private one others read “Busy”. */
export const offiServReservation = booked.extend({
  title: z.string(),
  allDay: z.boolean(),
  state: z.enum(reservationStates),
  /** Absent: it needs no approval. */
  approval: z.enum(['awaiting', 'approved', 'declined']).optional(),
});
export const offiServReservations = pageOf(offiServReservation);
export type OffiServReservations = z.infer<typeof offiServReservations>;

/** A loan of an asset; `end` is when it is due back. */
export const lending = booked.extend({
  state: z.enum(loanStates),
  overdue: z.boolean(),
  returned: moment.optional(),
  /** Who handed it over. */
  keeper: offiServShortUser.optional(),
});
export const lendings = pageOf(lending);
export type Lendings = z.infer<typeof lendings>;

/** A booking or loan of what the person keeps that has ended. */
export const pastBooking = booked.extend({
  kind: z.enum(['reservation', 'lending']),
  state: z.enum([...reservationStates, ...loanStates]),
  /** Of a loan. */
  returned: moment.optional(),
});
export const pastBookings = pageOf(pastBooking);
export type PastBookings = z.infer<typeof pastBookings>;

/** A booking or loan to come or under way; `remind` is when the person is to think of it. */
export const reminder = booked.extend({
  kind: z.enum(['reservation', 'lending']),
  state: z.enum(['booked', 'checked_in', 'reserved', 'out']),
  remind: moment,
});
export const reminders = pageOf(reminder);
export type Reminders = z.infer<typeof reminders>;

/** Manager, their manager, and so on to the top. */
export const approvers = pageOf(offiServShortUser);
export type Approvers = z.infer<typeof approvers>;

const day = z.iso.date();
/** A leave request. Both days are included. */
export const leaveRequest = z.object({
  id: z.string(),
  user: offiServShortUser,
  type: z.object({ id: z.string(), name: z.string() }),
  start: day,
  end: day,
  /** Away from noon of the first day; until noon of the last one. */
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  /** Working days, half days as 0.5. */
  days: z.number(),
  note: z.string(),
  state: word,
  /** Whose turn it is while it is pending. */
  approver: offiServShortUser.optional(),
  delegate: offiServShortUser.optional(),
  created: moment,
  updated: moment,
  resourceUri: z.string(),
  page: z.string(),
});
export const leaveRequests = pageOf(leaveRequest);
export type LeaveRequests = z.infer<typeof leaveRequests>;

/** A year of one type of leave; of a type without a limit only what was used and is pending. */
export const leaveDaysLimit = z.object({
  type: z.object({ id: z.string(), name: z.string() }),
  limited: z.boolean(),
  year: z.int(),
  days: z.number().optional(),
  carried: z.number().optional(),
  expired: z.number().optional(),
  used: z.number(),
  pending: z.number(),
  left: z.number().optional(),
});
/** Of this year when nothing is said. */
export const leaveDaysQuery = offiServQuery.extend({ year: numberFilter(2000, 2199) });
export type LeaveDaysQuery = z.output<typeof leaveDaysQuery>;
export const leaveDaysLimits = pageOf(leaveDaysLimit);
export type LeaveDaysLimits = z.infer<typeof leaveDaysLimits>;

/** A list narrowed down, under a name of the person's own. */
export const savedFilterShown = z.object({
  id: z.string(),
  name: z.string(),
  /** Which list it narrows down. */
  view: z.string(),
  filters: z.record(z.string(), z.unknown()),
  created: moment,
  updated: moment,
});
export const savedFilters = pageOf(savedFilterShown);
export type SavedFilters = z.infer<typeof savedFilters>;
