import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { AssetModel, AssetType } from '#contract/assets-catalogue.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { type ModelBody, saveModel } from './api.ts';
import { useCatalogueWrite } from './queries.ts';

type Props = {
  /** Without it a new one is made. */
  model: AssetModel | undefined;
  types: readonly AssetType[];
  /** The type that a new one begins with. */
  ofType: number | undefined;
  onRemove: (() => void) | undefined;
  onClose: () => void;
};
type Fields = { name: string; manufacturer: string; modelNumber: string; type: string; description: string };

/** Says what a model is called and who makes it, or adds one. */
export function ModelDialog({ model, types, ofType, onRemove, onClose }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const before: Fields = {
    name: model?.name ?? '',
    manufacturer: model?.manufacturer ?? '',
    modelNumber: model?.modelNumber ?? '',
    type: String(model?.type.id ?? ofType ?? types.find(({ active }) => active)?.id ?? types[0]?.id ?? ''),
    description: model?.description ?? '',
  };
  const form = useForm<Fields>({ defaultValues: before });
  const { errors } = form.formState;
  const write = useCatalogueWrite((body: ModelBody) => saveModel(model?.id, body, keyFor(body)));
  const undo = useCatalogueWrite((body: ModelBody) => saveModel(model?.id, body, randomKey()));
  // A type that is offered no longer stays with the models that have it.
  const offered = types.filter(({ id, active }) => active || String(id) === before.type);
  const bodyOf = ({ name, manufacturer, modelNumber, type, description }: Fields): ModelBody => ({
    name: name.trim(),
    manufacturer: manufacturer.trim(),
    modelNumber: modelNumber.trim(),
    description: description.trim(),
    type: { id: Number(type) },
  });
  const submit = form.handleSubmit(async (fields) => {
    try {
      const saved = await write.mutateAsync(bodyOf(fields));
      settle();
      notify({
        message: m.assets_saved({ name: saved.name }),
        ...(model && {
          undo: () =>
            undo.mutate(bodyOf(before), {
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            }),
        }),
      });
      onClose();
    } catch (error) {
      showProblem(form, error, ['name', 'manufacturer', 'modelNumber', 'type', 'description']);
    }
  });
  return (
    <FormDialog
      title={model ? m.assets_model_edit() : m.assets_model_new()}
      submitLabel={m.assets_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      back={
        onRemove && (
          <Button variant="subtle" color="red" onClick={onRemove}>
            {m.assets_remove()}
          </Button>
        )
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={m.assets_name()}
        data-autofocus
        dir="auto"
        maxLength={400}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.assets_name_missing() })}
      />
      <NativeSelect
        label={m.assets_type()}
        data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={errors.type?.message}
        {...form.register('type')}
      />
      <TextInput
        label={m.assets_manufacturer()}
        dir="auto"
        maxLength={400}
        error={errors.manufacturer?.message}
        {...form.register('manufacturer')}
      />
      <TextInput
        label={m.assets_model_number()}
        maxLength={400}
        error={errors.modelNumber?.message}
        {...form.register('modelNumber')}
      />
      <Textarea
        label={m.assets_description()}
        dir="auto"
        rows={2}
        maxLength={4000}
        error={errors.description?.message}
        {...form.register('description')}
      />
    </FormDialog>
  );
}
