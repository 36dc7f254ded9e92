import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { formatDays, formatLongDay } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';

/** 3 Mar – 7 Mar 2026 · 4.5 days */
export function leaveDays({ startDate, endDate, days }: Leave): string {
  const span = startDate === endDate ? formatLongDay(startDate) : formatDays(startDate, endDate);
  return m.home_leave_span({
    span,
    days: m.home_leave_days({ count: days, number: formatNumber(days) }),
  });
}
