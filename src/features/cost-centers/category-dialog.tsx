import { TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Category } from '#contract/cost-centers.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { useWriteCategory } from './mutations.ts';

type Props = { category?: Category; onClose: (saved?: number) => void };

/** Names a category, or makes one. */
export function CategoryDialog({ category, onClose }: Props) {
  const write = useWriteCategory();
  const { keyFor, settle } = useIntentionKey();
  const form = useForm({ defaultValues: { name: category?.name ?? '', code: category?.code ?? '' } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ name, code }) => {
    const body = { name: name.trim(), code: code.trim() };
    try {
      const saved = await write.mutateAsync(
        category ? { id: category.id, body } : { body, key: keyFor(body) },
      );
      settle();
      notify({ message: m.costs_saved({ name: saved.name }) });
      onClose(saved.id);
    } catch (error) {
      showProblem(form, error, ['name', 'code']);
    }
  });
  return (
    <FormDialog
      title={category ? m.costs_category_edit() : m.costs_category_new()}
      submitLabel={m.costs_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <TextInput
        label={m.costs_name()}
        placeholder={m.costs_category_hint()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.costs_name_missing() })}
      />
      <TextInput
        label={m.costs_code()}
        maxLength={200}
        error={errors.code?.message}
        {...form.register('code')}
      />
    </FormDialog>
  );
}
