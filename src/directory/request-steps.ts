import * as m from '#messages';
import type { ServiceRequest, ServiceState } from '#contract/service-requests.ts';
import type { Me } from '#contract/users.ts';
import { managesAt, worksAt } from './rights.ts';

export type StepName = 'accept' | 'reject' | 'start' | 'hold' | 'resume' | 'complete' | 'approve' | 'decline';
export const stepLabels: Record<StepName, () => string> = {
  accept: m.queue_step_accept,
  reject: m.queue_step_reject,
  start: m.queue_step_start,
  hold: m.queue_step_hold,
  resume: m.queue_step_resume,
  complete: m.queue_step_complete,
  approve: m.queue_step_approve,
  decline: m.queue_step_decline,
};
/** Steps that ask for something first. */
export const asking = ['hold', 'complete', 'reject', 'decline'] as const;
export type AskingStep = (typeof asking)[number];
export const asks = (step: StepName): step is AskingStep => (asking as readonly StepName[]).includes(step);

type Standing = Pick<ServiceRequest, 'state' | 'approval' | 'operators' | 'center'>;
export const isClosed = ({ state }: Pick<ServiceRequest, 'state'>) =>
  state === 'completed' || state === 'rejected';

/** What somebody may do with a request next; the first is the one to offer above all. */
export function stepsOf(request: Standing, me: Me): { next?: StepName; others: StepName[] } {
  if (isClosed(request) || !worksAt(me, request)) return { others: [] };
  if (request.approval === 'awaiting')
    return managesAt(me, request) ? { next: 'approve', others: ['decline'] } : { others: ['reject'] };
  const own = request.operators.find(({ id }) => id === me.id)?.status;
  switch (request.state) {
    case 'new':
      return { next: 'accept', others: ['reject'] };
    case 'accepted':
      return { next: 'start', others: own === 'accepted' ? ['reject'] : ['accept', 'reject'] };
    case 'started':
      if (own === 'completed') return { others: ['hold'] };
      return own === 'started'
        ? { next: 'complete', others: ['hold'] }
        : { next: 'start', others: ['hold', 'complete'] };
    default:
      return { next: 'resume', others: own === 'completed' ? [] : ['complete'] };
  }
}

const taking: Partial<Record<ServiceState, Partial<Record<ServiceState, StepName>>>> = {
  new: { accepted: 'accept' },
  accepted: { started: 'start' },
  started: { hold: 'hold', completed: 'complete' },
  hold: { started: 'resume', completed: 'complete' },
};
/** The step that leads from one state to another, if one does. */
export const stepBetween = (from: ServiceState, to: ServiceState) => taking[from]?.[to];

/** True, or why a request may not go to that state; told before the server is asked, which has the last word. */
export function mayGo(request: Standing, to: ServiceState, me: Me): true | string {
  const { state: from, approval } = request;
  if (!worksAt(me, request)) return m.queue_not_elsewhere();
  if (from === 'completed' || from === 'rejected') return m.queue_not_closed();
  if (to === 'new') return m.queue_not_back();
  if (approval === 'awaiting') return m.queue_not_approved();
  if (stepBetween(from, to)) return true;
  if (from === 'new') return m.queue_not_accepted();
  return from === 'accepted' ? m.queue_not_started() : m.queue_not_back();
}
