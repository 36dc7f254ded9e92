import * as m from '#messages';
import type { Leave, LeaveStatus } from '#contract/leaves.ts';
import { formatDays, formatDayMonth } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { CheckIcon, ClockIcon, CloseIcon, UndoIcon } from '#src/ui/icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

type Span = Pick<Leave, 'startDate' | 'endDate' | 'startsAtNoon' | 'endsAtNoon'>;

/** "3 – 7 Mar 2026, from noon on the first day", "3 Mar 2026, morning" */
export function spanWords({ startDate, endDate, startsAtNoon, endsAtNoon }: Span): string {
  const days = formatDays(startDate, endDate);
  if (startDate === endDate) {
    if (startsAtNoon) return m.leave_span_afternoon({ day: days });
    return endsAtNoon ? m.leave_span_morning({ day: days }) : days;
  }
  if (startsAtNoon && endsAtNoon) return m.leave_span_both_noons({ days });
  if (startsAtNoon) return m.leave_span_from_noon({ days });
  return endsAtNoon ? m.leave_span_until_noon({ days }) : days;
}

/** What a sentence about a number of days, half ones too, takes. */
export const daysOf = (count: number) => ({ count, number: formatNumber(count) });
/** "2.5 days" */
export const daysWords = (count: number): string => m.leave_days(daysOf(count));

/** 31 Mar, of the month and day on which carried days run out. */
export const yearlyDay = (monthAndDay: string): string => formatDayMonth(`2028-${monthAndDay}`);

type Look = Omit<StatusBadgeProps, 'children'> & { label: () => string };
/** How each state of a leave is called and drawn, everywhere. */
const looks: Record<LeaveStatus, Look> = {
  pending: { label: m.leave_status_pending, tone: 'warning', icon: ClockIcon },
  approved: { label: m.leave_status_approved, tone: 'success', icon: CheckIcon },
  rejected: { label: m.leave_status_rejected, tone: 'danger', icon: CloseIcon },
  withdrawn: { label: m.leave_status_withdrawn, tone: 'neutral', icon: UndoIcon },
  cancelled: { label: m.leave_status_cancelled, tone: 'neutral', icon: CloseIcon },
};

/** Where a leave stands: icon, word and colour. */
export function LeaveBadge({ status }: { status: LeaveStatus }) {
  const { label, tone, icon } = looks[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}
