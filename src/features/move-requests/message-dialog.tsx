import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { moveAudiences, type MoveAudience } from '#contract/moves-work.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { writeToPeople } from './api.ts';
import { audienceNames } from './audiences.ts';

/** A message by mail to those of a move. */
export function MessageDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const [text, setText] = useState('');
  const [to, setTo] = useState<MoveAudience>('everybody');
  const [empty, setEmpty] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const write = useMoveWrite((body: { text: string; to: MoveAudience }) =>
    writeToPeople(id, body, keyFor(JSON.stringify(body))),
  );
  const send = () => {
    const body = { text: text.trim(), to };
    setEmpty(body.text === '');
    if (body.text === '' || write.isPending) return;
    write.mutate(body, {
      onSuccess: ({ people }) => {
        settle();
        notify({ message: m.moves_wrote({ count: people }), tone: 'success' });
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={m.moves_write_title()}
      submitLabel={m.moves_write_send()}
      busy={write.isPending}
      problem={write.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NativeSelect
        label={m.moves_write_to()}
        value={to}
        data={moveAudiences.map((value) => ({ value, label: audienceNames[value]() }))}
        onChange={(event) => setTo(event.currentTarget.value as MoveAudience)}
      />
      <Textarea
        label={m.moves_write_text()}
        description={m.moves_write_hint()}
        error={empty && m.moves_write_empty()}
        value={text}
        dir="auto"
        autosize
        minRows={4}
        maxRows={12}
        maxLength={4000}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
