export const loanStates = ['reserved', 'out', 'returned', 'cancelled'] as const;
export type LoanState = (typeof loanStates)[number];
export type LoanStep = 'handOver' | 'return' | 'cancel';

const ways: Record<LoanStep, { from: LoanState; to: LoanState }> = {
  handOver: { from: 'reserved', to: 'out' },
  return: { from: 'out', to: 'returned' },
  cancel: { from: 'reserved', to: 'cancelled' },
};

/** The state that a step leads to; the same one when it has been taken already; undefined when it is not allowed. */
export function loanStateAfter(now: LoanState, step: LoanStep): LoanState | undefined {
  const { from, to } = ways[step];
  return now === to || now === from ? to : undefined;
}

/** Whether it should have come back. */
export const isOverdue = ({ state, dueDate }: { state: LoanState; dueDate: number }, now: number) =>
  state === 'out' && dueDate <= now;

export type ReminderKind = 'due-soon' | 'due' | 'overdue';
const DAY = 86_400_000;

/**
 * When a loan's borrower is reminded first or next, after `now`, in epoch milliseconds: `daysBefore` the due date, on it,
 * and then every `overdueDays`. What was missed meanwhile is not made up for.
 */
export function nextReminder(
  dueDate: number,
  now: number,
  { daysBefore, overdueDays }: { daysBefore: number; overdueDays: number },
): number {
  const soon = dueDate - daysBefore * DAY;
  if (now < soon) return soon;
  if (now < dueDate) return dueDate;
  return dueDate + (Math.floor((now - dueDate) / (overdueDays * DAY)) + 1) * overdueDays * DAY;
}

/** What the reminder that was set for `at` says when it is sent at `now`. */
export function reminderKind(dueDate: number, at: number, now: number): ReminderKind {
  if (now < dueDate) return 'due-soon';
  return at <= dueDate ? 'due' : 'overdue';
}
