import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { formatDuration } from '#src/lib/duration.ts';

export type DueWords = {
  kind: 'due' | 'soon' | 'overdue' | 'paused' | 'met' | 'missed' | 'closed';
  text: string;
};
type Timed = Pick<
  ServiceRequest,
  'state' | 'approval' | 'dueAt' | 'dateRequired' | 'pastDue' | 'promiseMet' | 'closedAt'
>;
/** Time left below which it is told with emphasis. */
const SOON = 60 * 60_000;

/** The sooner of the promise's end and the required date: what past due goes by. Epoch ms. */
export const lateAt = ({ dueAt, dateRequired }: Pick<Timed, 'dueAt' | 'dateRequired'>) =>
  Math.min(dueAt ?? dateRequired, dateRequired);

/** The clock of a request in a few words. @param now epoch ms */
export function dueWords(request: Timed, now: number): DueWords {
  const { state, approval, promiseMet, closedAt } = request;
  if (state === 'completed' || state === 'rejected') {
    if (state === 'completed' && promiseMet === true) return { kind: 'met', text: m.request_clock_met() };
    if (state === 'completed' && promiseMet === false)
      return { kind: 'missed', text: m.request_clock_missed() };
    return { kind: 'closed', text: m.request_clock_closed({ time: formatMoment(closedAt ?? now, now) }) };
  }
  const late = lateAt(request);
  if (late < now) {
    const text = m.request_clock_overdue({ time: formatDuration(now - late) });
    return {
      kind: 'overdue',
      text: state === 'hold' ? m.request_clock_overdue_hold({ overdue: text }) : text,
    };
  }
  if (state === 'hold') return { kind: 'paused', text: m.request_clock_hold() };
  if (approval === 'awaiting') return { kind: 'paused', text: m.request_clock_awaiting() };
  return {
    kind: late - now < SOON ? 'soon' : 'due',
    text: m.request_clock_due({ time: formatMoment(late, now) }),
  };
}
