import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Slot } from './api.ts';
import { useLine, waitingOptions } from './waiting-queries.ts';

type Props = {
  space: { id: number; name: string };
  slot: Slot;
  people?: number | undefined;
  /** Short, in a line of a list. */
  size?: 'compact-xs' | 'sm';
  fullWidth?: boolean;
};

/** "Tell me when it frees up", beside what is taken; for who is in line, the way out of it. */
export function WaitingButton({ space, slot, people, size = 'sm', fullWidth = false }: Props) {
  const { data = [] } = useQuery(waitingOptions);
  const { join, leave, busy } = useLine();
  const { startDate, endDate } = slot;
  const entry = data.find(
    (one) =>
      one.state === 'waiting' &&
      one.room?.id === space.id &&
      one.startDate === startDate &&
      one.endDate === endDate,
  );
  const short = size === 'compact-xs';
  const what = entry
    ? short
      ? m.rules_wait_on()
      : m.rules_wait_leave()
    : short
      ? m.rules_wait_short()
      : m.rules_wait();
  return (
    <Button
      size={size}
      variant={entry ? 'light' : 'default'}
      fullWidth={fullWidth}
      loading={busy}
      aria-label={m.bookings_do_with({ what, space: space.name })}
      onClick={() =>
        entry
          ? leave(entry)
          : join({
              startDate,
              endDate,
              room: { id: space.id },
              ...(people !== undefined && { numberOfPeople: people }),
            })
      }
    >
      {what}
    </Button>
  );
}
