import { Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { leaveTypesOptions } from '#src/directory/leave-queries.ts';
import { useMe } from '#src/directory/me.ts';
import { PersonField } from '#src/directory/person-field.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { bodyOf, type Draft, draftOf, problemOf, settled } from './draft.ts';
import classes from './leaves.module.css';
import { PreviewBox } from './preview-box.tsx';
import { SpanFields } from './span-fields.tsx';
import { useLeaveSteps } from './use-leave-steps.ts';

type Props = {
  /** What is changed; a new one otherwise. */
  leave?: Leave;
  onClose: () => void;
};

/** Asks for leave, or changes what has not been decided, and says before it is sent what it would mean. */
export function RequestDialog({ leave, onClose }: Props) {
  const me = useMe();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const types = useQuery(leaveTypesOptions);
  const [draft, setDraft] = useState(() => draftOf(leave));
  const [checked, setChecked] = useState(false);
  const { ask, change, busy, problem } = useLeaveSteps();
  const set = (changed: Partial<Draft>) => setDraft((now) => settled(now, changed));
  const missing = checked ? problemOf(draft) : undefined;
  const body = bodyOf(draft);
  const submit = () => {
    setChecked(true);
    if (!body) return;
    if (leave) change(leave, body, onClose);
    else ask(body, onClose);
  };
  // A type that went out of use stays that of a leave which has it.
  const options = types.data ?? [];
  const known = leave && !options.some(({ id }) => id === leave.type.id) ? [leave.type, ...options] : options;
  return (
    <FormDialog
      title={leave ? m.leave_form_change() : m.leave_new()}
      submitLabel={leave ? m.leave_form_save() : m.leave_form_send()}
      busy={busy}
      problem={problem?.message}
      size={560}
      fullScreen={narrow ?? false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {me.siteAdmin && !leave && (
        <PersonField
          label={m.leave_form_person()}
          value={draft.person}
          onChange={(person) => set({ person })}
        />
      )}
      <Choice
        label={m.leave_form_type()}
        none={m.leave_form_choose()}
        value={draft.type}
        options={known}
        error={
          missing === 'type' ? m.leave_form_type_missing() : types.error ? types.error.message : undefined
        }
        onChange={(type) => set({ type })}
      />
      <SpanFields draft={draft} missing={missing} onChange={set} />
      <PersonField
        label={m.leave_form_delegate()}
        value={draft.delegate}
        onChange={(delegate) => set({ delegate })}
      />
      <p className={classes.hint}>{m.leave_form_delegate_text()}</p>
      <Textarea
        label={m.leave_form_note()}
        placeholder={m.leave_form_note_hint()}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={draft.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
      <PreviewBox body={body && { ...body, ...(leave && { id: leave.id }) }} />
    </FormDialog>
  );
}
