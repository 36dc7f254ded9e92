import { Alert, Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { ServiceType } from '#contract/service-requests-catalogue.ts';
import { useMe } from '#src/directory/me.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { addType, type Catalogue, changeType, removeEntry, type TypeBody } from './api.ts';
import classes from './care.module.css';
import { managesAt } from './may.ts';
import { MinutesField } from './minutes-field.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { QuestionList } from './question-list.tsx';
import { useCatalogueWrite } from './queries.ts';
import { bodyOf, fieldsOf, type TypeFields } from './type-values.ts';
import { useRemove } from './use-remove.tsx';

type Props = {
  catalogue: Catalogue;
  /** Undefined: a new one. */
  type: ServiceType | undefined;
  onSaved: (id: number) => void;
  onLeave: () => void;
};
const named = [
  'name',
  'description',
  'product',
  'defaultPriority',
  'SLAMinutes',
  'estimatedTime',
  'totalOperatorsRequired',
] as const;
const switches = [
  ['priorityEnableForCustomer', m.care_type_priority, m.care_type_priority_text],
  ['dateRequiredEnabledForCustomer', m.care_type_date, m.care_type_date_text],
  ['assetRequest', m.care_type_asset, m.care_type_asset_text],
  ['approval', m.care_type_approval, m.care_type_approval_text],
  ['active', m.care_type_active, m.care_type_active_text],
] as const;

/** What a type of request promises, needs and asks. What was typed survives a failed save. */
export function TypeForm({ catalogue, type, onSaved, onLeave }: Props) {
  const me = useMe();
  const id = useId();
  const { keyFor, settle } = useIntentionKey();
  const values = fieldsOf(type, catalogue);
  // What others save meanwhile is taken in where nothing was typed.
  const form = useForm<TypeFields>({
    defaultValues: values,
    values,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const write = useCatalogueWrite((body: TypeBody) =>
    type ? changeType(type.id, body) : addType(body, keyFor(body)),
  );
  const undo = useCatalogueWrite<() => Promise<unknown>, unknown>((takeBack) => takeBack());
  const { ask, dialog } = useRemove(onLeave);
  const products = catalogue.products.filter(
    ({ id: product, category }) =>
      product === type?.product.id ||
      managesAt(me, catalogue.categories.find((one) => one.id === category?.id)?.center.id),
  );

  const submit = form.handleSubmit(async (fields) => {
    const before = bodyOf(values);
    try {
      const saved = await write.mutateAsync(bodyOf(fields));
      settle();
      form.reset(fieldsOf(saved, catalogue));
      notify({
        message: m.care_saved({ name: saved.name }),
        undo: () => {
          if (!type) onLeave();
          undo.mutate(() => (type ? changeType(type.id, before) : removeEntry('types', saved.id)), {
            onSuccess: () => notify({ message: m.care_undone(), tone: 'info' }),
            onError: ({ message }) => notify({ message, tone: 'danger' }),
          });
        },
      });
      onSaved(saved.id);
    } catch (error) {
      showProblem(form, error, named);
    }
  });

  return (
    // The dialogs of questions have forms of their own, which cannot stand inside this one.
    <div className={classes.form}>
      <UnsavedGuard unsaved={isDirty && !write.isPending && !write.isSuccess} record="type" />
      <form
        id={id}
        className={classes.form}
        noValidate
        aria-label={type?.name ?? m.care_type_new()}
        onSubmit={submit}
      >
        <div className={classes.part}>
          <TextInput
            label={m.care_type_name()}
            dir="auto"
            maxLength={200}
            error={errors.name?.message}
            {...form.register('name', { validate: (name) => name.trim() !== '' || m.care_name_missing() })}
          />
          <Textarea
            label={m.care_type_description()}
            description={m.care_type_description_text()}
            dir="auto"
            rows={2}
            maxLength={4000}
            error={errors.description?.message}
            {...form.register('description')}
          />
          <NativeSelect
            label={m.care_product()}
            error={errors.product?.message}
            data={products.map(({ id, name, category }) => ({
              value: String(id),
              label: category ? `${category.name} › ${name}` : name,
            }))}
            {...form.register('product')}
          />
          <NativeSelect
            label={m.care_type_default()}
            error={errors.defaultPriority?.message}
            data={catalogue.priorities.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.register('defaultPriority')}
          />
        </div>
        <PromiseFields control={form.control} priorities={catalogue.priorities} />
        <section aria-label={m.care_work()} className={classes.part}>
          <h3 className={classes.heading}>{m.care_work()}</h3>
          <Controller
            control={form.control}
            name="estimatedTime"
            render={({ field, fieldState }) => (
              <MinutesField
                label={m.care_type_estimate()}
                hint={m.care_type_estimate_text()}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
          <TextInput
            label={m.care_type_operators()}
            description={m.care_type_operators_text()}
            inputMode="numeric"
            error={errors.totalOperatorsRequired?.message}
            {...form.register('totalOperatorsRequired', {
              validate: (count) => /^(?:[1-9]\d?|100)$/.test(count.trim()) || m.care_type_operators_wrong(),
            })}
          />
          {switches.map(([name, label, text]) => (
            <Checkbox key={name} label={label()} description={text()} {...form.register(name)} />
          ))}
        </section>
      </form>
      <Controller
        control={form.control}
        name="fields"
        render={({ field }) => <QuestionList questions={field.value} onChange={field.onChange} />}
      />
      {errors.root?.message && (
        <Alert color="red" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <Group gap="xs" className={classes.save}>
        <Button type="submit" form={id} loading={write.isPending} disabled={type !== undefined && !isDirty}>
          {m.care_save()}
        </Button>
        {isDirty && type && (
          <Button variant="default" onClick={() => form.reset(values)}>
            {m.care_discard()}
          </Button>
        )}
        {type && (
          <Button variant="subtle" color="red" onClick={() => ask({ kind: 'types', ...type })}>
            {m.care_remove()}
          </Button>
        )}
      </Group>
      {dialog}
    </div>
  );
}
