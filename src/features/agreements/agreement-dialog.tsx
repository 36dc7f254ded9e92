import { Autocomplete, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { useRecordForm } from '#src/directory/use-record-form.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { nameOf, typeOf } from './agreement-columns.tsx';
import { agreements } from './records.ts';

type Fields = { name: string; type: string; code: string };
type Props = {
  agreement: Agreement | undefined;
  /** Types in use, which are offered again. */
  types: readonly string[];
  onClose: (saved?: number) => void;
};

/** Writes down an agreement, or changes one. */
export function AgreementDialog({ agreement, types, onClose }: Props) {
  const before: Fields = {
    name: agreement?.name ?? '',
    type: agreement ? typeOf(agreement) : '',
    code: agreement?.code ?? '',
  };
  const form = useForm<Fields>({ defaultValues: before });
  const { errors } = form.formState;
  const { onSubmit, busy, problem } = useRecordForm({
    records: agreements,
    record: agreement,
    form,
    names: ['name', 'type', 'code'],
    bodyOf: (fields) => {
      const [name, type, code] = [fields.name.trim(), fields.type.trim(), fields.code.trim()];
      return agreement
        ? // A type that other programs keep as an object stays one unless its words were changed.
          { name: name || null, code: code || null, ...(type !== before.type && { type }) }
        : { type, ...(name && { name }), ...(code && { code }) };
    },
    said: (saved) => m.agreements_saved({ name: nameOf(saved) }),
    onClose,
  });

  return (
    <FormDialog
      title={agreement ? m.agreements_edit() : m.agreements_new()}
      submitLabel={m.agreements_save()}
      busy={busy}
      problem={problem}
      onSubmit={onSubmit}
      onClose={() => onClose()}
    >
      <TextInput
        label={m.agreements_name()}
        data-autofocus
        dir="auto"
        maxLength={400}
        error={errors.name?.message}
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="type"
        rules={{ validate: (type) => type.trim() !== '' || m.agreements_type_missing() }}
        render={({ field }) => (
          <Autocomplete
            label={m.agreements_type()}
            placeholder={m.agreements_type_hint()}
            dir="auto"
            maxLength={400}
            data={[...types]}
            error={errors.type?.message}
            {...field}
          />
        )}
      />
      <TextInput
        label={m.agreements_code()}
        maxLength={200}
        error={errors.code?.message}
        {...form.register('code')}
      />
    </FormDialog>
  );
}
