import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveRequest, MoveStep } from '#contract/moves.ts';
import { removeMove } from '#src/directory/move-api.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { MoveRejectDialog } from '#src/directory/move-reject-dialog.tsx';
import { useMoveSteps } from '#src/directory/use-move-steps.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { MoreIcon } from '#src/ui/desk-icons.tsx';
import { PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { previewOptions } from './queries.ts';

type Asking = 'approve' | 'reject' | 'remove';

/** What the reader may do with a move as it stands; the next thing first. */
export function MoveActions({ move }: { move: MoveRequest }) {
  const navigate = useNavigate();
  const allowed = new Set<MoveStep>(move.allowed);
  const { data: preview } = useQuery(previewOptions(move.id));
  const blocking = preview?.conflicts.filter(({ blocks }) => blocks).length ?? 0;
  const [asking, setAsking] = useState<Asking>();
  const step = useMoveSteps(move);
  const remove = useMoveWrite(() => removeMove(move.id));
  const close = () => setAsking(undefined);
  const ask = (what: Asking) => {
    step.reset();
    remove.reset();
    setAsking(what);
  };
  // Read again, the move is gone, and this with it: what is told to the mutation itself would not be heard.
  const drop = () =>
    remove.mutateAsync(undefined).then(
      async () => {
        notify({ message: m.moves_did_remove() });
        await navigate({ to: '/moves', replace: true });
      },
      // The dialog says why.
      () => {},
    );
  const small = { size: 'compact-md', variant: 'default' } as const;
  return (
    <>
      {allowed.has('approve') && (
        <Button
          size="compact-md"
          loading={step.isPending}
          onClick={() => (blocking > 0 ? ask('approve') : step.take('approve'))}
        >
          {m.moves_approve()}
        </Button>
      )}
      {allowed.has('reject') && move.status.code === 'pen' && (
        <Button {...small} onClick={() => ask('reject')}>
          {m.moves_reject()}
        </Button>
      )}
      {allowed.has('start') && (
        <Button size="compact-md" loading={step.isPending} onClick={() => step.take('start')}>
          {m.moves_start()}
        </Button>
      )}
      {allowed.has('reopen') && !move.approved && (
        <Button {...small} loading={step.isPending} onClick={() => step.take('reopen')}>
          {m.moves_reopen()}
        </Button>
      )}
      {allowed.has('edit') && !move.approved && (
        <LinkButton to="/moves/new" search={{ request: move.id }} {...small}>
          {m.moves_change()}
        </LinkButton>
      )}
      <LinkButton
        to="/moves/$requestId/labels"
        params={{ requestId: move.id }}
        leftSection={<PrintIcon size={15} />}
        {...small}
      >
        {m.moves_labels()}
      </LinkButton>
      {allowed.has('unarchive') && (
        <Button {...small} loading={step.isPending} onClick={() => step.take('unarchive')}>
          {m.moves_unarchive()}
        </Button>
      )}
      {(allowed.has('archive') || allowed.has('remove') || (allowed.has('reject') && move.approved)) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button {...small} aria-label={m.moves_more()}>
              <MoreIcon size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {allowed.has('archive') && (
              <Menu.Item onClick={() => step.take('archive')}>{m.moves_archive()}</Menu.Item>
            )}
            {allowed.has('reject') && move.status.code !== 'pen' && (
              <Menu.Item onClick={() => ask('reject')}>{m.moves_reject()}</Menu.Item>
            )}
            {allowed.has('remove') && (
              <Menu.Item color="red" onClick={() => ask('remove')}>
                {m.moves_remove()}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <Confirm
        opened={asking === 'approve'}
        title={m.moves_approve_title({ count: blocking })}
        confirmLabel={m.moves_approve_anyway()}
        busy={step.isPending}
        problem={step.error?.message}
        onClose={close}
        onConfirm={() => step.take('approve', undefined, close)}
      >
        {m.moves_approve_text()}
      </Confirm>
      <Confirm
        opened={asking === 'remove'}
        title={m.moves_remove_title()}
        confirmLabel={m.moves_remove()}
        danger
        busy={remove.isPending}
        problem={remove.error?.message}
        onClose={close}
        onConfirm={() => void drop()}
      >
        {m.moves_remove_text()}
      </Confirm>
      {asking === 'reject' && (
        <MoveRejectDialog
          busy={step.isPending}
          problem={step.error?.message}
          onClose={close}
          onReject={(note) => step.take('reject', note, close)}
        />
      )}
    </>
  );
}
