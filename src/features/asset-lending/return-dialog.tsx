import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import type { AssetCondition } from '#contract/assets.ts';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { RecordField } from '#src/directory/record-field.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { type ReturnBody, stepLoan } from './api.ts';
import classes from './lending.module.css';
import { useLendingWrite } from './queries.ts';

const conditions = ['good', 'damaged', 'lost'] as const satisfies readonly AssetCondition[];
type Props = { loan: AssetLoan; onClose: (now?: AssetLoan) => void };

/** Takes an asset back: how it is, a note, and where it goes when not where it was. */
export function ReturnDialog({ loan, onClose }: Props) {
  const { asset, user, home } = loan;
  const [condition, setCondition] = useState<AssetCondition>(asset.condition);
  const [notes, setNotes] = useState('');
  const [room, setRoom] = useState(home.room ?? null);
  const back = useLendingWrite((body: ReturnBody) => stepLoan(loan.id, 'return', body));
  return (
    <FormDialog
      title={m.lending_take_back_title({ name: asset.name })}
      submitLabel={m.lending_take_back()}
      busy={back.isPending}
      problem={back.error?.message}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        const words = notes.trim();
        const elsewhere = room && room.id !== home.room?.id;
        back.mutate(
          { condition, ...(words && { notes: words }), ...(elsewhere && { room: { id: room.id } }) },
          { onSuccess: onClose },
        );
      }}
    >
      <p className={loan.overdue ? classes.late : classes.dim}>
        {m.lending_back_from({ name: user.name, time: formatDateTime(loan.dueDate) })}
      </p>
      <SegmentedControl
        fullWidth
        data-autofocus
        aria-label={m.assets_condition()}
        value={condition}
        onChange={(value) => setCondition(value as AssetCondition)}
        data={conditions.map((value) => ({ value, label: conditionLabels[value]() }))}
      />
      <RecordField
        label={home.owner ? m.lending_goes_to_owner({ name: home.owner.name }) : m.lending_goes_to()}
        path="/rooms"
        value={room}
        onChange={setRoom}
      />
      <Textarea
        label={m.lending_note()}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={notes}
        onChange={({ currentTarget }) => setNotes(currentTarget.value)}
      />
    </FormDialog>
  );
}
