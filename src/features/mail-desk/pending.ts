import type { Action } from '#src/directory/mail-calls.ts';
import type { PendingReason } from '#src/directory/pending-reasons.ts';

/** Why parcels are put aside, as the dialog holds it. `day` as 2026-03-03, or ''. */
export type PendingChoice = { reason: PendingReason; day: string; forwardTo: string };

const MORNING = 7;
/** The morning of a day in the reader's zone, epoch ms; undefined for none and for one that is over. */
export function morningOf(day: string, now = Date.now()): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const morning = new Date(year, month - 1, date, MORNING).getTime();
  return morning > now ? morning : undefined;
}

/** A forward says where to; a day that was chosen for a hold lies ahead. */
export const isComplete = ({ reason, day, forwardTo }: PendingChoice, now = Date.now()) =>
  reason === 'forward'
    ? forwardTo.trim() !== ''
    : reason !== 'hold' || !day || morningOf(day, now) !== undefined;

/** What of it goes to the server: only what belongs to the reason. */
export function pendingAction({ reason, day, forwardTo }: PendingChoice, now = Date.now()): Action {
  const until = reason === 'hold' ? morningOf(day, now) : undefined;
  return {
    reason,
    ...(until && { until }),
    ...(reason === 'forward' && { forwardTo: forwardTo.trim() }),
  };
}
