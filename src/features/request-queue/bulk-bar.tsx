import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { worksAt } from '#src/directory/rights.ts';
import { Keys } from '#src/ui/keys.tsx';
import classes from './request-queue.module.css';
import { isClosed, mayGo } from '#src/directory/request-steps.ts';
import type { Asked } from './use-asking.ts';
import { useSteps } from './use-steps.ts';

type Props = {
  selected: readonly ServiceRequest[];
  ask: (kind: Asked, requests: readonly ServiceRequest[]) => Promise<void>;
  onClear: () => void;
};

/** What can be done with all that is selected; each button says of how many it is true. */
export function BulkBar({ selected, ask, onClear }: Props) {
  const me = useMe();
  const { takeMany } = useSteps();
  const [busy, setBusy] = useState(false);
  const assignable = selected.filter((one) => !isClosed(one) && worksAt(me, one));
  const acceptable = selected.filter((one) => one.state === 'new' && mayGo(one, 'accepted', me) === true);
  const holdable = selected.filter((one) => one.state === 'started' && mayGo(one, 'hold', me) === true);
  return (
    <div className={classes.bulk} role="toolbar" aria-label={m.queue_bulk()}>
      <CloseButton aria-label={m.mail_bulk_clear()} onClick={onClear} />
      <span className={classes.bulkCount}>{m.mail_bulk_count({ count: selected.length })}</span>
      {holdable.length > 0 && (
        <Button variant="default" size="compact-md" onClick={() => void ask('hold', holdable)}>
          {m.queue_hold_count({ count: holdable.length })}
        </Button>
      )}
      {acceptable.length > 0 && (
        <Button
          variant="default"
          size="compact-md"
          loading={busy}
          onClick={() => {
            setBusy(true);
            void takeMany(acceptable, 'accept').finally(() => setBusy(false));
          }}
        >
          {m.queue_accept_count({ count: acceptable.length })}
        </Button>
      )}
      {assignable.length > 0 && (
        <Button
          size="compact-md"
          rightSection={<Keys keys={['a']} />}
          onClick={() => void ask('assign', assignable)}
        >
          {m.queue_assign_count({ count: assignable.length })}
        </Button>
      )}
    </div>
  );
}
