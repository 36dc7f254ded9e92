import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { minute } from '#src/directory/minute.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { useMoveSteps } from '#src/directory/use-move-steps.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { useStore } from '#src/lib/store.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { LockIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { effectMove } from './api.ts';
import classes from './move.module.css';
import { previewOptions } from './queries.ts';

/** That it is locked, by whom, and how it is opened; why it did not take effect, and how to try again. */
export function MoveLock({ move }: { move: MoveRequest }) {
  const { failure, effectedAt, allowed = [] } = move;
  const step = useMoveSteps(move);
  return (
    <>
      {failure && effectedAt === undefined && (
        <Alert color="red" role="alert" title={m.moves_failure({ when: formatDateTime(failure.at) })}>
          <p className={classes.text}>{failure.why}</p>
          <TakeEffect move={move} again />
        </Alert>
      )}
      {move.approved && effectedAt === undefined && (
        <div className={classes.lock} role="note">
          <LockIcon size={18} />
          <span className={classes.lockWords}>
            <strong>
              {move.approvedBy
                ? m.moves_locked_by({
                    name: move.approvedBy.name,
                    when: move.approvedAt === undefined ? '' : formatDateTime(move.approvedAt),
                  })
                : m.moves_locked()}
            </strong>
            <span>{allowed.includes('reopen') ? m.moves_lock_may() : m.moves_lock_text()}</span>
          </span>
          {allowed.includes('reopen') && (
            <Button
              variant="default"
              size="compact-md"
              loading={step.isPending}
              onClick={() => step.take('reopen')}
            >
              {m.moves_reopen()}
            </Button>
          )}
          {!failure && <TakeEffect move={move} />}
        </div>
      )}
    </>
  );
}

/** Has it take effect by hand: at once, before its date, or once more after it failed. */
function TakeEffect({ move, again = false }: { move: MoveRequest; again?: boolean }) {
  const { data } = useQuery(previewOptions(move.id));
  const [asking, setAsking] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const now = useStore(minute);
  const early = move.date === undefined || move.date > now;
  const run = useMoveWrite(() => effectMove(move.id, early, keyFor([move.id, move.dateUpdated])));
  if (!data?.mayEffect) return null;
  const go = () =>
    run.mutate(undefined, {
      onSuccess: () => {
        settle();
        setAsking(false);
        notify({ message: m.moves_effected_now(), tone: 'success' });
      },
    });
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        onClick={() => {
          run.reset();
          setAsking(true);
        }}
      >
        {again ? m.shell_try_again() : m.moves_effect_now()}
      </Button>
      <Confirm
        opened={asking}
        title={m.moves_effect_title({ count: move.items.length })}
        confirmLabel={m.moves_effect_now()}
        busy={run.isPending}
        problem={run.error?.message}
        onClose={() => setAsking(false)}
        onConfirm={go}
      >
        {early ? m.moves_effect_early() : m.moves_effect_text()}
      </Confirm>
    </>
  );
}
