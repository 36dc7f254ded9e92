import { Button } from '@mantine/core';
import type { ComponentType } from 'react';
import * as m from '#messages';
import { CheckIcon, ClockIcon, type IconProps, InfoIcon, LockIcon, PersonIcon } from '#src/ui/icons.tsx';
import type { PlanState } from '#src/ui/floor-plan-types.ts';
import { StatusBadge, type Tone } from '#src/ui/status-badge.tsx';
import type { Slot } from './api.ts';
import { type FindRow, isBookable, type Standing } from './find-rows.ts';
import { WaitingButton } from './waiting-button.tsx';

type Look = { tone: Tone; icon: ComponentType<IconProps>; pattern: NonNullable<PlanState['pattern']> };
/** How each is told: by colour, icon and pattern, beside the words. */
export const looks: Record<Standing, Look> = {
  mine: { tone: 'accent', icon: PersonIcon, pattern: 'grid' },
  free: { tone: 'success', icon: CheckIcon, pattern: 'plain' },
  asks: { tone: 'success', icon: InfoIcon, pattern: 'plain' },
  taken: { tone: 'danger', icon: ClockIcon, pattern: 'stripes' },
  barred: { tone: 'neutral', icon: LockIcon, pattern: 'dots' },
};

export function StandingBadge({ row: { standing, words } }: { row: FindRow }) {
  const { tone, icon } = looks[standing];
  // A list of what is taken needs no alarm: only the plan, where many shapes lie side by side, colours it.
  return (
    <StatusBadge tone={standing === 'taken' ? 'neutral' : tone} icon={icon}>
      {words}
    </StatusBadge>
  );
}

export type Booking = {
  /** Id of the space that is being booked. */
  booking: number | undefined;
  /** What is shown is of another time than what is asked for. */
  stale: boolean;
  onBook: (row: FindRow) => void;
  /** The time that is searched, and for how many. */
  wish: Slot & { people: number | undefined };
};
type Props = Booking & { row: FindRow; size?: 'compact-xs' | 'sm'; fullWidth?: boolean };

/** Books at once; gets in line for what is taken; nothing where it cannot be booked. */
export function BookButton(props: Props) {
  const { row, booking, stale, onBook, wish, size = 'compact-xs', fullWidth = false } = props;
  if (row.standing === 'taken' && !stale)
    return (
      <WaitingButton space={row.space} slot={wish} people={wish.people} size={size} fullWidth={fullWidth} />
    );
  if (!isBookable(row)) return null;
  const { id, name } = row.space;
  const label = row.standing === 'asks' ? m.bookings_ask() : m.bookings_book();
  return (
    <Button
      size={size}
      variant={size === 'sm' ? 'filled' : 'light'}
      fullWidth={fullWidth}
      loading={booking === id}
      disabled={stale || (booking !== undefined && booking !== id)}
      aria-label={m.bookings_do_with({ what: label, space: name })}
      onClick={() => onBook(row)}
    >
      {label}
    </Button>
  );
}
