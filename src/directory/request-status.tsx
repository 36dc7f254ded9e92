import * as m from '#messages';
import type { OperatorStatus, ServiceRequest, ServiceState } from '#contract/service-requests.ts';
import { CheckIcon, ClockIcon, CloseIcon, InboxIcon, PersonIcon } from '#src/ui/icons.tsx';
import { PauseIcon, PlayIcon } from '#src/ui/request-icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

type Look = Omit<StatusBadgeProps, 'children'> & { label: () => string };

/** How each state of a request is called and drawn, everywhere. */
export const requestStates: Record<ServiceState, Look> = {
  new: { label: m.request_state_new, tone: 'accent', icon: InboxIcon },
  accepted: { label: m.request_state_accepted, tone: 'info', icon: PersonIcon },
  started: { label: m.request_state_started, tone: 'info', icon: PlayIcon },
  hold: { label: m.request_state_hold, tone: 'warning', icon: PauseIcon },
  completed: { label: m.request_state_completed, tone: 'success', icon: CheckIcon },
  rejected: { label: m.request_state_rejected, tone: 'neutral', icon: CloseIcon },
};
const awaiting: Look = { label: m.request_state_awaiting, tone: 'warning', icon: ClockIcon };
const declined: Look = { label: m.request_state_declined, tone: 'neutral', icon: CloseIcon };

/** Where one of the operators is with it. */
export const operatorStatusLabels: Record<OperatorStatus, () => string> = {
  assigned: m.request_operator_assigned,
  accepted: m.request_state_accepted,
  started: m.request_state_started,
  hold: m.request_state_hold,
  completed: m.request_operator_completed,
  rejected: m.request_operator_rejected,
};

/** Where a request stands: icon, word and colour. */
export function RequestStatus({ request }: { request: Pick<ServiceRequest, 'state' | 'approval'> }) {
  const { label, tone, icon } = lookOf(request);
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

function lookOf({ state, approval }: Pick<ServiceRequest, 'state' | 'approval'>): Look {
  if (state === 'new' && approval === 'awaiting') return awaiting;
  return state === 'rejected' && approval === 'declined' ? declined : requestStates[state];
}
