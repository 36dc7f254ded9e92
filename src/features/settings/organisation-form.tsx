import { Alert, Button, Group, Select, TextInput } from '@mantine/core';
import { type FocusEvent, useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import * as m from '#messages';
import type { Organisation } from '#contract/organisation.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { countries, timeZones } from '#src/lib/places.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { useSaveOrganisation } from './queries.ts';
import classes from './settings.module.css';

type Fields = { name: string; country: string; timeZone: string };
const fieldsOf = ({ name, country, timeZone }: Organisation): Fields => ({ name, country, timeZone });

// Hundreds of choices: in the page only while they are shown.
const closed = { keepMounted: false };
/** What is typed replaces the choice instead of following it. */
const selectAll = (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select();

/** Name, country and time zone of the organisation. What was typed survives a failed save. */
export function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const save = useSaveOrganisation();
  const before = fieldsOf(organisation);
  const form = useForm<Fields>({ defaultValues: before });
  const { errors, isDirty } = form.formState;
  const zone = useWatch({ control: form.control, name: 'timeZone' });
  const zones = useMemo(
    () =>
      [...new Set([organisation.timeZone, ...timeZones()])]
        .sort()
        .map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [organisation.timeZone],
  );
  // A country that was given in words stays among the choices as it is.
  const lands = useMemo(() => {
    const known = countries().map(({ code, name }) => ({ value: code, label: name }));
    const given = organisation.country;
    return given && known.every(({ value }) => value !== given)
      ? [{ value: given, label: given }, ...known]
      : known;
  }, [organisation.country]);

  const write = async (fields: Fields) => {
    const now = fieldsOf(await save.mutateAsync({ ...fields, country: fields.country || null }));
    form.reset(now);
  };
  const takeBack = () =>
    write(before).then(
      () => notify({ message: m.settings_undone(), tone: 'info' }),
      (error: Error) => notify({ message: error.message, tone: 'danger' }),
    );
  const submit = form.handleSubmit(async (fields) => {
    try {
      await write({ ...fields, name: fields.name.trim() });
      notify({ message: m.settings_saved(), undo: () => void takeBack() });
    } catch (error) {
      showProblem(form, error, ['name', 'country', 'timeZone']);
    }
  });

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <UnsavedGuard unsaved={isDirty} record="tab" />
      <TextInput
        label={m.settings_name()}
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.settings_name_missing() })}
      />
      <Controller
        control={form.control}
        name="country"
        render={({ field: { value, onChange, ...field } }) => (
          <Select
            label={m.settings_country()}
            placeholder={m.settings_country_none()}
            data={lands}
            searchable
            comboboxProps={closed}
            onFocus={selectAll}
            clearable
            clearButtonProps={{ 'aria-label': m.ui_clear() }}
            nothingFoundMessage={m.settings_no_match()}
            error={errors.country?.message}
            value={value || null}
            onChange={(next) => onChange(next ?? '')}
            {...field}
          />
        )}
      />
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field: { onChange, ...field } }) => (
          <Select
            label={m.settings_zone()}
            description={m.settings_zone_text()}
            data={zones}
            searchable
            comboboxProps={closed}
            onFocus={selectAll}
            allowDeselect={false}
            nothingFoundMessage={m.settings_no_match()}
            error={errors.timeZone?.message}
            onChange={(next) => next && onChange(next)}
            {...field}
          />
        )}
      />
      {zone !== organisation.timeZone && <Alert color="yellow">{m.settings_zone_warning()}</Alert>}
      {errors.root && (
        <Alert color="red" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending} disabled={!isDirty}>
          {m.settings_save()}
        </Button>
        {isDirty && (
          <Button variant="default" onClick={() => form.reset()}>
            {m.settings_discard()}
          </Button>
        )}
      </Group>
    </form>
  );
}
