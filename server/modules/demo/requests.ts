import type { ServiceEventKind } from '#contract/service-requests-work.ts';
import type { OperatorStatus, ServiceState } from '#contract/service-requests.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { complaints, closings, questions, ratings, replies } from './request-wording.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEKS = 6;
const MANY = 58;

type MadeEvent = { kind: ServiceEventKind; at: number; by: number; reason?: string; note?: string };
type MadeComment = { at: number; by: number; content: string; internal: boolean };
/** A request of the made-up company; people and spaces by their place in the lists, types and reasons by name. */
type MadeRequest = {
  type: string;
  requester: number;
  space: number;
  description: string;
  state: ServiceState;
  awaiting: boolean;
  created: number;
  operators: { person: number; status: OperatorStatus }[];
  events: MadeEvent[];
  comments: MadeComment[];
  hold?: { at: number; reason: string };
  closed?: { at: number; note: string };
  rating?: { at: number; stars: number; comment: string | undefined };
};

const statusOf: Record<ServiceState, OperatorStatus | undefined> = {
  new: undefined,
  accepted: 'accepted',
  started: 'started',
  hold: 'hold',
  completed: 'completed',
  rejected: 'rejected',
};

/** A time of a working day between 7 and 15 UTC, about so long ago, never after `now`. */
function workingTime(random: Random, now: number, ago: number): number {
  let day = Math.floor((now - ago) / DAY) * DAY;
  while ([0, 6].includes(new Date(day).getUTCDay())) day -= DAY;
  const time = day + random.int(7 * 60, 15 * 60) * MINUTE;
  return time < now - 90 * MINUTE ? time : now - random.int(20, 80) * MINUTE;
}

/** How far it has come: what is old is mostly done, what is of today has just been asked for. */
function stateAfter(random: Random, age: number): ServiceState {
  if (age < DAY)
    return random.weighted([
      ['new', 5],
      ['accepted', 2],
      ['started', 2],
      ['completed', 1],
    ]);
  if (age < 5 * DAY)
    return random.weighted([
      ['new', 1],
      ['accepted', 2],
      ['started', 2],
      ['hold', 3],
      ['completed', 6],
    ]);
  return random.weighted([
    ['started', 1],
    ['hold', 1],
    ['rejected', 2],
    ['completed', 26],
  ]);
}

/** Requests of the last six weeks in every state, the oldest first. Nothing is dated later than `now`. */
export function makeRequests(
  random: Random,
  places: Places,
  people: readonly Person[],
  now: number,
): MadeRequest[] {
  const all = [...people.keys()];
  const operators = all.filter(
    (one) => people[one]!.duty === 'maintenance' || people[one]!.post === 'operator',
  );
  const askers = all.filter((one) => !operators.includes(one) && people[one]!.space !== undefined);
  const account = all.find((one) => people[one]!.post === 'employee');
  const approver = all.find((one) => people[one]!.post === 'manager') ?? operators[0]!;
  const meeting = [...places.spaces.keys()].filter((one) => places.spaces[one]!.kind === 'meeting');
  const ages = Array.from({ length: MANY }, (_, nth) => ((nth + 1) / MANY) ** 1.6 * WEEKS * 7 * DAY);
  return ages
    .map((ago, nth) => {
      // Whoever signs in as an employee finds some of their own.
      const requester = nth % 9 === 2 && account !== undefined ? account : random.pick(askers);
      const created = workingTime(random, now, ago);
      const complaint = random.pick(complaints);
      const space = complaint.meeting
        ? random.pick(meeting)
        : (people[requester]!.space ?? random.pick(meeting));
      const state = complaint.approval && nth % 2 === 0 ? 'new' : stateAfter(random, now - created);
      const operator = random.pick(operators);
      return wayOf(random, { complaint, requester, created, space, state, operator, approver, now });
    })
    .toSorted((a, b) => a.created - b.created);
}

type Way = {
  complaint: (typeof complaints)[number];
  requester: number;
  created: number;
  space: number;
  state: ServiceState;
  operator: number;
  approver: number;
  now: number;
};

/** Everything that happened to a request on its way to its state. */
function wayOf(random: Random, way: Way): MadeRequest {
  const { complaint, requester, created, space, state, operator, approver, now } = way;
  let at = created;
  const later = (minutes: number) => (at = Math.min(at + minutes * MINUTE, now - MINUTE));
  const events: MadeEvent[] = [{ kind: 'opened', at, by: requester }];
  const comments: MadeComment[] = [];
  const say = (by: number, content: string, internal = false) => {
    comments.push({ at: later(random.int(3, 25)), by, content, internal });
    if (!internal) events.push({ kind: 'comment', at, by });
  };
  const step = (kind: ServiceEventKind, minutes: number, more: Partial<MadeEvent> = {}) =>
    events.push({ kind, at: later(minutes), by: operator, ...more });
  const made: MadeRequest = {
    type: complaint.type,
    requester,
    space,
    description: random.pick(complaint.notes),
    state,
    awaiting: complaint.approval === true && state === 'new',
    created,
    operators: statusOf[state] ? [{ person: operator, status: statusOf[state] }] : [],
    events,
    comments,
  };
  if (complaint.approval) events.push({ kind: 'awaiting', at, by: requester });
  if (complaint.approval && state !== 'new' && state !== 'rejected')
    step('approved', random.int(20, 90), { by: approver });
  if (state === 'new') return made;
  if (state === 'rejected') {
    const note = random.pick(closings.rejected);
    step('rejected', random.int(20, 200), { note });
    return { ...made, closed: { at, note } };
  }
  step('accepted', random.int(5, 90));
  if (random.chance(0.35)) say(operator, random.pick(questions));
  if (comments.length > 0 && random.chance(0.7)) say(requester, random.pick(replies));
  if (state === 'accepted') return made;
  step('started', random.int(5, 60));
  const held = state === 'hold' || (state === 'completed' && random.chance(0.2));
  if (held) {
    const reason = random.pick(['Waiting for a part', 'Waiting for a contractor', 'No access to the space']);
    step('held', random.int(10, 60), { reason });
    if (state === 'hold') {
      say(operator, 'Ordered, the supplier says two days.', true);
      return { ...made, hold: { at: events.findLast(({ kind }) => kind === 'held')!.at, reason } };
    }
    step('resumed', random.int(120, 1500));
  }
  if (state === 'started') return made;
  const note = random.pick(closings.completed);
  step('completed', random.int(10, 150), { note });
  const closed = { at, note };
  if (!random.chance(0.55)) return { ...made, closed };
  const { stars, comment } = random.pick(ratings);
  step('rated', random.int(10, 600), { by: requester, ...(comment && { note: comment }) });
  return { ...made, closed, rating: { at, stars, comment } };
}
