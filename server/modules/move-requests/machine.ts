import type { MoveStatusCode, MoveStep } from '#contract/moves.ts';
import type { MoveEventKind } from '#contract/moves-work.ts';

/** Where a request stands. `effected`: people, assets and parcels have been moved; nothing is taken back then. */
export type Standing = { code: MoveStatusCode; approved: boolean; archived: boolean; effected: boolean };
export type Step = Exclude<MoveStep, 'edit' | 'remove' | 'tasks'>;
export type Stepped = Pick<Standing, 'code' | 'approved' | 'archived'> & { kind: MoveEventKind };
export type Refusal = { code: string; why: string };

const refuse = (code: string, why: string): Refusal => ({ code: `move.${code}`, why });
const DONE = refuse('done', 'This move has taken effect. File a new one to change it.');
const REJECTED = refuse('rejected', 'This move has been rejected. Re-open it first.');
const ARCHIVED = refuse('archived', 'This move is in the archive. Take it out of there first.');
const NOT_APPROVED = refuse('not-approved', 'This move has not been approved yet. Approve it first.');
const STARTED = refuse('started', 'This move is in progress already. Re-open it to have it approved anew.');
const BY_EFFECT = refuse(
  'by-effect',
  'A move is done when it has taken effect: on its date, or when somebody has it take effect now.',
);
const PENDING = refuse(
  'pending',
  'This move waits for an approval. Approve or reject it before it is archived.',
);

/**
 * The status that counts: the documents' calls may file a request as pending and approved in one, and approved is
 * what it is then.
 */
export const effective = ({ code, approved }: Pick<Standing, 'code' | 'approved'>): MoveStatusCode =>
  code === 'pen' && approved ? 'apr' : code;

/** Nobody but those who may re-open it edits a request that is more than asked for. */
export const isLocked = (now: Standing) => effective(now) !== 'pen';

/** The step that leads to a status. */
export const stepTo: Record<Exclude<MoveStatusCode, 'don'>, Step> = {
  pen: 'reopen',
  apr: 'approve',
  sub: 'start',
  '0': 'reject',
};

function archiving(now: Standing, into: boolean): Stepped | Refusal | undefined {
  if (now.archived === into) return undefined;
  if (into && effective(now) === 'pen') return PENDING;
  return { ...now, archived: into, kind: into ? 'archived' : 'unarchived' };
}

/** Where a step leaves a request; undefined: as it is, for it has been taken before. Pure. */
export function stepFrom(now: Standing, step: Step): Stepped | Refusal | undefined {
  if (step === 'archive' || step === 'unarchive') return archiving(now, step === 'archive');
  if (now.archived) return ARCHIVED;
  const code = effective(now);
  if (code === 'don' || now.effected) return DONE;
  const to = (next: MoveStatusCode, approved: boolean, kind: MoveEventKind): Stepped => ({
    code: next,
    approved,
    archived: false,
    kind,
  });
  switch (step) {
    case 'approve':
      if (code === '0') return REJECTED;
      if (now.approved) return undefined;
      // Filed as in progress by a call of the documents: it stays that.
      return to(code === 'sub' ? 'sub' : 'apr', true, 'approved');
    case 'reject':
      return code === '0' ? undefined : to('0', false, 'rejected');
    case 'reopen':
      return code === 'pen' ? undefined : to('pen', false, 'reopened');
    case 'start':
      if (code === '0') return REJECTED;
      if (code === 'sub') return undefined;
      return now.approved ? to('sub', true, 'started') : NOT_APPROVED;
  }
}

/** Where a status that is asked for by itself leads. @returns as `stepFrom` */
export function stepTowards(now: Standing, code: MoveStatusCode): Stepped | Refusal | undefined {
  if (now.code === code) return undefined;
  // Back from work that has begun, nothing says who would approve it again.
  if (code === 'apr' && now.code === 'sub') return STARTED;
  return code === 'don' ? BY_EFFECT : stepFrom(now, stepTo[code]);
}
