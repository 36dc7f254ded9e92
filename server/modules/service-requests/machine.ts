import type { OperatorStatus, ServiceState } from '#contract/service-requests.ts';
import type { ServiceEventKind } from '#contract/service-requests-work.ts';
import { isAssigned, type Operator, type Request } from './request.ts';

export const steps = ['accept', 'reject', 'start', 'hold', 'resume', 'complete'] as const;
export type Step = (typeof steps)[number];

export type Stepped = {
  state: ServiceState;
  /** Those whose own status is another than before. */
  operators: Operator[];
  kind: ServiceEventKind;
};
export type Refusal = { code: string; why: string };
type Standing = Pick<Request, 'state' | 'approval' | 'needed' | 'operators'>;

const working: readonly OperatorStatus[] = ['accepted', 'started', 'hold'];
const isWorking = ({ status }: Operator) => working.includes(status);
const refuse = (code: string, why: string): Refusal => ({ code: `service.${code}`, why });

const NOT_STARTED = refuse('not-started', 'Nobody has started on this request yet. Start it first.');
const NOT_ACCEPTED = refuse('not-accepted', 'Nobody has accepted this request yet. Accept it first.');
const ON_HOLD = refuse('on-hold', 'This request is on hold. Resume it first.');
const NOT_ON_HOLD = refuse('not-on-hold', 'This request is not on hold.');
const UNDER_WAY = refuse('under-way', 'Work on this request has begun. Complete it, or cancel it.');
const AWAITING = refuse('awaiting-approval', 'A manager has to approve this request first.');

/** Everybody else's statuses, with those of `from` put to `to`. */
const others = (operators: Operator[], who: number, from: OperatorStatus[], to: OperatorStatus) =>
  operators
    .filter(({ user, status }) => user !== who && from.includes(status))
    .map(({ user }): Operator => ({ user, status: to }));

function reject({ state, operators }: Standing, who: number): Stepped | Refusal {
  if (state !== 'new' && state !== 'accepted') return UNDER_WAY;
  const own: Operator = { user: who, status: 'rejected' };
  const rest = operators.filter((one) => one.user !== who && isAssigned(one));
  const listed = operators.some((one) => one.user === who && isAssigned(one));
  // One of several leaves the request to the others; whoever was not asked to do it turns it down for all.
  if (!listed || rest.length === 0) return { state: 'rejected', operators: [own], kind: 'rejected' };
  const left = rest.some(isWorking) ? 'accepted' : 'new';
  return { state: left, operators: [own], kind: 'withdrawn' };
}

function complete({ state, operators, needed }: Standing, who: number): Stepped | Refusal {
  if (state !== 'started' && state !== 'hold') return NOT_STARTED;
  const own: Operator = { user: who, status: 'completed' };
  const rest = operators.filter(({ user }) => user !== who);
  const done = 1 + rest.filter(({ status }) => status === 'completed').length;
  if (done < needed && rest.some(isWorking)) return { state, operators: [own], kind: 'part-completed' };
  const ended = others(operators, who, ['started', 'hold'], 'completed');
  return { state: 'completed', operators: [own, ...ended], kind: 'completed' };
}

/** What is said of a request that is closed. */
export const over = {
  completed: 'This request has been completed. Ask for it anew.',
  rejected: 'This request has been rejected. Ask for it anew.',
} as const;

/**
 * Where a step of an operator leaves the request and its operators; undefined: as it is, for it has been taken before.
 * Pure.
 */
export function stepFrom(now: Standing, who: number, step: Step): Stepped | Refusal | undefined {
  const { state, approval, operators } = now;
  if (state === 'completed' || state === 'rejected') return refuse('closed', over[state]);
  if (step === 'reject') return reject(now, who);
  if (approval === 'awaiting') return AWAITING;
  const own = operators.find(({ user }) => user === who)?.status;
  switch (step) {
    case 'accept':
      if (own !== undefined && own !== 'assigned' && own !== 'rejected') return undefined;
      return {
        state: state === 'new' ? 'accepted' : state,
        operators: [{ user: who, status: 'accepted' }],
        kind: 'accepted',
      };
    case 'start':
      if (state === 'new') return NOT_ACCEPTED;
      if (state === 'hold') return ON_HOLD;
      if (own === 'started') return undefined;
      return { state: 'started', operators: [{ user: who, status: 'started' }], kind: 'started' };
    case 'hold':
      if (state === 'hold') return undefined;
      if (state !== 'started') return NOT_STARTED;
      return {
        state: 'hold',
        operators: [{ user: who, status: 'hold' }, ...others(operators, who, ['started'], 'hold')],
        kind: 'held',
      };
    case 'resume':
      if (state !== 'hold') return NOT_ON_HOLD;
      return {
        state: 'started',
        operators: [{ user: who, status: 'started' }, ...others(operators, who, ['hold'], 'started')],
        kind: 'resumed',
      };
    case 'complete':
      return own === 'completed' ? undefined : complete(now, who);
  }
}
