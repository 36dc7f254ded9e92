import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { LeaveType } from '#contract/leaves.ts';
import { useLeaveWrite } from '#src/directory/leave-queries.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addType, changeType, type TypeBody } from './api.ts';
import { DaysField, readDays } from './days-field.tsx';
import { YearlyDayField } from './yearly-day-field.tsx';

export const approvalWords: readonly (() => string)[] = [
  m.leave_type_approvals_0,
  m.leave_type_approvals_1,
  m.leave_type_approvals_2,
  m.leave_type_approvals_3,
];
/** Of the form: the name as text. */
type Draft = TypeBody & { name: string };
const bodyOf = ({ id: _id, dateCreated: _created, dateUpdated: _updated, ...type }: LeaveType): Draft => ({
  ...type,
  carryMost: type.carryMost ?? null,
  carryUntil: type.carryUntil ?? null,
});
const first: Draft = {
  name: '',
  limited: true,
  approvals: 1,
  defaultDays: 25,
  carriesOver: false,
  carryMost: null,
  carryUntil: null,
};

/** A type of leave, new or changed. */
export function TypeDialog({ type, onClose }: { type: LeaveType | undefined; onClose: () => void }) {
  const { keyFor, settle } = useIntentionKey();
  const before = type ? bodyOf(type) : first;
  const [body, setBody] = useState<Draft>(before);
  const [days, setDays] = useState(String(before.defaultDays));
  const [most, setMost] = useState(before.carryMost == null ? '' : String(before.carryMost));
  const [checked, setChecked] = useState(false);
  const save = useLeaveWrite((sent: TypeBody) =>
    type ? changeType(type.id, sent) : addType(sent, keyFor(sent)),
  );
  const set = (change: Partial<Draft>) => setBody((now) => ({ ...now, ...change }));
  const { limited, carriesOver } = body;
  const [defaultDays, carryMost] = [readDays(days), most.trim() ? readDays(most) : null];
  const wrong = limited && (defaultDays === undefined || (carriesOver && carryMost === undefined));
  const submit = () => {
    setChecked(true);
    if (!body.name.trim() || wrong) return;
    const sent = {
      ...body,
      name: body.name.trim(),
      defaultDays: defaultDays ?? 0,
      carryMost: carryMost ?? null,
    };
    save.mutate(sent, {
      onSuccess: ({ name }) => {
        settle();
        const undo = () =>
          void save.mutateAsync(before).catch(({ message }: Error) => notify({ message, tone: 'danger' }));
        notify({ message: m.leave_type_saved({ name }), tone: 'success', ...(type && { undo }) });
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={type ? m.leave_type_edit() : m.leave_type_new()}
      submitLabel={m.leave_type_save()}
      busy={save.isPending}
      problem={save.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={m.leave_type_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        value={body.name}
        error={checked && !body.name.trim() && m.leave_type_name_missing()}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <Choice
        label={m.leave_type_approvals()}
        none={m.leave_type_approvals_0()}
        value={body.approvals || undefined}
        options={[1, 2, 3].map((id) => ({ id, name: approvalWords[id]!() }))}
        onChange={(approvals) => set({ approvals: approvals ?? 0 })}
      />
      <Checkbox
        label={m.leave_type_limited()}
        checked={limited === true}
        onChange={({ currentTarget }) => set({ limited: currentTarget.checked })}
      />
      {limited && (
        <>
          <DaysField label={m.leave_type_default()} value={days} checked={checked} onChange={setDays} />
          <Checkbox
            label={m.leave_type_carries()}
            checked={carriesOver === true}
            onChange={({ currentTarget }) => set({ carriesOver: currentTarget.checked })}
          />
          {carriesOver && (
            <>
              <DaysField
                label={m.leave_type_carry_most()}
                value={most}
                checked={checked}
                optional
                onChange={setMost}
              />
              <YearlyDayField
                value={body.carryUntil ?? undefined}
                onChange={(carryUntil) => set({ carryUntil: carryUntil ?? null })}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
