import type { ComponentType } from 'react';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { CheckIcon, ClockIcon, CloseIcon, type IconProps, InfoIcon, PersonIcon, WarningIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';

type Look = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };
/** What each phase of a booking is called, and how it looks, to the person whose it is. */
export const minePhases: Record<Reservation['phase'], Look> = {
  'awaiting-approval': { label: m.bookings_phase_awaiting, tone: 'warning', icon: InfoIcon },
  upcoming: { label: m.bookings_phase_upcoming, tone: 'accent', icon: ClockIcon },
  running: { label: m.bookings_phase_running, tone: 'warning', icon: WarningIcon },
  'in-use': { label: m.bookings_phase_in_use, tone: 'success', icon: PersonIcon },
  over: { label: m.bookings_phase_over, tone: 'neutral', icon: CheckIcon },
  cancelled: { label: m.bookings_phase_cancelled, tone: 'neutral', icon: CloseIcon },
  released: { label: m.bookings_phase_released, tone: 'neutral', icon: ClockIcon },
};
