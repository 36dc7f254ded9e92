import type { Reservation } from '#contract/reservations.ts';
import * as m from '#messages';
import { CalendarIcon, SeatedIcon } from '#src/ui/booking-icons.tsx';
import { CheckIcon, ClockIcon, CloseIcon, UndoIcon, WarningIcon } from '#src/ui/icons.tsx';
import type { TimelineState } from '#src/ui/timeline-types.ts';

type Phase = Reservation['phase'];
const looks: Record<Phase, Omit<TimelineState, 'word'> & { word: () => string }> = {
  'awaiting-approval': { word: m.booking_phase_awaiting, tone: 'warning', icon: ClockIcon, pattern: 'dots' },
  upcoming: { word: m.booking_phase_upcoming, tone: 'info', icon: CalendarIcon },
  running: { word: m.booking_phase_running, tone: 'warning', icon: WarningIcon },
  'in-use': { word: m.booking_phase_in_use, tone: 'success', icon: SeatedIcon },
  over: { word: m.booking_phase_over, tone: 'neutral', icon: CheckIcon },
  cancelled: { word: m.booking_phase_cancelled, tone: 'neutral', icon: CloseIcon },
  released: { word: m.booking_phase_released, tone: 'neutral', icon: UndoIcon },
};
const made = new Map<Phase, TimelineState>();

/** The look of a booking by where it stands. The same object each time, so that bars are not drawn anew. */
export function lookOf(phase: Phase): TimelineState {
  const known = made.get(phase);
  if (known) return known;
  const look = { ...looks[phase], word: looks[phase].word() };
  made.set(phase, look);
  return look;
}
