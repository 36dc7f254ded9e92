import { Alert, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import { RecordField, RecordsField } from '#src/directory/record-field.tsx';
import { ApiError } from '#src/lib/http.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { changesOf, type PersonValues, type TextName } from './form-values.ts';
import classes from './form.module.css';
import { ManagerField } from './manager-field.tsx';
import { categoriesOptions, centersOptions, typesOptions } from './queries.ts';

type Props = {
  before: PersonValues;
  /** Somebody new: sends all that was filled in. */
  isNew?: boolean;
  saveLabel: string;
  /** Beside the button. */
  end?: React.ReactNode;
  /** Called with what is different; what it throws is said at the field at fault. */
  onSave: (changes: Record<string, unknown>) => Promise<() => void>;
};

const limits: Partial<Record<TextName, number>> = {
  email: 254,
  phone: 100,
  extension: 100,
  mobile: 100,
  fax: 100,
  employeeId: 100,
  comments: 4000,
};

/** All that an administrator keeps about somebody. What was typed survives a refusal. */
export function PersonForm({ before, isNew = false, saveLabel, end, onSave }: Props) {
  const form = useForm<PersonValues>({ defaultValues: before });
  const { errors, isDirty, isSubmitting } = form.formState;
  const types = useQuery(typesOptions).data ?? [];
  const centers = useQuery(centersOptions).data ?? [];
  const [main, ...others] = useQuery(categoriesOptions).data ?? [];

  const submit = form.handleSubmit(async (values) => {
    try {
      const go = await onSave(changesOf(before, values));
      // Nothing is unsaved any more when the page is left.
      form.reset(values);
      setTimeout(go);
    } catch (error) {
      // The shell asks to sign in again; the form waits with what was typed.
      if (error instanceof ApiError && error.status === 401) return;
      const message = error instanceof Error ? error.message : m.shell_error_unknown();
      const field = error instanceof ApiError ? error.field?.split(/[.[]/)[0] : undefined;
      if (field !== undefined && Object.hasOwn(before, field))
        form.setError(field as keyof PersonValues, { message }, { shouldFocus: true });
      else form.setError('root', { message });
    }
  });

  const field = (
    name: TextName,
    label: string,
    more: { required?: boolean; pattern?: [RegExp, string] } = {},
  ) => {
    const max = limits[name] ?? 200;
    return {
      label,
      withAsterisk: more.required ?? false,
      error: errors[name]?.message,
      autoComplete: 'off',
      ...form.register(name, {
        maxLength: { value: max, message: m.people_too_long({ max }) },
        ...(more.required && { validate: (text: string) => text.trim() !== '' || m.people_required() }),
        ...(more.pattern && { pattern: { value: more.pattern[0], message: more.pattern[1] } }),
      }),
    };
  };
  const choice = (
    name: 'userType' | 'defaultVisitorCenter',
    label: string,
    options: { id: number; name: string }[],
  ) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <Select
          label={label}
          placeholder={name === 'userType' ? types[0]?.name : m.people_none()}
          clearable={name !== 'userType'}
          allowDeselect={false}
          data={options.map((one) => ({ value: String(one.id), label: one.name }))}
          value={value ? String(value.id) : null}
          error={errors[name]?.message}
          onChange={(id) => onChange(options.find((one) => String(one.id) === id) ?? null)}
        />
      )}
    />
  );
  const record = (
    name: 'room' | 'mailStop' | 'costCenter',
    label: string,
    path: string,
    category?: string,
  ) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <RecordField
          label={label}
          path={path}
          category={category}
          value={value}
          onChange={onChange}
          error={errors[name]?.message}
        />
      )}
    />
  );

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <UnsavedGuard unsaved={isDirty && !isSubmitting} />
      {errors.root && (
        <Alert color="red" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <fieldset className={classes.group}>
        <legend>{m.people_form_who()}</legend>
        <TextInput {...field('firstName', m.people_first_name(), { required: true })} />
        <TextInput {...field('lastName', m.people_last_name(), { required: true })} />
        <TextInput
          type="email"
          {...field('email', m.people_email(), {
            required: true,
            pattern: [/^\s*[^\s@]+@[^\s@]+\s*$/, m.people_email_invalid()],
          })}
        />
        <TextInput {...field('knownAs', m.people_known_as_label())} />
        <TextInput
          {...field('userName', m.people_user_name(), { required: !isNew })}
          {...(isNew && { description: m.people_user_name_hint() })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <TextInput
          {...field('color', m.people_color(), { pattern: [/^#[0-9a-f]{6}$/i, m.people_color_wrong()] })}
        />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{m.people_work()}</legend>
        <TextInput {...field('jobTitle', m.people_job_title())} />
        <TextInput {...field('department', m.people_department())} />
        <TextInput {...field('company', m.people_company())} />
        <TextInput {...field('employeeId', m.people_employee_id())} />
        {choice('userType', m.people_user_type(), types)}
        <Controller
          control={form.control}
          name="manager"
          render={({ field: { value, onChange } }) => (
            <ManagerField value={value} onChange={onChange} error={errors.manager?.message} />
          )}
        />
        {record('room', m.people_space(), '/rooms')}
        {record('mailStop', m.people_mail_stop(), '/mail/mailstops')}
        {main && record('costCenter', m.people_cost_center(), '/categories/items', String(main.id))}
        {others.length > 0 && (
          <Controller
            control={form.control}
            name="costCenters"
            render={({ field: { value, onChange } }) => (
              <RecordsField
                category={others.map(({ id }) => id).join(',')}
                label={m.people_other_cost_centers()}
                path="/categories/items"
                value={value}
                onChange={onChange}
                error={errors.costCenters?.message}
              />
            )}
          />
        )}
        {choice('defaultVisitorCenter', m.people_visitor_center(), centers)}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{m.people_contact()}</legend>
        <TextInput type="tel" {...field('phone', m.people_phone())} />
        <TextInput {...field('extension', m.people_extension())} />
        <TextInput type="tel" {...field('mobile', m.people_mobile())} />
        <TextInput type="tel" {...field('fax', m.people_fax())} />
        <Textarea className={classes.wide} autosize minRows={2} {...field('comments', m.people_comments())} />
        <Checkbox label={m.people_floor_warden()} {...form.register('floorWarden')} />
        <Checkbox label={m.people_special_needs()} {...form.register('specialNeeds')} />
      </fieldset>
      <div className={classes.end}>
        <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
          {saveLabel}
        </Button>
        {end}
      </div>
    </form>
  );
}
