import { Autocomplete, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { nameOf, typeOf } from './agreement-columns.tsx';
import { useWriteAgreement } from './queries.ts';

type Fields = { name: string; type: string; code: string };
type Props = {
  agreement?: Agreement;
  /** Types in use, which are offered again. */
  types: readonly string[];
  onClose: (saved?: number) => void;
};

/** Writes down an agreement, or changes one. */
export function AgreementDialog({ agreement, types, onClose }: Props) {
  const write = useWriteAgreement();
  const { keyFor, settle } = useIntentionKey();
  const before: Fields = {
    name: agreement?.name ?? '',
    type: agreement ? typeOf(agreement) : '',
    code: agreement?.code ?? '',
  };
  const form = useForm<Fields>({ defaultValues: before });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (fields) => {
    const [name, type, code] = [fields.name.trim(), fields.type.trim(), fields.code.trim()];
    const body = agreement
      ? // A type that other programs keep as an object stays one unless its words were changed.
        { name: name || null, code: code || null, ...(type !== before.type && { type }) }
      : { type, ...(name && { name }), ...(code && { code }) };
    try {
      const saved = await write.mutateAsync(
        agreement ? { id: agreement.id, body } : { body, key: keyFor(body) },
      );
      settle();
      notify({ message: m.agreements_saved({ name: nameOf(saved) }) });
      onClose(saved.id);
    } catch (error) {
      showProblem(form, error, ['name', 'type', 'code']);
    }
  });

  return (
    <FormDialog
      title={agreement ? m.agreements_edit() : m.agreements_new()}
      submitLabel={m.agreements_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      onSubmit={submit}
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
