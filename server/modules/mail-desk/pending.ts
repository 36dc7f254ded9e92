import type { MailAction } from '#contract/mail.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Parcel } from './parcel.ts';

type Asked = Pick<MailAction, 'reason' | 'until' | 'forwardTo'>;

/** What is held longer than this is forgotten rather than held. */
const LONGEST_HOLD = 2 * 366 * 86_400_000;

/** @throws 400 for a time that is over or too far off */
export function checkUntil(until: number | null | undefined, now: Date, prefix: string): void {
  if (until === null || until === undefined) return;
  if (until <= now.getTime()) throw invalid(`${prefix}until`, 'must lie ahead');
  if (until > now.getTime() + LONGEST_HOLD) throw invalid(`${prefix}until`, 'must be within two years');
}

/**
 * Why a parcel is pending after this step. A new reason begins anew; without one, what had been said before
 * stays and is added to, so that a note alone does not turn a hold into something else.
 */
export function pendingAfter(now: Parcel, { reason, until, forwardTo }: Asked) {
  const before = reason ? undefined : now;
  return {
    pendingReason: reason ?? now.pendingReason ?? ('other' as const),
    pendingUntil: until ? new Date(until) : (before?.pendingUntil ?? null),
    forwardTo: forwardTo?.trim() ? forwardTo : (before?.forwardTo ?? null),
  };
}

/** Whether it says of a pending parcel what is not known of it yet. */
export function changesPending(now: Parcel, asked: Asked): boolean {
  const after = pendingAfter(now, asked);
  return (
    after.pendingReason !== now.pendingReason ||
    after.pendingUntil?.getTime() !== now.pendingUntil?.getTime() ||
    after.forwardTo !== now.forwardTo
  );
}
