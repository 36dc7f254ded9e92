import { Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { dayOf, startOfDay } from '#src/lib/dates.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { daysLater, isDay } from './day-search.ts';
import { dayAndTime } from '#src/directory/booking-time.ts';
import { beginningOptions } from './mine-queries.ts';
import classes from './mine.module.css';
import { useCancelRange } from './mutations.ts';

const SHOWN = 8;

/** Cancels what begins on some days, and says before what that is. */
export function MineRangeDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const [first, setFirst] = useState(() => dayOf(Date.now(), me.timeZone));
  const [last, setLast] = useState(() => daysLater(first, 6));
  const right = isDay(first) && isDay(last) && first <= last;
  const range = {
    startDate: right ? startOfDay(first, me.timeZone) : 0,
    endDate: right ? startOfDay(daysLater(last, 1), me.timeZone) : 1,
  };
  const { data, error: unread } = useQuery({ ...beginningOptions(range), enabled: right });
  const found = right ? data : undefined;
  const { mutate, isPending, error } = useCancelRange();
  const count = found?.length ?? 0;
  const submit = () => {
    if (count === 0) return;
    mutate(range, {
      onSuccess: (done) => {
        notify({ message: m.bookings_range_done({ count: done.count }), tone: 'success' });
        onClose();
      },
    });
  };
  const wrong = !right && first !== '' && last !== '';
  return (
    <Confirm
      opened
      danger
      title={m.bookings_range_title()}
      confirmLabel={count > 0 ? m.bookings_range_do({ count }) : m.bookings_do_cancel()}
      cancelLabel={m.bookings_keep()}
      busy={isPending}
      disabled={count === 0}
      problem={error?.message ?? (right ? unread?.message : undefined)}
      onClose={onClose}
      onConfirm={submit}
    >
      <p>{m.bookings_range_text()}</p>
      <Group gap="xs" grow>
        <TextInput
          type="date"
          label={m.bookings_range_from()}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={m.bookings_range_to()}
          value={last}
          min={first}
          error={wrong && m.bookings_range_wrong()}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
      </Group>
      <div role="status">
        {found && (
          <>
            <p>{count > 0 ? m.bookings_range_found({ count }) : m.bookings_range_none()}</p>
            <ul className={classes.found}>
              {found.slice(0, SHOWN).map((one) => (
                <li key={one.id}>
                  <bdi>{one.room.name}</bdi>, {dayAndTime(one, one.timeZone)}
                </li>
              ))}
            </ul>
            {count > SHOWN && <p>{m.bookings_range_and_more({ count: count - SHOWN })}</p>}
          </>
        )}
      </div>
    </Confirm>
  );
}
