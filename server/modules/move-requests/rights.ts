import type { Role } from '#contract/users.ts';
import { forbidden } from '#server/lib/app-error.ts';
import { centersOf, managers, may, workers, type Access, type Caller } from '#server/lib/caller.ts';
import type { MoveStep } from '#contract/moves.ts';
import { isLocked, stepFrom, type Standing, type Step } from './machine.ts';

/** Who works on the moves of a center. */
export const crew: readonly Role[] = [...workers, 'TECHNICIAN'];
export const everybody = { access: 'signed-in' as Access };
export const managersOnly = { access: { module: 'move', roles: managers } as Access };

/** Who looks: `centers` are those whose moves they work on; undefined: all. */
export type Viewer = { id: number; centers: number[] | undefined };
export const viewerOf = (caller: Caller): Viewer => ({
  id: caller.id,
  centers: centersOf(caller, 'move', crew),
});

/** What of a request the rights hang on. */
export type Concerned = {
  center: number;
  requester: number;
  /** People who move, and those of them whose manager the caller is. */
  people: number;
  managed: number;
};

/** A manager of the center, or the manager of everybody who moves: one of several may not decide for the others. */
export const mayDecide = (caller: Caller, { center, people, managed }: Omit<Concerned, 'requester'>) =>
  may(caller, 'move', managers, center) || (people > 0 && managed === people);

export const mayWork = (caller: Caller, request: Concerned) =>
  may(caller, 'move', crew, request.center) || mayDecide(caller, request);

const isParty = (caller: Caller, request: Concerned) =>
  request.requester === caller.id || mayWork(caller, request);

const whys: Record<Step, string> = {
  approve: 'The manager of everybody who moves, or a manager of the move center, can approve this move.',
  reject: 'The manager of everybody who moves, or a manager of the move center, can reject this move.',
  reopen:
    'Who can approve this move can re-open it: the manager of everybody who moves, or one of the move center.',
  start: 'Those who work in the move center can start this move.',
  archive: 'Who asked for this move, and those who work in the move center, can archive it.',
  unarchive:
    'Who asked for this move, and those who work in the move center, can take it out of the archive.',
};
const mayStep = (caller: Caller, request: Concerned, step: Step): boolean => {
  if (step === 'archive' || step === 'unarchive') return isParty(caller, request);
  return step === 'start' ? mayWork(caller, request) : mayDecide(caller, request);
};
/** @throws 403 with a sentence */
export function demandStep(caller: Caller, request: Concerned, step: Step) {
  if (!mayStep(caller, request, step)) throw forbidden(whys[step]);
}

/** Whether the caller may change what a request says as it stands. */
export const mayEdit = (caller: Caller, request: Concerned & Standing) =>
  isLocked(request) ? mayDecide(caller, request) : isParty(caller, request);
export const mayRemove = (caller: Caller, request: Concerned & Standing) =>
  request.effected ? may(caller, 'move', managers, request.center) : mayEdit(caller, request);

const steps: readonly Step[] = ['approve', 'reject', 'reopen', 'start', 'archive', 'unarchive'];
/** What the caller may do with a request now. */
export function allowed(caller: Caller, request: Concerned & Standing): MoveStep[] {
  const open = steps.filter((step) => {
    const outcome = stepFrom(request, step);
    return outcome && 'kind' in outcome && mayStep(caller, request, step);
  });
  return [
    ...(mayEdit(caller, request) && !request.effected && !request.archived ? ['edit' as const] : []),
    ...open,
    ...(mayRemove(caller, request) ? ['remove' as const] : []),
    ...(mayWork(caller, request) ? ['tasks' as const] : []),
  ];
}
