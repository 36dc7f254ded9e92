import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { ApiError } from '#src/lib/http.ts';
import { Panel } from '#src/ui/panel.tsx';
import classes from './booking.module.css';
import { BookingActions } from './booking-actions.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { titleOf } from './day-model.ts';
import { reservationOptions } from './queries.ts';
import { waitingOptions } from './waiting-queries.ts';

type Props = { id: number; onClose: () => void };

/** A booking beside the day, or over it where there is no room. */
export function BookingPanel({ id, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false });
  useLiveTopic('booking-waiting', waitingOptions.queryKey);
  const { data } = useQuery(reservationOptions(id));
  const title = data ? <bdi>{titleOf(data)}</bdi> : m.booking_panel();
  if (narrow)
    return (
      <Drawer
        opened
        position="right"
        size={420}
        title={title}
        onClose={onClose}
        closeButtonProps={{ 'aria-label': m.ui_close() }}
      >
        <Body id={id} />
      </Drawer>
    );
  return (
    <Panel label={m.booking_panel()} title={title} onClose={onClose}>
      <Body id={id} />
    </Panel>
  );
}

function Body({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(reservationOptions(id));
  if (error instanceof ApiError && error.status === 404)
    return <p className={classes.hint}>{m.booking_gone()}</p>;
  if (data)
    return (
      <div className={classes.details}>
        <BookingActions booking={data} />
        <BookingFacts booking={data} />
      </div>
    );
  if (!error) return <Skeleton height={200} role="status" aria-label={m.shell_loading()} />;
  return (
    <div role="alert" className={classes.details}>
      <p className={classes.hint}>{error.message}</p>
      <Button variant="default" onClick={() => void refetch()}>
        {m.shell_try_again()}
      </Button>
    </div>
  );
}
