import { Button, Group, TextInput } from '@mantine/core';
import * as m from '#messages';
import { notify } from '#src/ui/notify.ts';
import classes from './booking.module.css';

/** A secret link, to be copied or handed to the calendar program of this device. */
export function FeedLink({ url }: { url: string }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      notify({ message: m.booking_copied() });
    } catch {
      notify({ tone: 'danger', message: m.booking_copy_failed() });
    }
  }
  return (
    <>
      <TextInput
        label={m.rules_feed_link()}
        readOnly
        dir="ltr"
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <Button data-autofocus onClick={() => void copy()}>
          {m.booking_copy()}
        </Button>
        <Button component="a" variant="default" href={url.replace(/^https?:/, 'webcal:')}>
          {m.rules_feed_open()}
        </Button>
      </Group>
      <p className={classes.hint}>{m.rules_feed_once()}</p>
    </>
  );
}
