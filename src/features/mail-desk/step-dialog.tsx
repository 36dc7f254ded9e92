import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';
import type { OpenStep } from '#src/directory/mail-calls.ts';
import { Callout } from '#src/ui/callout.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { isComplete, pendingAction, type PendingChoice } from './pending.ts';
import { PendingFields } from './pending-fields.tsx';
import { canComeBack, useBringBack, useSteps } from './mutations.ts';
import { useDesk } from '#src/directory/mail-queries.ts';

type Props = { items: readonly MailItem[]; step: OpenStep; onClose: (done?: boolean) => void };
const titles: Record<OpenStep, (words: { count: number }) => string> = {
  checkout: m.mail_checkout_count,
  pending: m.mail_pending_count,
  transfer: m.mail_transfer_count,
};
const doneWords: typeof titles = {
  checkout: m.mail_checkout_done,
  pending: m.mail_pending_done,
  transfer: m.mail_transfer_done,
};

/** Checks parcels out, sets them pending or sends them to another center, with a note. */
export function StepDialog({ items: given, step, onClose }: Props) {
  const desk = useDesk();
  const [items, setItems] = useState(given);
  const [note, setNote] = useState('');
  const [pending, setPending] = useState<PendingChoice>({ reason: 'recipient-away', day: '', forwardTo: '' });
  const here = new Set(items.map(({ center }) => center.id));
  const others = desk.centers.filter(({ id }) => here.size > 1 || !here.has(id));
  const [centerId, setCenterId] = useState(others.length === 1 ? others[0]?.id : undefined);
  const [problem, setProblem] = useState<string>();
  const { mutate, isPending } = useSteps();
  const { mutate: bringBack } = useBringBack();
  useScans(() => notify({ message: m.mail_scan_ignored(), tone: 'info' }));

  const go = () => {
    setProblem(undefined);
    const action = {
      ...(note.trim() && { note: note.trim() }),
      ...(step === 'transfer' && centerId && { center: { id: centerId } }),
      ...(step === 'pending' && pendingAction(pending)),
    };
    mutate(
      { ids: items.map(({ id }) => id), step, action },
      {
        onSuccess: ({ done, failed }) => {
          if (failed.length === 0) {
            notify({
              message: doneWords[step]({ count: done.length }),
              tone: 'success',
              // Only what came from the desk and can be scanned goes back there as if nothing had been.
              ...(given.every(({ currentQueue }) => currentQueue === 'IN') &&
                canComeBack(done) && { undo: () => bringBack(asBefore(done, given)) }),
            });
            return onClose(true);
          }
          const left = new Set(failed.map(({ id }) => id));
          setItems(items.filter(({ id }) => left.has(id)));
          setProblem(m.mail_steps_failed({ count: failed.length, reason: failed[0]!.error.message }));
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={titles[step]({ count: items.length })}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack gap="sm">
          {step === 'transfer' && (
            <Choice
              label={m.mail_transfer_to()}
              none={m.mail_choose()}
              options={others}
              value={centerId}
              onChange={setCenterId}
            />
          )}
          {step === 'transfer' && others.length === 0 && (
            <Callout tone="warning" title={m.mail_transfer_nowhere()} />
          )}
          {step === 'pending' && <PendingFields value={pending} onChange={setPending} />}
          <Textarea
            label={m.mail_note()}
            value={note}
            dir="auto"
            rows={2}
            resize="vertical"
            maxLength={2000}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onClose()}>
              {m.ui_cancel()}
            </Button>
            <Button
              type="submit"
              loading={isPending}
              disabled={
                (step === 'transfer' && centerId === undefined) ||
                (step === 'pending' && !isComplete(pending))
              }
            >
              {titles[step]({ count: items.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A transfer changes center and rack: going back means to where it stood. */
function asBefore(done: readonly MailItem[], given: readonly MailItem[]): MailItem[] {
  const before = new Map(given.map((item) => [item.id, item]));
  return done.map((item) => before.get(item.id) ?? item);
}
