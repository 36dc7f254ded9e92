import * as m from '#messages';
import type { HomeMove } from '#contract/home.ts';
import type { Leave } from '#contract/leaves.ts';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { formatDate, startOfDay } from '#src/lib/dates.ts';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { ClockIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { type Deed, without } from './deeds.ts';
import { leaveDays } from './leave-words.ts';
import type { Act, Line, Now } from './line.ts';

/** Approve at once, decline with a reason. */
const verdicts = (name: string, approve: Deed, decline: (reason: string) => Deed, needed: boolean): Act[] => [
  { label: m.home_approve(), name, main: true, deed: approve },
  { label: m.home_decline(), name, ask: { kind: 'reason', name, needed, deed: decline } },
];

const moveDay = ({ date }: HomeMove) =>
  date === undefined ? m.home_move_no_day() : m.home_move_day({ day: formatDate(date) });
export const moveTitle = ({ names, description, id }: HomeMove) =>
  names.length > 0 ? names.join(', ') : description || `#${id}`;

function decideMove({ id, ...move }: HomeMove, verdict: 'approve' | 'reject', note?: string): Deed {
  const call = (step: string, body: object) =>
    ({ method: 'POST', path: `/move/requests/${id}/${step}`, body }) as const;
  const name = moveTitle({ id, ...move });
  return {
    call: call(verdict, { note: note || null }),
    undo: call('reopen', {}),
    told: verdict === 'approve' ? m.home_approved({ name }) : m.home_declined({ name }),
    apply: without('movesToApprove', id),
  };
}
/** Moves that wait for the manager of those who move, or of the center. */
export const moveDecisions = (moves: readonly HomeMove[]): Line[] =>
  moves.map((move) => ({
    kind: 'approve-move',
    id: move.id,
    key: `approve-move-${move.id}`,
    due: move.date,
    since: move.dateCreated,
    icon: MoveIcon,
    word: m.home_kind_move(),
    title: moveTitle(move),
    asides: [moveDay(move), move.requester.name, ...(move.names.length > 0 ? [move.description] : [])],
    link: function toMove(title) {
      return (
        <TextLink to="/moves/$requestId" params={{ requestId: move.id }}>
          {title}
        </TextLink>
      );
    },
    acts: verdicts(
      moveTitle(move),
      decideMove(move, 'approve'),
      (reason) => decideMove(move, 'reject', reason),
      true,
    ),
  }));

const decideRequest = ({ id, type }: ServiceRequest, verdict: 'approve' | 'decline', note = ''): Deed => ({
  call: { method: 'PUT', path: `/maintenance/requests/${id}/${verdict}`, body: { note: note || null } },
  told: verdict === 'approve' ? m.home_approved({ name: type.name }) : m.home_declined({ name: type.name }),
  apply: without('requestsToApprove', id),
});
/** Service requests that wait for a manager's yes or no. */
export const requestDecisions = (requests: readonly ServiceRequest[]): Line[] =>
  requests.map((request) => {
    const name = `${request.type.name}, ${request.requester.name}`;
    return {
      kind: 'approve-request',
      id: request.id,
      key: `approve-request-${request.id}`,
      due: request.dueAt ?? request.dateRequired,
      since: request.dateCreated,
      icon: RequestIcon,
      word: m.home_kind_request(),
      title: request.type.name,
      asides: [request.requester.name, request.room.name],
      link: function toRequest(title) {
        return (
          <TextLink to="/requests/queue" search={{ tab: 'approval', open: request.id }}>
            {title}
          </TextLink>
        );
      },
      acts: verdicts(
        name,
        decideRequest(request, 'approve'),
        (reason) => decideRequest(request, 'decline', reason),
        false,
      ),
    };
  });

const decideLeave = ({ id, user }: Leave, verdict: 'approve' | 'reject', comment = ''): Deed => ({
  call: { method: 'POST', path: `/leaves/${id}/${verdict}`, body: comment ? { comment } : {} },
  told: verdict === 'approve' ? m.home_approved({ name: user.name }) : m.home_declined({ name: user.name }),
  apply: without('leavesToApprove', id),
});
/** Leave that waits for the manager, or who stands in. */
export const leaveDecisions = (leaves: readonly Leave[], { me }: Now): Line[] =>
  leaves.map((leave) => ({
    kind: 'approve-leave',
    id: leave.id,
    key: `approve-leave-${leave.id}`,
    due: startOfDay(leave.startDate, me.organisation.timeZone),
    since: leave.dateCreated,
    icon: ClockIcon,
    word: m.home_kind_leave(),
    title: leave.user.name,
    asides: [leave.type.name, leaveDays(leave), ...(leave.note ? [leave.note] : [])],
    link: function toLeave(title) {
      return (
        <TextLink to="/leave/approvals" search={{ open: leave.id }}>
          {title}
        </TextLink>
      );
    },
    acts: verdicts(
      leave.user.name,
      decideLeave(leave, 'approve'),
      (reason) => decideLeave(leave, 'reject', reason),
      true,
    ),
  }));
