import { Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { FormDialog } from '#src/ui/form-dialog.tsx';

type Props = {
  busy: boolean;
  problem: string | undefined;
  onReject: (note: string) => void;
  onClose: () => void;
};

/** Asks why, before a move is turned down. */
export function MoveRejectDialog({ busy, problem, onReject, onClose }: Props) {
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={m.moves_reject_title()}
      submitLabel={m.moves_reject()}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onReject(note.trim());
      }}
    >
      <Textarea
        label={m.moves_reject_why()}
        description={m.moves_reject_hint()}
        value={note}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
