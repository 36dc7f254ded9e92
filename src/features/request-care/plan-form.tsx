import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import { minute } from '#src/directory/minute.ts';
import { RecordField } from '#src/directory/record-field.tsx';
import { RepeatFields } from '#src/directory/repeat-fields.tsx';
import { dayOf } from '#src/lib/dates.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { useStore } from '#src/lib/store.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addPlan, changePlan, type PlanBody } from './api.ts';
import classes from './care.module.css';
import { PlanPreview } from './plan-preview.tsx';
import { canBePlanned, planBody, type PlanFields, planFields, timeProblems } from './plan-values.ts';
import { catalogueSettingsOptions, useCatalogueWrite } from './queries.ts';

type Props = {
  /** Undefined: a new one. */
  plan: ServicePlan | undefined;
  onClose: (saved?: number) => void;
};
const DAY = 86_400_000;
const named = ['name', 'type', 'priority', 'room', 'description', 'daysAhead', 'repeat'] as const;

/** What is asked for again and again: what, where, and when. */
export function PlanForm({ plan, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const now = useStore(minute);
  const { data: catalogue, error } = useQuery(catalogueSettingsOptions);
  const { keyFor, settle } = useIntentionKey();
  const before = planFields(plan, dayOf(now + DAY));
  const form = useForm<PlanFields>({ defaultValues: before });
  const { errors } = form.formState;
  const write = useCatalogueWrite((body: PlanBody) =>
    plan ? changePlan(plan.id, body) : addPlan(body, keyFor(body)),
  );
  const undo = useCatalogueWrite((body: PlanBody) => changePlan(plan!.id, body));
  const types = (catalogue?.types ?? []).filter((type) => canBePlanned(type) || type.id === plan?.type.id);

  const submit = form.handleSubmit(async (fields) => {
    const wrong = timeProblems(fields);
    for (const [name, message] of wrong) form.setError(name, { message });
    if (wrong.length > 0) return;
    try {
      const saved = await write.mutateAsync(planBody(fields, plan?.rule));
      settle();
      notify({
        message: m.care_saved({ name: saved.name }),
        ...(plan && {
          undo: () =>
            undo.mutate(planBody(before, plan.rule), {
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            }),
        }),
      });
      onClose(saved.id);
    } catch (problem) {
      showProblem(form, problem, named);
    }
  });

  return (
    <FormDialog
      title={plan ? m.care_plan_edit() : m.care_plan_new()}
      submitLabel={m.care_save()}
      size={560}
      fullScreen={phone}
      busy={write.isPending}
      problem={errors.root?.message ?? error?.message}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <TextInput
        label={m.care_name()}
        placeholder={m.care_plan_name_example()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.care_name_missing() })}
      />
      <Controller
        control={form.control}
        name="type"
        rules={{ validate: (type) => type !== '' || m.care_plan_type_missing() }}
        render={({ field, fieldState }) => (
          <Select
            ref={field.ref}
            label={m.care_plan_type()}
            description={m.care_plan_type_text()}
            searchable
            limit={100}
            allowDeselect={false}
            data={types.map(({ id, name, product }) => ({
              value: String(id),
              label: `${product.name} › ${name}`,
            }))}
            nothingFoundMessage={m.care_none_found()}
            value={field.value || null}
            onChange={(type) => field.onChange(type ?? '')}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="room"
        rules={{ validate: (room) => room !== null || m.care_plan_space_missing() }}
        render={({ field, fieldState }) => (
          <RecordField
            label={m.care_plan_space()}
            path="/rooms"
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <NativeSelect
        label={m.care_plan_priority()}
        error={errors.priority?.message}
        data={[
          { value: '', label: m.care_plan_priority_usual() },
          ...(catalogue?.priorities ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        {...form.register('priority')}
      />
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={m.care_plan_first()}
          error={errors.date?.message}
          {...form.register('date')}
        />
        <TextInput
          type="time"
          label={m.care_plan_time()}
          error={errors.time?.message}
          {...form.register('time')}
        />
      </div>
      <RepeatFields
        form={form}
        endless
        none={before.repeat.every === 'none' ? m.care_plan_own_rule() : undefined}
      />
      <PlanPreview control={form.control} rule={plan?.rule} />
      <TextInput
        label={m.care_plan_ahead()}
        description={m.care_plan_ahead_text()}
        inputMode="numeric"
        error={errors.daysAhead?.message}
        {...form.register('daysAhead', {
          validate: (days) =>
            (/^\d{1,3}$/.test(days.trim()) && Number(days) <= 366) || m.care_plan_ahead_wrong(),
        })}
      />
      <Textarea
        label={m.care_plan_description()}
        dir="auto"
        rows={3}
        maxLength={20_000}
        error={errors.description?.message}
        {...form.register('description')}
      />
    </FormDialog>
  );
}
