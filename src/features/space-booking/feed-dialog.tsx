import { Alert, Button, Group, Modal, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { formatDate } from '#src/lib/dates.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import classes from './booking.module.css';
import { FeedLink } from './feed-link.tsx';
import { feedsOptions, useFeedStep } from './feed-queries.ts';

type Props = {
  /** Without one: the reader's own bookings. */
  space?: { id: number; name: string };
  onClose: () => void;
};

/** The secret link for calendar programs: made, shown this once, made anew, taken away. */
export function FeedDialog({ space, onClose }: Props) {
  useReturnFocus();
  const feeds = useQuery(feedsOptions);
  const { mutate, data: made, isPending, error, reset } = useFeedStep();
  const [asking, setAsking] = useState<'renew' | 'remove'>();
  const feed = feeds.data?.find(({ room }) => room?.id === space?.id);
  const take = (kind: 'renew' | 'remove') =>
    feed &&
    mutate(
      { kind, id: feed.id },
      {
        onSuccess: () => {
          setAsking(undefined);
          if (kind === 'remove') notify({ message: m.rules_feed_removed() });
        },
      },
    );
  const ask = (kind: 'renew' | 'remove') => {
    reset();
    setAsking(kind);
  };
  if (asking)
    return (
      <Confirm
        opened
        danger
        title={asking === 'renew' ? m.rules_feed_renew_ask() : m.rules_feed_remove_ask()}
        confirmLabel={asking === 'renew' ? m.rules_feed_renew() : m.rules_feed_remove()}
        busy={isPending}
        problem={error?.message}
        onClose={() => setAsking(undefined)}
        onConfirm={() => take(asking)}
      >
        {m.rules_feed_void()}
      </Confirm>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={space ? m.rules_feed_of({ space: space.name }) : m.rules_feed_title()}
      size={520}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Stack gap="sm">
        <p className={classes.hint}>{space ? m.rules_feed_space_text() : m.rules_feed_text()}</p>
        {feeds.isPending && <Skeleton height={36} role="status" aria-label={m.shell_loading()} />}
        {made && feed && <FeedLink url={made.url} />}
        {!made && feed && (
          <p className={classes.hint}>{m.rules_feed_there({ date: formatDate(feed.dateUpdated) })}</p>
        )}
        {(error ?? feeds.error) && (
          <Alert color="red" role="alert">
            {(error ?? feeds.error)?.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          {feed && (
            <>
              <Button variant="default" onClick={() => ask('remove')}>
                {m.rules_feed_remove()}
              </Button>
              <Button variant="default" onClick={() => ask('renew')}>
                {m.rules_feed_renew()}
              </Button>
            </>
          )}
          {feeds.data && !feed && (
            <Button
              loading={isPending}
              data-autofocus
              onClick={() => mutate({ kind: 'make', room: space?.id })}
            >
              {m.rules_feed_make()}
            </Button>
          )}
          {feeds.isError && !feeds.data && (
            <Button onClick={() => void feeds.refetch()}>{m.shell_try_again()}</Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
