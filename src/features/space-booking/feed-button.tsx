import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import * as m from '#messages';
import { FeedIcon } from '#src/ui/booking-line-icons.tsx';
import { FeedDialog } from './feed-dialog.tsx';

type Props = { space?: { id: number; name: string } };

/** Leads to the calendar link of the reader's own bookings, or of a space's. */
export function FeedButton({ space }: Props) {
  const [open, setOpen] = useState(false);
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const show = () => setOpen(true);
  return (
    <>
      {phone ? (
        <ActionIcon
          variant="default"
          size={44}
          aria-label={m.rules_feed_title()}
          title={m.rules_feed_title()}
          onClick={show}
        >
          <FeedIcon size={18} />
        </ActionIcon>
      ) : (
        <Button variant="default" size="compact-md" leftSection={<FeedIcon size={15} />} onClick={show}>
          {m.rules_feed()}
        </Button>
      )}
      {open && <FeedDialog {...(space && { space })} onClose={() => setOpen(false)} />}
    </>
  );
}
