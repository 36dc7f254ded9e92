import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { AssetType } from '#contract/assets-catalogue.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { saveType, type TypeBody } from './api.ts';
import { useCatalogueWrite } from './queries.ts';

type Props = {
  /** Without it a new one is made. */
  type: AssetType | undefined;
  /** Where a new one goes: behind the others. */
  sortOrder: number;
  onClose: () => void;
};
type Fields = { name: string; code: string; description: string; sortOrder: string; active: boolean };

/** Names a kind of asset, or adds one. */
export function TypeDialog({ type, sortOrder, onClose }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const before: Fields = {
    name: type?.name ?? '',
    code: type?.code ?? '',
    description: type?.description ?? '',
    sortOrder: String(type?.sortOrder ?? sortOrder),
    active: type?.active ?? true,
  };
  const form = useForm<Fields>({ defaultValues: before });
  const { errors } = form.formState;
  const write = useCatalogueWrite((body: TypeBody) => saveType(type?.id, body, keyFor(body)));
  const undo = useCatalogueWrite((body: TypeBody) => saveType(type?.id, body, randomKey()));
  const bodyOf = ({ name, code, sortOrder: order, ...rest }: Fields): TypeBody => ({
    ...rest,
    name: name.trim(),
    code: code.trim(),
    sortOrder: Number(order),
  });
  const submit = form.handleSubmit(async (fields) => {
    try {
      const saved = await write.mutateAsync(bodyOf(fields));
      settle();
      notify({
        message: m.assets_saved({ name: saved.name }),
        ...(type && {
          undo: () =>
            undo.mutate(bodyOf(before), {
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            }),
        }),
      });
      onClose();
    } catch (error) {
      showProblem(form, error, ['name', 'code', 'description', 'sortOrder', 'active']);
    }
  });
  return (
    <FormDialog
      title={type ? m.assets_type_edit() : m.assets_type_new()}
      submitLabel={m.assets_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={m.assets_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.assets_name_missing() })}
      />
      <TextInput
        label={m.assets_type_code()}
        description={m.assets_type_code_hint()}
        maxLength={100}
        error={errors.code?.message}
        {...form.register('code')}
      />
      <Textarea
        label={m.assets_description()}
        dir="auto"
        rows={2}
        maxLength={4000}
        error={errors.description?.message}
        {...form.register('description')}
      />
      <TextInput
        label={m.assets_order()}
        inputMode="numeric"
        error={errors.sortOrder?.message}
        {...form.register('sortOrder', {
          validate: (order) => /^\d{1,9}$/.test(order.trim()) || m.assets_order_wrong(),
        })}
      />
      <Checkbox label={m.assets_type_active()} {...form.register('active')} />
    </FormDialog>
  );
}
