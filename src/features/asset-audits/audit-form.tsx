import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { minute } from '#src/directory/minute.ts';
import { RecordsField } from '#src/directory/record-field.tsx';
import { RepeatFields } from '#src/directory/repeat-fields.tsx';
import { dayOf } from '#src/lib/dates.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { useStore } from '#src/lib/store.ts';
import { Callout } from '#src/ui/callout.tsx';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { type AuditBody, changeAudit, createAudit } from './api.ts';
import { AuditorFields } from './auditor-fields.tsx';
import { type AuditFields, bodyOf, fieldsOf, hasOwnRule, repeatProblems, scopeOf } from './form-values.ts';
import classes from './form.module.css';
import { useAuditWrite } from './queries.ts';
import { ScopePreview } from './scope-preview.tsx';

type Props = {
  /** Undefined: a new one. */
  audit: AssetAudit | undefined;
  onDone: (saved?: AssetAudit) => void;
};
const places = [
  { name: 'buildings', label: m.audits_scope_buildings, path: '/buildings' },
  { name: 'floors', label: m.audits_scope_floors, path: '/floors' },
  { name: 'spaces', label: m.audits_scope_spaces, path: '/rooms' },
  { name: 'owners', label: m.audits_scope_owners, path: '/users' },
  { name: 'types', label: m.audits_scope_types, path: '/assets/types' },
] as const;
const named = [
  'name',
  'note',
  'buildings',
  'floors',
  'spaces',
  'types',
  'owners',
  'auditors',
  'due',
  'repeat',
] as const;
/** What the server calls differently. */
const renamed: Record<string, (typeof named)[number]> = { dueDate: 'due', recurrence: 'repeat' };

/** What a campaign looks at, who walks, until when, and how often it comes again. */
export function AuditForm({ audit, onDone }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const today = dayOf(useStore(minute));
  const form = useForm<AuditFields>({ defaultValues: fieldsOf(audit, today) });
  const { control, register, formState } = form;
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = formState;
  const repeats = useWatch({ control, name: 'repeat.every' }) !== 'none';
  const begun = audit !== undefined && audit.state !== 'planned';
  const write = useAuditWrite((body: AuditBody) =>
    audit ? changeAudit(audit.id, body) : createAudit(body, keyFor(body)),
  );
  const submit = form.handleSubmit(async (fields) => {
    const wrong = repeatProblems(fields);
    for (const [name, message] of wrong) form.setError(name, { message });
    if (wrong.length > 0) return;
    try {
      const saved = await write.mutateAsync(bodyOf(fields, audit));
      settle();
      form.reset(fields);
      notify({ message: m.audits_saved({ name: saved.name }) });
      onDone(saved);
    } catch (error) {
      const field = error instanceof Error && 'field' in error ? String(error.field).split(/[.[]/)[0] : '';
      const own = renamed[field ?? ''];
      if (own && error instanceof Error) form.setError(own, { message: error.message });
      else showProblem(form, error, named);
    }
  });

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={m.audits_form()}>
      <UnsavedGuard unsaved={isDirty && !isSubmitting && !isSubmitSuccessful} record="edit" />
      <TextInput
        label={m.audits_name()}
        placeholder={m.audits_name_example()}
        dir="auto"
        maxLength={200}
        data-autofocus
        error={errors.name?.message}
        {...register('name', { validate: (name) => name.trim() !== '' || m.audits_name_missing() })}
      />
      <Textarea
        label={m.audits_note()}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        error={errors.note?.message}
        {...register('note')}
      />
      <fieldset className={classes.set} disabled={begun}>
        <legend>{m.audits_scope()}</legend>
        <p className={classes.hint}>{begun ? m.audits_scope_settled() : m.audits_scope_text()}</p>
        {!begun && (
          <>
            {places.map(({ name, label, path }) => (
              <Controller
                key={name}
                control={control}
                name={name}
                render={({ field, fieldState }) => (
                  <RecordsField
                    label={label()}
                    path={path}
                    value={field.value}
                    onChange={field.onChange}
                    error={fieldState.error?.message}
                  />
                )}
              />
            ))}
            <Preview form={form} />
          </>
        )}
      </fieldset>
      <fieldset className={classes.set}>
        <legend>{m.audits_people()}</legend>
        <p className={classes.hint}>{m.audits_people_text()}</p>
        <Controller
          control={control}
          name="auditors"
          render={({ field, fieldState }) => (
            <AuditorFields value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
          )}
        />
      </fieldset>
      <fieldset className={classes.set}>
        <legend>{m.audits_when()}</legend>
        <TextInput
          type="date"
          label={m.audits_due_label()}
          description={m.audits_due_text()}
          error={errors.due?.message}
          {...register('due')}
        />
        <RepeatFields
          form={form}
          endless
          none={hasOwnRule(audit) ? m.care_plan_own_rule() : m.audits_repeat_none()}
        />
        {repeats && (
          <>
            <TextInput
              type="date"
              label={m.audits_repeat_start()}
              error={errors.start?.message}
              {...register('start')}
            />
            <Callout tone="info">{m.audits_repeat_text()}</Callout>
          </>
        )}
      </fieldset>
      {errors.root?.message && (
        <Alert color="red" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onDone()}>
          {m.ui_cancel()}
        </Button>
        <Button type="submit" loading={write.isPending}>
          {audit ? m.audits_save() : m.audits_create()}
        </Button>
      </div>
    </form>
  );
}

function Preview({ form }: { form: ReturnType<typeof useForm<AuditFields>> }) {
  const fields = useWatch({ control: form.control }) as AuditFields;
  return <ScopePreview scope={scopeOf(fields)} />;
}
