import { Button } from '@mantine/core';
import * as m from '#messages';
import { OfflineIcon, RefreshIcon } from '#src/ui/icons.tsx';
import type { Walk } from './use-walk.ts';
import { unsent } from './walk-list.ts';
import classes from './walk.module.css';

/** Says how many sightings the server does not have yet; they are kept on this device. */
export function Unsent({ walk }: { walk: Walk }) {
  const waiting = unsent(walk.rows);
  if (waiting.length === 0) return null;
  return (
    <div className={classes.unsent} role="alert">
      <OfflineIcon size={16} />
      <span>{m.audits_unsent({ count: waiting.length })}</span>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<RefreshIcon size={15} />}
        onClick={() => walk.sendAll()}
      >
        {m.audits_send_again()}
      </Button>
    </div>
  );
}
