import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { FeedIcon } from '#src/ui/booking-line-icons.tsx';
import { FeedDialog } from './feed-dialog.tsx';

type Props = { space?: { id: number; name: string } };

/** Leads to the calendar link of the reader's own bookings, or of a space's. */
export function FeedButton({ space }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<FeedIcon size={15} />}
        onClick={() => setOpen(true)}
      >
        {m.rules_feed()}
      </Button>
      {open && <FeedDialog {...(space && { space })} onClose={() => setOpen(false)} />}
    </>
  );
}
