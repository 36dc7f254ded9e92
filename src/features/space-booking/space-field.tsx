import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import type { AvailableSpace } from '#contract/availability.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import type { Slot } from './api.ts';
import { clockOf } from '#src/lib/zone-clock.ts';
import { availableOptions } from './queries.ts';

type Space = { id: number; name: string };
type Props = {
  label: string;
  value: string;
  onChange: (room: string) => void;
  /** Where one looks. */
  building: number | undefined;
  slot: Slot | undefined;
  people: number | undefined;
  user: number;
  /** Offered at once, and at any time: the one that a booking has already. */
  own?: Space | undefined;
  error?: string | undefined;
  /** Of the field, so that it can be focused when it is at fault. */
  inputRef?: Ref<HTMLInputElement>;
  size?: 'xs' | 'sm';
};
const SHOWN = 100;

/** Why a space is not to be had, in a few words. */
function why({ reason, timeZone }: AvailableSpace): string {
  if (reason?.code === 'too-small') return m.booking_space_small({ count: formatNumber(reason.limit ?? 0) });
  if (reason?.code !== 'taken') return m.booking_space_rule();
  return reason.until
    ? m.booking_space_taken_until({ time: clockOf(reason.until, timeZone).slice(11) })
    : m.booking_space_taken();
}

/** A space to book: those that are free at the time first, with the reason beside the others. */
export function SpaceField({
  label,
  value,
  onChange,
  building,
  slot,
  people,
  user,
  own,
  error,
  inputRef = null,
  size = 'sm',
}: Props) {
  const found = useQuery({
    ...availableOptions({
      ...(slot ?? { startDate: 0, endDate: 1 }),
      buildingId: building,
      userId: user,
      ...(people && { numberOfPeople: people }),
    }),
    enabled: slot !== undefined,
  });
  const spaces = found.data ?? [];
  const known = new Set(spaces.map(({ id }) => id));
  const data = [
    ...(own && !known.has(own.id) ? [{ value: String(own.id), label: own.name }] : []),
    ...spaces.map((space) => ({
      value: String(space.id),
      label:
        space.free || space.id === own?.id
          ? `${space.name} · ${space.floor.name}`
          : `${space.name} · ${why(space)}`,
      disabled: !space.free && space.id !== own?.id,
    })),
  ];
  return (
    <Select
      ref={inputRef}
      label={label}
      size={size}
      data={data}
      value={value || null}
      onChange={(room) => room !== null && onChange(room)}
      allowDeselect={false}
      searchable
      limit={SHOWN}
      error={error ?? found.error?.message}
      nothingFoundMessage={m.booking_nothing_found()}
    />
  );
}
