import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveRequestType, MoveTask } from '#contract/moves.ts';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { catalogueOptions } from '#src/directory/request-queries.ts';
import { typesOf } from '#src/directory/request-types.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { Choice } from '#src/ui/choice.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addTask, changeTask, changeType, type EntryBody } from './api.ts';
import { type Field, FieldRows } from './field-rows.tsx';
import { useCatalogueWrite } from './use-catalogue-write.ts';

type Props =
  | { kind: 'type'; entry: MoveRequestType; onClose: () => void }
  | { kind: 'task'; entry: MoveTask | undefined; onClose: () => void };

const fieldsOf = (fields: readonly Field[]) =>
  fields.map(({ name, code }) => ({ name: name.trim(), ...(code && { code }) }));

/** Names a kind of move or a task, and says what is asked; of a task also what service request it makes. */
export function EntryDialog({ kind, entry, onClose }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const before = kind === 'task' ? entry?.serviceType?.id : undefined;
  const [name, setName] = useState(entry?.name ?? '');
  const [fields, setFields] = useState<Field[]>(() =>
    (entry?.fields ?? []).map(({ id, code, name: called }) => ({ key: id, code, name: called })),
  );
  const [service, setService] = useState(before);
  const [checked, setChecked] = useState(false);
  const save = useCatalogueWrite((body: EntryBody): Promise<{ name: string }> => {
    if (!entry) return addTask(body, keyFor(body));
    return kind === 'type' ? changeType(entry.id, body) : changeTask(entry.id, body);
  });
  const bodyOf = (called: string, asked: readonly Field[], type: number | undefined): EntryBody => ({
    name: called.trim(),
    fields: fieldsOf(asked),
    ...(kind === 'task' && { serviceType: type === undefined ? null : { id: type } }),
  });
  const undo = () =>
    entry &&
    save.mutate(
      bodyOf(
        entry.name,
        entry.fields.map(({ id, ...field }) => ({ key: id, ...field })),
        before,
      ),
      { onError: ({ message }) => notify({ message, tone: 'danger' }) },
    );
  const submit = () => {
    setChecked(true);
    if (!name.trim() || fields.some((field) => !field.name.trim())) return;
    save.mutate(bodyOf(name, fields, service), {
      onSuccess: (saved) => {
        settle();
        notify({
          message: m.move_settings_saved({ name: saved.name }),
          tone: 'success',
          ...(entry && { undo }),
        });
        onClose();
      },
    });
  };
  const title =
    kind === 'type'
      ? m.move_settings_type_edit()
      : entry
        ? m.move_settings_task_edit()
        : m.move_settings_task_new();
  return (
    <FormDialog
      title={title}
      submitLabel={m.move_settings_save()}
      busy={save.isPending}
      problem={save.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={m.move_settings_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        value={name}
        error={checked && !name.trim() && m.move_settings_name_missing()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FieldRows fields={fields} checked={checked} onChange={setFields} />
      {kind === 'task' && <ServiceChoice value={service} known={entry?.serviceType} onChange={setService} />}
    </FormDialog>
  );
}

type ServiceProps = {
  value: number | undefined;
  /** What it was, which may be out of use by now. */
  known: { id: number; name: string } | undefined;
  onChange: (id: number | undefined) => void;
};
function ServiceChoice({ value, known, onChange }: ServiceProps) {
  const on = uses(useMe(), 'service');
  const { data } = useQuery({ ...catalogueOptions, enabled: on });
  if (!on) return null;
  const offered = data
    ? typesOf(data).map(({ type, product }) => ({ id: type.id, name: `${product.name}: ${type.name}` }))
    : [];
  const options = known && !offered.some(({ id }) => id === known.id) ? [known, ...offered] : offered;
  return (
    <Choice
      label={m.move_settings_service()}
      none={m.move_settings_service_none()}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
