import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { useDesk } from '#src/directory/mail-queries.ts';
import { useMe } from '#src/directory/me.ts';
import { worksAt } from '#src/directory/rights.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Callout } from '#src/ui/callout.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { useCreateBag } from './queries.ts';

type Props = { onClose: () => void; onMade: (id: number) => void };

/** Begins a bag: from where to where. */
export function NewBagDialog({ onClose, onMade }: Props) {
  const me = useMe();
  const { centers } = useDesk();
  const own = centers.filter((center) => worksAt(me, { center }));
  const [from, setFrom] = useState(own[0]?.id);
  const others = centers.filter(({ id }) => id !== from);
  const [chosen, setTo] = useState<number>();
  const to = others.length === 1 ? others[0]!.id : others.find(({ id }) => id === chosen)?.id;
  const { mutate, isPending, error } = useCreateBag();
  const { keyFor } = useIntentionKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from === undefined || to === undefined) return;
    mutate({ from, to, key: keyFor({ from, to }) }, { onSuccess: ({ id }) => onMade(id) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.bags_new()}
      size="sm"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {own.length > 1 && (
            <Choice
              label={m.bags_from()}
              none={m.mail_choose()}
              options={own}
              value={from}
              onChange={setFrom}
            />
          )}
          <Choice label={m.bags_to()} none={m.mail_choose()} options={others} value={to} onChange={setTo} />
          {others.length === 0 && <Callout tone="warning" title={m.mail_transfer_nowhere()} />}
          {error && (
            <Alert color="red" role="alert">
              {error.message}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {m.ui_cancel()}
            </Button>
            <Button type="submit" loading={isPending} disabled={from === undefined || to === undefined}>
              {m.bags_begin()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
