import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { stepsOf } from '#src/directory/request-steps.ts';
import { TextLink } from '#src/ui/link.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';
import { changed, type Deed } from './deeds.ts';
import type { Act, Line, Now } from './line.ts';

const steps = {
  accept: { label: m.home_step_accept, told: m.home_did_accept, state: 'accepted' },
  start: { label: m.home_step_start, told: m.home_did_start, state: 'started' },
  resume: { label: m.home_step_resume, told: m.home_did_resume, state: 'started' },
} as const;
type Step = keyof typeof steps;
const isStep = (name: string): name is Step => Object.hasOwn(steps, name);

function deedOf({ id, type, operators }: ServiceRequest, step: Step, me: number): Deed {
  const { state, told } = steps[step];
  return {
    call: { method: 'PUT', path: `/maintenance/requests/${id}/${step}`, body: {} },
    told: told({ name: type.name }),
    apply: changed('assigned', id, {
      state,
      operators: operators.map((one) => (one.id === me ? { ...one, status: state } : one)),
    }),
  };
}

/** Requests that one is assigned to, with the next step where it asks for nothing. */
export const workLines = (requests: readonly ServiceRequest[], { me }: Now): Line[] =>
  requests.map((request) => {
    const { id, type, room, requester } = request;
    const link: Line['link'] = (title) => (
      <TextLink to="/requests/queue" search={{ tab: 'me', open: id }}>
        {title}
      </TextLink>
    );
    const { next } = stepsOf(request, me);
    const act: Act =
      next && isStep(next)
        ? { label: steps[next].label(), name: type.name, main: true, deed: deedOf(request, next, me.id) }
        : { label: m.home_open(), name: type.name, link };
    return {
      kind: 'work',
      id,
      key: `request-${id}`,
      due: request.dueAt ?? request.dateRequired,
      since: request.dateCreated,
      icon: RequestIcon,
      word: m.home_kind_work(),
      title: type.name,
      asides: [room.name, requester.name],
      link,
      acts: [act],
    };
  });
