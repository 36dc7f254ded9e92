import { byUrgency } from '#contract/home-order.ts';
import type { Home } from '#contract/home.ts';
import { bookingDecisions, checkInLines } from './booking-lines.tsx';
import { leaveDecisions, moveDecisions, requestDecisions } from './decision-lines.tsx';
import type { Line, Now } from './line.ts';
import { holdingLines, loanLines, parcelLines } from './thing-lines.tsx';
import { workLines } from './work-lines.tsx';

/** All that waits for somebody, the most urgent first. */
export function waitingLines(home: Home, at: Now): Line[] {
  const lines = [
    ...checkInLines(home.bookings?.items ?? [], at),
    ...bookingDecisions(home.bookingsToApprove?.items ?? [], at),
    ...moveDecisions(home.movesToApprove?.items ?? []),
    ...requestDecisions(home.requestsToApprove?.items ?? []),
    ...leaveDecisions(home.leavesToApprove?.items ?? [], at),
    ...workLines(home.assigned?.items ?? [], at),
    ...holdingLines(home.holdings?.items ?? []),
    ...loanLines(home.loans?.items ?? [], at),
    ...parcelLines(home.parcels),
  ];
  return byUrgency(lines, at.now, at.tomorrow);
}
